/** Cases and messages in MongoDB. */
@NullMarked
package kr.minwon.notification.message.mongo;

import org.jspecify.annotations.NullMarked;

/** Templates in MongoDB. */
@NullMarked
package kr.minwon.notification.template.mongo;

import org.jspecify.annotations.NullMarked;

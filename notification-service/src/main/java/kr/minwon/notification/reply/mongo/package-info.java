/** Inbound texts in MongoDB. */
@NullMarked
package kr.minwon.notification.reply.mongo;

import org.jspecify.annotations.NullMarked;

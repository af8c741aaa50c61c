/** Mailings in MongoDB. */
@NullMarked
package kr.minwon.notification.mailing.mongo;

import org.jspecify.annotations.NullMarked;

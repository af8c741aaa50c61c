/** Subscribers in MongoDB. */
@NullMarked
package kr.minwon.notification.subscription.mongo;

import org.jspecify.annotations.NullMarked;

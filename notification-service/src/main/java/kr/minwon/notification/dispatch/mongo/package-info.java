/** Receipts that wait, in MongoDB. */
@NullMarked
package kr.minwon.notification.dispatch.mongo;

import org.jspecify.annotations.NullMarked;

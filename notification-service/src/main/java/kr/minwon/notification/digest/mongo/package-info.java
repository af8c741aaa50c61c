/** Merges in MongoDB. */
@NullMarked
package kr.minwon.notification.digest.mongo;

import org.jspecify.annotations.NullMarked;

/** Verifications in MongoDB. */
@NullMarked
package kr.minwon.notification.verification.mongo;

import org.jspecify.annotations.NullMarked;

/** The consent ledger in MongoDB. */
@NullMarked
package kr.minwon.notification.consent.mongo;

import org.jspecify.annotations.NullMarked;

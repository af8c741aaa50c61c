/** Notices of staff in MongoDB. */
@NullMarked
package kr.minwon.notification.staffnotice.mongo;

import org.jspecify.annotations.NullMarked;

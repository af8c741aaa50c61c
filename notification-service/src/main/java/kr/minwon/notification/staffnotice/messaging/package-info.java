/** Routing's events in. */
@NullMarked
package kr.minwon.notification.staffnotice.messaging;

import org.jspecify.annotations.NullMarked;

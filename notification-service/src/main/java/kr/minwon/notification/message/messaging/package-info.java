/** Complaint events in, message events out. */
@NullMarked
package kr.minwon.notification.message.messaging;

import org.jspecify.annotations.NullMarked;

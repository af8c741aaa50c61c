/** What complaints tell others, and what they learn from routing and notification. */
@NullMarked
package kr.minwon.complaint.complaint.messaging;

import org.jspecify.annotations.NullMarked;

/** What inbound texts do to cases, on the wire. */
@NullMarked
package kr.minwon.notification.reply.messaging;

import org.jspecify.annotations.NullMarked;

/** Inbound texts by webhook, and the office's list of them. */
@NullMarked
package kr.minwon.notification.reply.web;

import org.jspecify.annotations.NullMarked;

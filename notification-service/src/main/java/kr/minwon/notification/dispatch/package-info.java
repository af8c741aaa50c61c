/** Takes stored messages to a provider, each at most once and those of one lane in order, and hears what became of them. */
@NullMarked
package kr.minwon.notification.dispatch;

import org.jspecify.annotations.NullMarked;

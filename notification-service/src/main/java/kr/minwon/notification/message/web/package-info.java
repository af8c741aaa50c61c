/** What staff see of messages. */
@NullMarked
package kr.minwon.notification.message.web;

import org.jspecify.annotations.NullMarked;

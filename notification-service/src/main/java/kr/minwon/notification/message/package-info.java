/** Messages: their states, texts and the order in which they go out. */
@NullMarked
package kr.minwon.notification.message;

import org.jspecify.annotations.NullMarked;

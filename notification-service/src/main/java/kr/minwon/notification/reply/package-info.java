/** What people text back. */
@NullMarked
package kr.minwon.notification.reply;

import org.jspecify.annotations.NullMarked;

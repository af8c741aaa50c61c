/** Texts by way of Aligo. */
@NullMarked
package kr.minwon.notification.dispatch.aligo;

import org.jspecify.annotations.NullMarked;

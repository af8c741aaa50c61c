/** Texts by way of SOLAPI. */
@NullMarked
package kr.minwon.notification.dispatch.solapi;

import org.jspecify.annotations.NullMarked;

/** Texts by way of NAVER Cloud SENS. */
@NullMarked
package kr.minwon.notification.dispatch.sens;

import org.jspecify.annotations.NullMarked;

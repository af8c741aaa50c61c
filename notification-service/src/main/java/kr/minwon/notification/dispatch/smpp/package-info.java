/** A provider behind SMPP 3.4. */
@NullMarked
package kr.minwon.notification.dispatch.smpp;

import org.jspecify.annotations.NullMarked;

/** The provider behind SMPP 3.4. */
@NullMarked
package kr.minwon.notification.smpp;

import org.jspecify.annotations.NullMarked;

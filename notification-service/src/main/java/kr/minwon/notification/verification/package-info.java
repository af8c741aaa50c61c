/** Phone verification: a code by text proves that somebody reads what arrives at a number. */
@NullMarked
package kr.minwon.notification.verification;

import org.jspecify.annotations.NullMarked;

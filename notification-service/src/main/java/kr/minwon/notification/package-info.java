/** What people are told, and everything about reaching a phone. */
@NullMarked
package kr.minwon.notification;

import org.jspecify.annotations.NullMarked;

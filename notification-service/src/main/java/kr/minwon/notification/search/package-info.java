/** The texts of a phone, shown for a reason that is written down first. */
@NullMarked
package kr.minwon.notification.search;

import org.jspecify.annotations.NullMarked;

/** What became of the texts of each day, and what they cost. */
@NullMarked
package kr.minwon.notification.figures;

import org.jspecify.annotations.NullMarked;

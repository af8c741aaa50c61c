/** RFC 9457 problems with stable types and sentences that say, in Korean first, what to do. */
@NullMarked
package kr.minwon.problems;

import org.jspecify.annotations.NullMarked;

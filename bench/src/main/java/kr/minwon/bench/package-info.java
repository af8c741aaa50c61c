/** Measures the whole product from outside, beside a floor that does the same work by hand. */
@NullMarked
package kr.minwon.bench;

import org.jspecify.annotations.NullMarked;

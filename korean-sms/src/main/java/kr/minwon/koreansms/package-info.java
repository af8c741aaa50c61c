/** What a Korean text message may hold and how long it is (KS X 1001 bytes, not characters). */
@NullMarked
package kr.minwon.koreansms;

import org.jspecify.annotations.NullMarked;

/** What was submitted and what a phone shows of it: encodings, parts, the record on disk. */
@NullMarked
package kr.minwon.phonesimulator.message;

import org.jspecify.annotations.NullMarked;

/** Append-only files of JSON lines, the witness that outlives a kill. */
@NullMarked
package kr.minwon.phonesimulator.journal;

import org.jspecify.annotations.NullMarked;

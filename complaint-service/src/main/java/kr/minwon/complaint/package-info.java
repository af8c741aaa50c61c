/** The complaint service: the record of each complaint and its life, and the one truth a resident sees. */
@NullMarked
package kr.minwon.complaint;

import org.jspecify.annotations.NullMarked;

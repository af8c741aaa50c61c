/** An SMSC over SMPP 3.4 and phones on a web page; it knows nothing of who sends. */
@NullMarked
package kr.minwon.phonesimulator;

import org.jspecify.annotations.NullMarked;

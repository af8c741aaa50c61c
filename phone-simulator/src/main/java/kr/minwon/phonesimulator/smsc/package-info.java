/** SMPP 3.4 by jsmpp: binds, submits, answers, deliveries. */
@NullMarked
package kr.minwon.phonesimulator.smsc;

import org.jspecify.annotations.NullMarked;

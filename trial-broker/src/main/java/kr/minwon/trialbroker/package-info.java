/** A real single-node KRaft Kafka broker in this JVM. */
@NullMarked
package kr.minwon.trialbroker;

import org.jspecify.annotations.NullMarked;

/** Events stored in their document with the change that caused them, relayed to Kafka, and applied once. */
@NullMarked
package kr.minwon.outbox;

import org.jspecify.annotations.NullMarked;

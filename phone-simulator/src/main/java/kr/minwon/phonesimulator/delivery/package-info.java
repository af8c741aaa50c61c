/** What is owed to a bound ESME by deliver_sm: delivery receipts and messages from phones. */
@NullMarked
package kr.minwon.phonesimulator.delivery;

import org.jspecify.annotations.NullMarked;

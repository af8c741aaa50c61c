package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Urgency;

/** What operations want to know of the dispatch. */
public interface DispatchMeter {
    /** Runs the hand-over within the trace of what it tells about. */
    void traced(Message message, Runnable handOver);

    /** A hand-over ended. */
    void handedOver(Message message, String provider, Provider.Handover outcome, Instant at);

    /** A message was not sent, because it had become worthless. */
    void dropped(Message message);

    /** How many messages of one urgency wait in this instance's memory. */
    void waiting(Urgency urgency, int count);

    /** How long the oldest waiting message has waited, wherever it is. */
    void oldestWaiting(Duration age);

    /** How many messages are in doubt. */
    void unknown(int count);

    /** A receipt ended a message. */
    void receipt(String provider, MessageState state);

    /** A receipt belonged to no message that is known. */
    void strayReceipt(String provider);

    /** A receipt without an id or reference of ours fitted more than one message in doubt. */
    void ambiguousReceipt(String provider);

    /** A provider was asked about a message in doubt. */
    void asked(String provider, Inquiry.Fate fate);
}

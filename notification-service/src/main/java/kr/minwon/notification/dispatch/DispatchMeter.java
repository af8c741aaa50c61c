package kr.minwon.notification.message;

import java.time.Instant;
import java.util.function.Supplier;

/** What operations want to know of the dispatch. */
public interface DispatchMeter {
    /** Runs the hand-over within the trace of what it tells about. */
    <T> T traced(Message message, Supplier<T> handOver);

    /** The provider has a message. */
    void handedOver(Message message, Instant at);

    void refused();

    void busy();

    void inDoubt();

    void waiting(long count);

    void unknown(long count);
}

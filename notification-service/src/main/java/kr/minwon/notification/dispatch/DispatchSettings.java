package kr.minwon.notification.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts go out.
 *
 * @param window texts that may be on their way to the provider at once; as many may be in doubt after a crash
 * @param capacity most messages of one urgency kept in memory; the others wait in the store
 * @param sweepEvery how often waiting messages that nobody here knows of are looked for
 * @param sweepAge how long a message must have waited for that
 * @param firstBackOff the first wait after a provider was busy or away
 * @param longestBackOff the longest
 * @param stopWithin how long a stop waits for the answers that are due
 * @param leftBehindAfter what has been written down as being sent for so long, and is not under way, becomes unknown
 * @param abandonedAfter what any instance has written down as being sent for so long becomes unknown: the instance is gone.
 *     Longer than any hand-over lasts
 * @param receiptsKept how long a receipt waits for the answer that it overtook: longer than any submit does
 */
@ConfigurationProperties("minwon.sms.dispatch")
public record DispatchSettings(
        @DefaultValue("4") int window,
        @DefaultValue("5000") int capacity,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("3s") Duration sweepAge,
        @DefaultValue("200ms") Duration firstBackOff,
        @DefaultValue("10s") Duration longestBackOff,
        @DefaultValue("15s") Duration stopWithin,
        @DefaultValue("60s") Duration leftBehindAfter,
        @DefaultValue("15m") Duration abandonedAfter,
        @DefaultValue("30s") Duration receiptsKept) {
    public DispatchSettings {
        if (window < 1 || capacity < 1) {
            throw new IllegalArgumentException("minwon.sms.dispatch: window and capacity are at least 1");
        }
    }

    /**
     * Others may declare a hand-over unknown only when it is surely over: it is submitted {@link #leftBehindAfter} after its
     * claim at the latest.
     *
     * @param answersWithin how long a submit may take
     * @throws IllegalArgumentException when they would while it is under way
     */
    void requireLongerThan(Duration answersWithin) {
        Duration longest = leftBehindAfter.plus(answersWithin);
        if (abandonedAfter.compareTo(longest) <= 0) {
            throw new IllegalArgumentException("minwon.sms.dispatch.abandoned-after is " + abandonedAfter.toSeconds()
                    + " s; it has to be longer than a hand-over may last, which is " + longest.toSeconds()
                    + " s (left-behind-after and the longest answer-within)");
        }
    }
}

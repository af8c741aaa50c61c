package kr.minwon.outbox;

import java.time.Duration;

/** Keeps the relay from knocking at a broker that is away: a pause after each failure, doubling up to a bound. */
final class BackOff {
    private static final long FIRST = Duration.ofMillis(200).toNanos();
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private long pause;
    private long until;

    /** Begins or prolongs the pause; true when all was well before. */
    synchronized boolean failed(long now) {
        if (isOn(now)) {
            // Several events fail at once: one pause for all of them.
            return false;
        }
        boolean first = pause == 0;
        pause = first ? FIRST : Math.min(LONGEST, pause * 2);
        until = now + pause;
        return first;
    }

    /** Something was sent; true when that ends a time of failures. */
    synchronized boolean succeeded() {
        boolean wasFailing = pause != 0;
        pause = 0;
        return wasFailing;
    }

    synchronized boolean isOn(long now) {
        return pause != 0 && until - now > 0;
    }
}

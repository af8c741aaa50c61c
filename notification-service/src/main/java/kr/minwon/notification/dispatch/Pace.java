package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When a provider may be asked again: it asks for less, and everybody waits; it answers, and all is forgotten. */
final class Pace {
    private final BackOff backOff;
    private final Clock clock;
    private int failures;
    private Instant notBefore = Instant.EPOCH;

    Pace(BackOff backOff, Clock clock) {
        this.backOff = backOff;
        this.clock = clock;
    }

    synchronized boolean isPaused() {
        return clock.instant().isBefore(notBefore);
    }

    /**
     * The provider asked for less, or was away; those who asked at the same time count as one.
     *
     * @param atLeast how long it asked to be left alone, zero when it did not say
     */
    synchronized void slowDown(Duration atLeast) {
        Instant now = clock.instant();
        if (!now.isBefore(notBefore)) {
            failures++;
            notBefore = now.plus(backOff.after(failures));
        }
        Instant asked = now.plus(atLeast);
        if (asked.isAfter(notBefore)) {
            notBefore = asked;
        }
    }

    /** The provider answered. */
    synchronized void goOn() {
        failures = 0;
    }
}

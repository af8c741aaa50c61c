package kr.minwon.notification.dispatch;

import java.time.Duration;

/** When a provider may be asked again: it asks for less, and everybody waits; it takes one, and all is forgotten. */
final class Pace {
    private final BackOff backOff;
    private int failures;
    private long notBefore = System.nanoTime();

    Pace(BackOff backOff) {
        this.backOff = backOff;
    }

    synchronized boolean isPaused() {
        return notBefore - System.nanoTime() > 0;
    }

    /**
     * The provider asked for less; those who were asked at the same time count as one.
     *
     * @param atLeast how long it asked to be left alone
     */
    synchronized void slowDown(Duration atLeast) {
        long now = System.nanoTime();
        if (!isPaused()) {
            failures++;
            notBefore = now + backOff.after(failures).toNanos();
        }
        long asked = now + atLeast.toNanos();
        if (asked - notBefore > 0) {
            notBefore = asked;
        }
    }

    /** The provider took one. */
    synchronized void goOn() {
        failures = 0;
    }
}

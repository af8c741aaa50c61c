package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double up to a bound, with jitter: between half and the whole of each. */
record BackOff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures in a row, counted from 1. */
    Duration after(int failures) {
        long whole =
                Math.min(longest.toMillis(), first.toMillis() << Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }
}

package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.time.Instant;

/** Until when a provider that could not be asked is left alone: growing pauses, or as long as it says. */
final class Absence {
    private final BackOff backOff;
    private Instant until = Instant.EPOCH;
    private int times;

    Absence(BackOff backOff) {
        this.backOff = backOff;
    }

    boolean isOn(Instant now) {
        return now.isBefore(until);
    }

    /** @param asked how long it asks to be left alone, zero when it does not say */
    void goesOn(Instant now, Duration asked) {
        times++;
        Duration pause = backOff.after(times);
        until = now.plus(pause.compareTo(asked) > 0 ? pause : asked);
    }

    void isOver() {
        times = 0;
    }
}

package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.Optional;

/** When the provider may be asked again: it asks for less, and everybody waits; it takes one, and all is forgotten. */
final class Pace {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final BackOff backOff;
    private int failures;
    private long notBefore = System.nanoTime();

    Pace(BackOff backOff) {
        this.backOff = backOff;
    }

    /** A turn as soon as there is one; nothing when {@code patience} is over. */
    Optional<Provider.Turn> turn(Provider provider, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            Optional<Provider.Turn> turn = isPaused() ? Optional.empty() : provider.turn();
            if (turn.isPresent()) {
                return turn;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return Optional.empty();
    }

    private synchronized boolean isPaused() {
        return notBefore - System.nanoTime() > 0;
    }

    /** The provider asked for less; those who were asked at the same time count as one. */
    synchronized void slowDown() {
        if (!isPaused()) {
            failures++;
            notBefore = System.nanoTime() + backOff.after(failures).toNanos();
        }
    }

    /** The provider took one. */
    synchronized void goOn() {
        failures = 0;
    }
}

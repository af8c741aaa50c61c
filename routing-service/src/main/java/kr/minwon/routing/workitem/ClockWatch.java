package kr.minwon.routing.workitem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the wall clock: when it goes another way than time does, what depends on it waits a while, because a clock that
 * was set wrong is often set right again.
 */
final class ClockWatch {
    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration hold;
    private Instant lastWall;
    private long lastNanos;
    private long distrustedUntil;
    private boolean distrusted;

    /** @param hold for how long a clock that jumped is not trusted */
    ClockWatch(Clock clock, LongSupplier nanos, Duration hold) {
        this.clock = clock;
        this.nanos = nanos;
        this.hold = hold;
        this.lastWall = clock.instant();
        this.lastNanos = nanos.getAsLong();
    }

    /** Whether the clock has gone as time has, for long enough. */
    boolean trusts() {
        Instant wall = clock.instant();
        long now = nanos.getAsLong();
        Duration jump = Duration.between(lastWall, wall).minusNanos(now - lastNanos);
        if (jump.abs().compareTo(TOLERANCE) > 0) {
            log.warn("the clock jumped by {} s: nobody is reminded for {} s", jump.toSeconds(), hold.toSeconds());
            distrusted = true;
            distrustedUntil = now + hold.toNanos();
        } else if (distrusted && now - distrustedUntil >= 0) {
            distrusted = false;
        }
        lastWall = wall;
        lastNanos = now;
        return !distrusted;
    }
}

package kr.minwon.routing.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import kr.minwon.routing.testing.SteppedClock;
import org.junit.jupiter.api.Test;

class ClockWatchTests {
    private static final Duration HOLD = Duration.ofMinutes(10);

    private final SteppedClock wall = new SteppedClock(Instant.parse("2026-11-23T01:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(42);
    private final ClockWatch watch = new ClockWatch(wall, nanos::get, HOLD);

    private void pass(Duration time) {
        wall.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aClockThatGoesAsTimeDoesIsTrustedHoweverLongNobodyLooks() {
        pass(Duration.ofHours(9));
        assertThat(watch.trusts()).isTrue();
    }

    @Test
    void anHourAheadAndBackRemindsNobody() {
        wall.advance(Duration.ofHours(1));
        assertThat(watch.trusts()).isFalse();
        pass(Duration.ofMinutes(5));
        wall.advance(Duration.ofHours(-1));
        assertThat(watch.trusts()).isFalse();
        pass(HOLD.minusSeconds(1));
        assertThat(watch.trusts()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(watch.trusts()).isTrue();
    }

    @Test
    void aSmallCorrectionIsNoJump() {
        wall.advance(Duration.ofSeconds(59));
        assertThat(watch.trusts()).isTrue();
    }
}

package kr.minwon.routing.workitem;

import java.time.Duration;
import java.time.Instant;

/** When a resident is told how an open case stands: every 30 days after its acceptance (진행상황 통지, 민원처리법 시행령 제23조). */
final class ProgressNotices {
    private static final Duration EVERY = Duration.ofDays(30);

    private ProgressNotices() {}

    /** The first one after a moment. */
    static Instant next(Instant from, Instant after) {
        return from.plus(EVERY.multipliedBy(number(from, after) + 1L));
    }

    /** The last one at a moment or before it. */
    static Instant last(Instant from, Instant at) {
        return from.plus(EVERY.multipliedBy(number(from, at)));
    }

    /** Which one it is, from 1. */
    static int number(Instant from, Instant at) {
        return Math.toIntExact(Duration.between(from, at).dividedBy(EVERY));
    }
}

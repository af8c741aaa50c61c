package kr.minwon.routing.workitem;

import java.time.Duration;
import java.time.Instant;

/**
 * When a resident is told how an open case stands: again and again after its acceptance (진행상황 통지, 민원처리법 시행령 제23조).
 *
 * @param from the acceptance, or when the case was opened again
 * @param every 30 days, or sooner by the office's policy
 */
record ProgressNotices(Instant from, Duration every) {
    static ProgressNotices of(Instant from, int everyDays) {
        return new ProgressNotices(from, Duration.ofDays(everyDays));
    }

    /** The first one after a moment. */
    Instant next(Instant after) {
        return from.plus(every.multipliedBy(passed(after) + 1L));
    }

    /** How many have come at a moment. */
    int passed(Instant at) {
        return Math.toIntExact(Duration.between(from, at).dividedBy(every));
    }
}

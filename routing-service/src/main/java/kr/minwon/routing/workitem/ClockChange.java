package kr.minwon.routing.workitem;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of the ledger did to the clock.
 *
 * @param article of which law
 * @param dueBefore the deadline before it; null when the clock began with it
 * @param remainingBefore working time that was left then; null when the clock began with it
 * @param remainingAfter working time that is left after it
 */
public record ClockChange(
        ClockEntry entry,
        String article,
        @Nullable Instant dueBefore,
        Instant dueAfter,
        @Nullable Duration remainingBefore,
        Duration remainingAfter) {}

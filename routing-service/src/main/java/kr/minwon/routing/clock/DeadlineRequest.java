package kr.minwon.routing.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a deadline is asked of.
 *
 * @param receivedAt the moment of receipt (접수), Seoul time
 * @param dateOnly whether only the day of receipt is known; the clock then starts when the office opens
 * @param extended how many times the period was extended by itself (민원처리법 시행령 제21조)
 * @param suspended days that are not counted, in order and apart
 */
public record DeadlineRequest(
        LocalDateTime receivedAt, boolean dateOnly, Period period, int extended, List<Suspension> suspended) {
    public DeadlineRequest {
        if (extended < 0) {
            throw new IllegalArgumentException("extended " + extended + " times");
        }
        suspended = Suspension.merged(suspended);
    }

    /** A petition received at that moment, neither extended nor suspended. */
    public static DeadlineRequest of(LocalDateTime receivedAt, Period period) {
        return new DeadlineRequest(receivedAt, false, period, 0, List.of());
    }

    /** A petition of which only the day of receipt is known. */
    public static DeadlineRequest of(LocalDate receivedOn, Period period) {
        return new DeadlineRequest(receivedOn.atStartOfDay(), true, period, 0, List.of());
    }

    /** The same, extended so many times. */
    public DeadlineRequest extended(int times) {
        return new DeadlineRequest(receivedAt, dateOnly, period, times, suspended);
    }

    /** The same with these suspensions. */
    public DeadlineRequest suspended(List<Suspension> suspensions) {
        return new DeadlineRequest(receivedAt, dateOnly, period, extended, suspensions);
    }

    /** How many times the period counts: once and once more for each extension. */
    int times() {
        return 1 + extended;
    }
}

package kr.minwon.routing.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * What a deadline is asked of.
 *
 * @param receivedAt the moment of receipt (접수), Seoul time
 * @param dateOnly whether only the day of receipt is known; the clock then starts when the office opens
 * @param extended how many times the period was extended (민원처리법 시행령 제21조)
 * @param added what the extensions add, in the period's unit; by the law at most the period itself each time
 * @param suspended days that are not counted, in order and apart
 * @param transits ways through the 민원실, in order: time that is not counted where a period is of hours
 */
public record DeadlineRequest(
        LocalDateTime receivedAt,
        boolean dateOnly,
        Period period,
        int extended,
        int added,
        List<Suspension> suspended,
        List<Transit> transits) {
    public DeadlineRequest {
        if (extended < 0 || added < extended) {
            throw new IllegalArgumentException("extended " + extended + " times by " + added);
        }
        suspended = Suspension.merged(suspended);
        transits = transits.stream().sorted(Comparator.comparing(Transit::from)).toList();
    }

    /** A petition received at that moment, neither extended nor suspended. */
    public static DeadlineRequest of(LocalDateTime receivedAt, Period period) {
        return new DeadlineRequest(receivedAt, false, period, 0, 0, List.of(), List.of());
    }

    /** A petition of which only the day of receipt is known. */
    public static DeadlineRequest of(LocalDate receivedOn, Period period) {
        return new DeadlineRequest(receivedOn.atStartOfDay(), true, period, 0, 0, List.of(), List.of());
    }

    /** The same, extended so many times by the whole period. */
    public DeadlineRequest extended(int times) {
        return extended(times, times * period.count());
    }

    /** The same, extended so many times, by so many units of the period together. */
    public DeadlineRequest extended(int times, int units) {
        return new DeadlineRequest(receivedAt, dateOnly, period, times, units, suspended, transits);
    }

    /** The same with these suspensions. */
    public DeadlineRequest suspended(List<Suspension> suspensions) {
        return new DeadlineRequest(receivedAt, dateOnly, period, extended, added, suspensions, transits);
    }

    /** The same with these ways through the 민원실. */
    public DeadlineRequest inTransit(List<Transit> ways) {
        return new DeadlineRequest(receivedAt, dateOnly, period, extended, added, suspended, ways);
    }

    /** How many units are counted, extensions included. */
    int units() {
        return period.count() + added;
    }
}

package kr.minwon.routing.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** How much working time lies between two moments; by the calendar's sums, so that a year costs no more than a day. */
public final class WorkingTime {
    private WorkingTime() {}

    /** Working time from one moment to a later one; zero when it is not later. */
    public static Duration between(WorkCalendar calendar, ClockPolicy policy, LocalDateTime from, LocalDateTime to) {
        Duration time = until(calendar, policy, to).minus(until(calendar, policy, from));
        return time.isNegative() ? Duration.ZERO : time;
    }

    /** The moment at which so much working time has passed since another; a day's end, not the next day's beginning. */
    public static LocalDateTime after(WorkCalendar calendar, ClockPolicy policy, LocalDateTime from, Duration working) {
        LocalDate first = calendar.workingDayFrom(from.toLocalDate());
        Duration used = first.equals(from.toLocalDate()) ? policy.workedUntil(from.toLocalTime()) : Duration.ZERO;
        Duration all = used.plus(working);
        long days = all.isZero() ? 0 : (all.toNanos() - 1) / policy.day().toNanos();
        LocalDate last = calendar.workingDay(calendar.workingDaysBefore(first) + days);
        return last.atTime(policy.after(all.minus(policy.day().multipliedBy(days))));
    }

    private static Duration until(WorkCalendar calendar, ClockPolicy policy, LocalDateTime moment) {
        Duration days = policy.day().multipliedBy(calendar.workingDaysBefore(moment.toLocalDate()));
        return calendar.isWorkingDay(moment.toLocalDate()) ? days.plus(policy.workedUntil(moment.toLocalTime())) : days;
    }
}

package kr.minwon.routing.clock;

import java.time.Duration;
import java.time.LocalDateTime;

/** How much working time lies between two moments; by the calendar's sums, so that a year costs no more than a day. */
public final class WorkingTime {
    private WorkingTime() {}

    /** Working time from one moment to a later one; zero when it is not later. */
    public static Duration between(WorkCalendar calendar, ClockPolicy policy, LocalDateTime from, LocalDateTime to) {
        Duration time = until(calendar, policy, to).minus(until(calendar, policy, from));
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static Duration until(WorkCalendar calendar, ClockPolicy policy, LocalDateTime moment) {
        Duration days = policy.day().multipliedBy(calendar.workingDaysBefore(moment.toLocalDate()));
        return calendar.isWorkingDay(moment.toLocalDate()) ? days.plus(policy.workedUntil(moment.toLocalTime())) : days;
    }
}

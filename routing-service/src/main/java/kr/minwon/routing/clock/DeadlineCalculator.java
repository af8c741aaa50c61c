package kr.minwon.routing.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Counts periods as 민원처리법 제19조 says. */
public final class DeadlineCalculator {
    private final WorkCalendar calendar;
    private final ClockPolicy policy;

    public DeadlineCalculator(WorkCalendar calendar, ClockPolicy policy) {
        this.calendar = calendar;
        this.policy = policy;
    }

    /**
     * What a count came to.
     *
     * @param clockStart from when it runs
     * @param firstDay the first day that is looked at
     * @param lastDay the day on which the count ends, before a holiday moves it
     * @param due when it is over
     * @param inTransit working time of the ways through the 민원실 that is not counted
     */
    record Count(
            LocalDateTime clockStart, LocalDate firstDay, LocalDate lastDay, LocalDateTime due, Duration inTransit) {
        Count(LocalDateTime clockStart, LocalDate firstDay, LocalDate lastDay, LocalDateTime due) {
            this(clockStart, firstDay, lastDay, due, Duration.ZERO);
        }
    }

    /** The same as {@link #calculate} without the sentences, which cost far more than the count. */
    public DueResult due(DeadlineRequest request) {
        try {
            Count count = count(request);
            return new DueResult.Due(SeoulTime.instant(count.clockStart()), SeoulTime.instant(count.due()));
        } catch (WorkCalendar.OutsideCalendar outside) {
            return new DeadlineResult.UnknownYear(outside.year());
        }
    }

    /** The deadline of a petition, or the first year for which it cannot be told. */
    public DeadlineResult calculate(DeadlineRequest request) {
        try {
            Count count = count(request);
            List<String> steps = new DeadlineSentences(calendar, policy, request, count).all();
            return new DeadlineResult.Deadline(
                    SeoulTime.instant(count.clockStart()), SeoulTime.instant(count.due()), steps);
        } catch (WorkCalendar.OutsideCalendar outside) {
            return new DeadlineResult.UnknownYear(outside.year());
        }
    }

    private Count count(DeadlineRequest request) {
        // A calendar period could end in a known year without asking about the day it begins on.
        calendar.requireKnown(request.receivedAt().toLocalDate());
        return switch (request.period().counting()) {
            case HOURS -> hours(request);
            case DAYS -> days(request);
            case CALENDAR -> calendar(request);
        };
    }

    /** 제1항: working hours from the moment of receipt; a suspended day gives none. */
    private Count hours(DeadlineRequest request) {
        LocalDateTime start = nextOpening(request.receivedAt());
        LocalDate first = start.toLocalDate();
        boolean firstCounts = request.suspended().stream().noneMatch(suspension -> suspension.contains(first));
        Duration used = firstCounts ? policy.workedUntil(start.toLocalTime()) : Duration.ZERO;
        Duration all = used.plusHours(request.period().workingHours(request.units()));
        LocalDateTime due = worked(first, all, request.suspended());
        Duration inTransit = Duration.ZERO;
        for (Transit transit : request.transits()) {
            if (!transit.from().isBefore(due)) {
                break;
            }
            inTransit = inTransit.plus(working(transit, start, request.suspended()));
            due = worked(first, all.plus(inTransit), request.suspended());
        }
        return new Count(start, first, due.toLocalDate(), due, inTransit);
    }

    /** When so much working time has passed since a day began, suspended days left out. */
    private LocalDateTime worked(LocalDate first, Duration all, List<Suspension> suspended) {
        // A day's end, not the next day's beginning, is when its last hour is over.
        long days = (all.toNanos() - 1) / policy.day().toNanos();
        return countedDay(first, days, suspended)
                .atTime(policy.after(all.minus(policy.day().multipliedBy(days))));
    }

    /** The working time of a way in whole minutes, since the clock runs, up to its bound; a suspended day has none. */
    private Duration working(Transit transit, LocalDateTime start, List<Suspension> suspended) {
        LocalDateTime to = transit.to();
        if (to == null) {
            return Transit.MOST;
        }
        LocalDateTime from = later(transit.from(), start);
        Duration time = WorkingTime.between(calendar, policy, from, to);
        for (Suspension suspension : suspended) {
            LocalDateTime since = later(from, suspension.from().atStartOfDay());
            LocalDateTime until = earlier(to, suspension.to().plusDays(1).atStartOfDay());
            time = time.minus(WorkingTime.between(calendar, policy, since, until));
        }
        return time.compareTo(Transit.MOST) > 0 ? Transit.MOST : time.truncatedTo(ChronoUnit.MINUTES);
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    /** 제2항: working days, the first included. */
    private Count days(DeadlineRequest request) {
        LocalDateTime start = firstDay(request.receivedAt(), policy.eveningIsFirstDay());
        LocalDate first = start.toLocalDate();
        long others = request.units() - 1L;
        LocalDate last = countedDay(first, others, request.suspended());
        return new Count(start, first, last, last.atTime(policy.closes()));
    }

    /** The working day that has so many others before it, from a day on, suspended ones left out. */
    private LocalDate countedDay(LocalDate from, long others, List<Suspension> suspended) {
        long ordinal = calendar.workingDaysBefore(from) + others;
        for (Suspension suspension : suspended) {
            LocalDate begin = suspension.from().isBefore(from) ? from : suspension.from();
            if (begin.isAfter(calendar.workingDay(ordinal))) {
                break;
            }
            if (!suspension.to().isBefore(begin)) {
                ordinal += calendar.workingDaysBefore(suspension.to().plusDays(1)) - calendar.workingDaysBefore(begin);
            }
        }
        return calendar.workingDay(ordinal);
    }

    /**
     * 제3항, 민법 제159조–제161조: to the day before the corresponding one, or the month's last where there is none; a last
     * day that is a Saturday or holiday moves to the next working day.
     */
    private Count calendar(DeadlineRequest request) {
        LocalDateTime received = request.receivedAt();
        LocalDateTime start = policy.calendarBeginsOnHoliday() ? onTheDay(received) : firstDay(received, true);
        LocalDate first = start.toLocalDate();
        LocalDate last = lastByCivilCode(first, request.period().unit(), request.units());
        for (Suspension suspension : request.suspended()) {
            LocalDate begin = suspension.from().isBefore(first) ? first : suspension.from();
            if (begin.isAfter(last)) {
                break;
            }
            if (!suspension.to().isBefore(begin)) {
                last = last.plusDays(ChronoUnit.DAYS.between(begin, suspension.to()) + 1);
            }
        }
        return new Count(start, first, last, calendar.workingDayFrom(last).atTime(policy.closes()));
    }

    private static LocalDate lastByCivilCode(LocalDate first, Period.Unit unit, long count) {
        LocalDate corresponding = switch (unit) {
            case WEEKS -> first.plusWeeks(count);
            case MONTHS -> first.plusMonths(count);
            case YEARS -> first.plusYears(count);
            case WORKING_HOURS, DAYS -> throw new IllegalStateException(unit + " are not counted by the calendar");
        };
        boolean missing = unit != Period.Unit.WEEKS && corresponding.getDayOfMonth() != first.getDayOfMonth();
        return missing ? corresponding : corresponding.minusDays(1);
    }

    /** The moment itself within office hours, else the next opening. */
    private LocalDateTime nextOpening(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        if (!calendar.isWorkingDay(day) || !at.toLocalTime().isBefore(policy.closes())) {
            return calendar.workingDayFrom(day.plusDays(calendar.isWorkingDay(day) ? 1 : 0))
                    .atTime(policy.opens());
        }
        return onTheDay(at);
    }

    /** The next opening, except that the evening of a working day may still belong to that day. */
    private LocalDateTime firstDay(LocalDateTime at, boolean eveningCounts) {
        return eveningCounts && calendar.isWorkingDay(at.toLocalDate()) ? onTheDay(at) : nextOpening(at);
    }

    /** The moment itself, or the opening later on the same day. */
    private LocalDateTime onTheDay(LocalDateTime at) {
        if (!at.toLocalTime().isAfter(policy.opens())) {
            return at.toLocalDate().atTime(policy.opens());
        }
        return policy.isLunch(at.toLocalTime()) ? at.toLocalDate().atTime(policy.lunchTo()) : at;
    }
}

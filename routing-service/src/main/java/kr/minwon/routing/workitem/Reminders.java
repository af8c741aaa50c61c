package kr.minwon.routing.workitem;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.clock.WorkingTime;
import kr.minwon.routing.office.Policy;

/** When staff are reminded of a clock: three times at most until its deadline, then each working day. */
final class Reminders {
    private static final ZoneId ZONE = SeoulTime.ZONE;

    private final WorkCalendar calendar;
    private final ClockPolicy policy;
    private final Policy.Notices notices;
    private final LocalDateTime due;
    /** Until the deadline, oldest first. */
    private final List<Reminder> before;

    Reminders(WorkCalendar calendar, Policy policy, StatutoryClock clock) {
        this.calendar = calendar;
        this.policy = policy.clock();
        this.notices = policy.notices();
        this.due = SeoulTime.local(clock.dueAt());
        this.before = until(SeoulTime.local(clock.startedAt()));
    }

    private List<Reminder> until(LocalDateTime start) {
        Duration all = WorkingTime.between(calendar, policy, start, due);
        List<Reminder> reminders = new ArrayList<>();
        LocalDateTime half = WorkingTime.after(calendar, policy, start, all.dividedBy(2));
        Duration untilSoon = all.minus(policy.day());
        LocalDateTime soon = untilSoon.isPositive() ? WorkingTime.after(calendar, policy, start, untilSoon) : start;
        if (notices.half() && half.isBefore(soon)) {
            reminders.add(reminder(Reminder.Kind.HALF, half));
        }
        // A period of a day or less is due soon from its beginning: nobody needs to be told so.
        if (notices.dueSoon() && soon.isAfter(start)) {
            reminders.add(reminder(Reminder.Kind.DUE_SOON, soon));
        }
        reminders.add(reminder(Reminder.Kind.DUE, due));
        return reminders;
    }

    /** The first one later than a moment. */
    Optional<Reminder> after(LocalDateTime moment) {
        Optional<Reminder> next = before.stream()
                .filter(reminder -> SeoulTime.local(reminder.at()).isAfter(moment))
                .findFirst();
        return next.or(() -> Optional.of(overdue(nextOpening(moment.isBefore(due) ? due : moment))));
    }

    /** The last one at a moment or before it. */
    Optional<Reminder> upTo(LocalDateTime moment) {
        if (!moment.isBefore(nextOpening(due))) {
            return Optional.of(overdue(lastOpening(moment)));
        }
        return before.stream()
                .filter(reminder -> !SeoulTime.local(reminder.at()).isAfter(moment))
                .reduce((earlier, later) -> later);
    }

    private LocalDateTime nextOpening(LocalDateTime moment) {
        boolean today = moment.toLocalTime().isBefore(policy.opens());
        LocalDate from = moment.toLocalDate().plusDays(today ? 0 : 1);
        return calendar.workingDayFrom(from).atTime(policy.opens());
    }

    private LocalDateTime lastOpening(LocalDateTime moment) {
        boolean today = !moment.toLocalTime().isBefore(policy.opens());
        LocalDate day = moment.toLocalDate().minusDays(today ? 0 : 1);
        // The working day that is that day, or the last before it.
        int ordinal = calendar.workingDaysBefore(day.plusDays(1)) - 1;
        return calendar.workingDay(ordinal).atTime(policy.opens());
    }

    private Reminder overdue(LocalDateTime opening) {
        int late = calendar.workingDaysBefore(opening.toLocalDate()) - calendar.workingDaysBefore(due.toLocalDate());
        return new Reminder(Reminder.Kind.OVERDUE, opening.atZone(ZONE).toInstant(), late);
    }

    private static Reminder reminder(Reminder.Kind kind, LocalDateTime at) {
        return new Reminder(kind, at.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toInstant(), 0);
    }
}

package kr.minwon.routing.workitem;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.office.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which cases were past their deadline in a month: what the office checks by the fifth of the next (민원처리법 시행령 제28조). */
@Component
public class OverdueReport {
    /** Cases of either kind that are looked at: a report of more says that it is not whole. */
    private static final int MOST = 5_000;

    private final WorkItems items;
    private final StatutoryClocks clocks;
    private final Clock clock;

    OverdueReport(WorkItems items, StatutoryClocks clocks, Clock clock) {
        this.items = items;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * A case that was late.
     *
     * @param closedAt null while it is open
     * @param workingDays how many working days after the deadline it was closed, or it is now
     */
    public record Case(Late late, @Nullable Instant closedAt, int workingDays) {}

    /** An item past its deadline. */
    public record Late(
            String receiptNumber,
            String title,
            String departmentId,
            Instant dueAt,
            @Nullable Instant closedAt) {}

    /**
     * The report.
     *
     * @param whole whether nothing was left out
     */
    public record Month(List<Case> cases, boolean whole) {}

    /** The cases of those departments whose deadline had passed by the end of a month, closed in it, later or not yet. */
    public Month of(Office office, YearMonth month, Predicate<String> departments) {
        Instant from = month.atDay(1).atStartOfDay(SeoulTime.ZONE).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(SeoulTime.ZONE).toInstant();
        Instant now = clock.instant();
        Instant until = to.isBefore(now) ? to : now;
        List<Late> open = items.openAndLate(office.id(), until, MOST);
        List<Late> closed = items.closedLate(office.id(), from, MOST);
        List<Late> all = new ArrayList<>(open);
        all.addAll(closed);
        WorkCalendar calendar = clocks.calendar(office);
        List<Case> cases = all.stream()
                .filter(late -> late.dueAt().isBefore(until) && departments.test(late.departmentId()))
                .map(late -> counted(late, calendar, now))
                .sorted(Comparator.comparing((Case one) -> one.late().dueAt()))
                .toList();
        return new Month(cases, open.size() < MOST && closed.size() < MOST);
    }

    private static Case counted(Late late, WorkCalendar calendar, Instant now) {
        Instant closedAt = late.closedAt();
        LocalDate end = SeoulTime.local(closedAt == null ? now : closedAt).toLocalDate();
        LocalDate due = SeoulTime.local(late.dueAt()).toLocalDate();
        return new Case(late, closedAt, calendar.workingDaysBefore(end) - calendar.workingDaysBefore(due));
    }
}

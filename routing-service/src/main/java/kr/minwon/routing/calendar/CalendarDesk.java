package kr.minwon.routing.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.office.DayChange;
import kr.minwon.routing.office.DeclaredDay;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.workitem.ClockMoves;
import kr.minwon.routing.workitem.Counting;
import kr.minwon.routing.workitem.Standing;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an administrator does to an office's days off: looks what a change would do, makes it, takes it back. */
@Component
public class CalendarDesk {
    /** Days off of its own that an office may have; its document stays bounded. */
    static final int MOST_DAYS = 500;

    private static final int MOST_EXAMPLES = 20;
    private static final int STRETCH = 500;
    /** A preview looks at so many cases: what it counts beyond is a lower bound. */
    private static final int MOST_LOOKED_AT = 100_000;

    private final Offices offices;
    private final WorkItems items;
    private final StatutoryClocks clocks;
    private final Recounts recounts;
    private final Clock clock;

    CalendarDesk(Offices offices, WorkItems items, StatutoryClocks clocks, Recounts recounts, Clock clock) {
        this.offices = offices;
        this.items = items;
        this.clocks = clocks;
        this.recounts = recounts;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** It is so, and open cases are counted again. */
        record Done(DeclaredDay day, Recount recount) implements Answer {}

        /** What it would do; {@code complete} when every open case was looked at. */
        record Preview(long cases, boolean complete, List<Example> examples) implements Answer {}

        /**
         * Nobody works on that day anyway.
         *
         * @param already what it is
         */
        record AlreadyOff(LocalDate date, String already) implements Answer {}

        /** That day is over: cases were counted, and told, by what it was. */
        record InThePast() implements Answer {}

        /** The calendar does not reach there. */
        record OutsideYears(int lastYear) implements Answer {}

        /** The office has no day off of its own on that date. */
        record NoSuchDay() implements Answer {}

        /** The office has as many as it may. */
        record TooMany() implements Answer {}

        /** The key came before, with something else. */
        record KeyReused() implements Answer {}
    }

    /** A case that would have another deadline. */
    public record Example(WorkItem item, Instant dueAfter) {}

    /** The office, its days off and the days off of the country. */
    public Optional<Office> office(String officeId) {
        return offices.find(officeId);
    }

    /** The policy of today. */
    public Policy policy(Office office) {
        return office.policyOn(SeoulTime.local(clock.instant()).toLocalDate());
    }

    /** The holidays of a year, the office's own among them. */
    public List<Holiday> holidays(Office office, int year) {
        return clocks.calendar(office).holidaysOf(year);
    }

    /** Whether the calendar reaches a year. */
    public boolean knows(Office office, int year) {
        return clocks.calendar(office).knows(LocalDate.of(year, 1, 1));
    }

    /** What adding a day would do. */
    public Answer previewOf(String officeId, CalendarOverride day) {
        Office office = offices.find(officeId).orElseThrow();
        Answer refused = notToBeAdded(office, day);
        return refused != null ? refused : preview(office.with(declared(day, "preview")), day.date());
    }

    /** What taking a day back would do. */
    public Answer previewWithout(String officeId, LocalDate date) {
        Office office = offices.find(officeId).orElseThrow();
        if (office.declaredOn(date).isEmpty()) {
            return new Answer.NoSuchDay();
        }
        return isPast(date) ? new Answer.InThePast() : preview(office.without(date), date);
    }

    /**
     * Adds a day off, and has the open cases counted again.
     *
     * @param request by which the same request again is recognised; null when its sender gave no key
     */
    public Answer declare(
            String officeId, CalendarOverride day, boolean tell, String by, @Nullable RequestMark request) {
        return answered(officeId, request).orElseGet(() -> {
            Office office = offices.find(officeId).orElseThrow();
            Answer refused = notToBeAdded(office, day);
            if (refused != null) {
                return refused;
            }
            DeclaredDay declared = declared(day, by);
            Recount recount = asked(officeId, day, true, tell, by);
            return offices.declare(officeId, new DayChange(declared, recount.id(), request))
                    ? new Answer.Done(declared, recount)
                    : answered(officeId, request).orElseGet(() -> new Answer.AlreadyOff(day.date(), day.name()));
        });
    }

    /** Takes a day off back, and has the open cases counted again. */
    public Answer undo(String officeId, LocalDate date, boolean tell, String by, @Nullable RequestMark request) {
        return answered(officeId, request).orElseGet(() -> {
            Office office = offices.find(officeId).orElseThrow();
            Optional<DeclaredDay> declared = office.declaredOn(date);
            if (declared.isEmpty()) {
                return new Answer.NoSuchDay();
            }
            if (isPast(date)) {
                return new Answer.InThePast();
            }
            Recount recount = asked(officeId, declared.get().day(), false, tell, by);
            return offices.withdraw(officeId, new DayChange(declared.get(), recount.id(), request))
                    ? new Answer.Done(declared.get(), recount)
                    : answered(officeId, request).orElseGet(Answer.NoSuchDay::new);
        });
    }

    /** How the same request was answered; empty when there was none yet. */
    private Optional<Answer> answered(String officeId, @Nullable RequestMark request) {
        return Optional.ofNullable(request)
                .flatMap(mark -> offices.changedBy(officeId, mark))
                .map(earlier -> Objects.equals(request, earlier.request())
                        ? new Answer.Done(
                                earlier.day(),
                                recounts.find(officeId, earlier.recountId()).orElseThrow())
                        : new Answer.KeyReused());
    }

    /** The recount comes first: without the day it changes nothing, while a day without its recount would. */
    private Recount asked(String officeId, CalendarOverride day, boolean added, boolean tell, String by) {
        recounts.supersede(officeId, day.date());
        Recount recount = Recount.requested(UUID.randomUUID().toString(), officeId, day, added, tell, by, now());
        recounts.add(recount);
        return recount;
    }

    private @Nullable Answer notToBeAdded(Office office, CalendarOverride day) {
        WorkCalendar calendar = clocks.calendar(office);
        LocalDate date = day.date();
        if (!calendar.knows(date)) {
            return new Answer.OutsideYears(calendar.last().getYear());
        }
        if (isPast(date)) {
            return new Answer.InThePast();
        }
        if (!calendar.isWorkingDay(date)) {
            String already = calendar.holiday(date).map(Holiday::name).orElseGet(() -> WorkCalendar.weekendName(date));
            return new Answer.AlreadyOff(date, already);
        }
        return office.declared().size() < MOST_DAYS ? null : new Answer.TooMany();
    }

    private Answer preview(Office changed, LocalDate date) {
        Counting counting = new Counting(clocks.apart(), changed);
        long cases = 0;
        long seen = 0;
        List<Example> examples = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            String cursor = null;
            do {
                WorkItems.Stretch stretch = items.stretch(
                        changed.id(),
                        false,
                        standing,
                        date.atStartOfDay(SeoulTime.ZONE).toInstant(),
                        cursor,
                        STRETCH);
                for (WorkItem item : stretch.items()) {
                    Instant dueAfter = ClockMoves.dueIn(item, counting);
                    if (!dueAfter.equals(item.clock().dueAt())) {
                        cases++;
                        if (examples.size() < MOST_EXAMPLES) {
                            examples.add(new Example(item, dueAfter));
                        }
                    }
                }
                seen += stretch.items().size();
                cursor = stretch.end();
            } while (cursor != null && seen < MOST_LOOKED_AT);
            if (cursor != null) {
                return new Answer.Preview(cases, false, examples);
            }
        }
        return new Answer.Preview(cases, true, examples);
    }

    private DeclaredDay declared(CalendarOverride day, String by) {
        return new DeclaredDay(day, by, now());
    }

    private boolean isPast(LocalDate date) {
        return date.isBefore(SeoulTime.local(clock.instant()).toLocalDate());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

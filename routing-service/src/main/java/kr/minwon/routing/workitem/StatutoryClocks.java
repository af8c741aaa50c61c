package kr.minwon.routing.workitem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.DeadlineCalculator;
import kr.minwon.routing.clock.DeadlineRequest;
import kr.minwon.routing.clock.DeadlineResult;
import kr.minwon.routing.clock.DueResult;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.clock.WorkingTime;
import kr.minwon.routing.office.DeclaredDay;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Placement;
import kr.minwon.routing.office.Policy;

/**
 * Sets petitions' clocks by their office's policy. A petition cannot wait for next year's holidays to be declared: its
 * deadline beyond the calendar is then counted by the rules as they are, and says so.
 */
public final class StatutoryClocks {
    private static final Period WORKING_DAY = new Period(1, Period.Unit.DAYS);

    /** 8 working hours (민원처리법 시행령 제6조). */
    private static final Period ACCEPTANCE = new Period(8, Period.Unit.WORKING_HOURS);

    private final Calendars country;
    /** By office; an office's calendar is worked out again when its days off are others. */
    private final Map<String, Own> own = new ConcurrentHashMap<>();

    private record Calendars(WorkCalendar known, WorkCalendar provisional) {}

    private record Own(List<DeclaredDay> declared, Calendars calendars) {}

    public StatutoryClocks(WorkCalendar known, WorkCalendar provisional) {
        this.country = new Calendars(known, provisional);
    }

    /** The same clocks with a memory of their own: to count with days off that an office does not have. */
    public StatutoryClocks apart() {
        return new StatutoryClocks(country.known(), country.provisional());
    }

    /** The country's calendar with an office's own days off. */
    public WorkCalendar calendar(Office office) {
        return calendars(office).known();
    }

    /** A day, or the next on which the office works: where a term ends (민법 제161조). */
    LocalDate workingDayFrom(Office office, LocalDate day) {
        return calendars(office).provisional().workingDayFrom(day);
    }

    private Calendars calendars(Office office) {
        if (office.declared().isEmpty()) {
            return country;
        }
        Own held = own.get(office.id());
        if (held != null && held.declared().equals(office.declared())) {
            return held.calendars();
        }
        Calendars calendars = closedOn(office.declared());
        own.put(office.id(), new Own(office.declared(), calendars));
        return calendars;
    }

    private Calendars closedOn(List<DeclaredDay> declared) {
        List<CalendarOverride> days = declared.stream().map(DeclaredDay::day).toList();
        return new Calendars(
                country.known().closedOn(days), country.provisional().closedOn(days));
    }

    /** The clock of a petition accepted at that moment. */
    public StatutoryClock start(Office office, Placement placement, Instant acceptedAt) {
        Policy policy = office.policyOn(day(acceptedAt));
        return count(office, policy, placement.petitionKind(), placement.period(), acceptedAt, ClockState.NEW);
    }

    /** Until when a petition is to be accepted by hand (민원처리법 시행령 제6조). */
    StatutoryClock untilAccepted(Office office, Placement placement, Instant submittedAt) {
        Policy policy = office.policyOn(day(submittedAt));
        return count(office, policy, placement.petitionKind(), ACCEPTANCE, submittedAt, ClockState.NEW);
    }

    /** The clock of a petition after something has happened to it. */
    public StatutoryClock recount(Office office, Petition petition, StatutoryClock clock, ClockState state) {
        ClockState.Run run = state.run();
        Policy policy = policy(office, clock);
        Period period = run == null ? periodOf(clock) : run.period();
        return count(office, policy, clock.petitionKind(), period, state.runsFrom(petition), state);
    }

    /** The policy that a clock was set under: later ones are for later cases. */
    public Policy policy(Office office, StatutoryClock clock) {
        return office.policy(clock.policyVersion(), day(clock.startedAt()));
    }

    /** When a clock is over, without the reasons, which cost far more than the count. */
    public Instant dueAt(Office office, Petition petition, StatutoryClock clock) {
        ClockState state = clock.state();
        return due(office, policy(office, clock), request(periodOf(clock), state.runsFrom(petition), state));
    }

    /** When a petition's clock would be over had it been accepted under a policy, with all that has happened to it. */
    public Instant dueUnder(Office office, Policy policy, WorkItem item) {
        Petition petition = item.petition();
        ClockState state = item.clock().state();
        ClockState.Run run = state.run();
        Period period = run == null ? office.place(petition.category(), policy).period() : run.period();
        int times = state.extensions().size();
        // An extension is at most the period, in its unit: one in another unit is taken for the whole of it.
        boolean sameUnit = periodOf(item.clock()).unit() == period.unit();
        int most = times * period.count();
        return due(
                office,
                policy,
                DeadlineRequest.of(SeoulTime.local(state.runsFrom(petition)), period)
                        .extended(times, sameUnit ? Math.min(state.added(), most) : most)
                        .suspended(state.suspensions())
                        .inTransit(state.inTransit()));
    }

    private Instant due(Office office, Policy policy, DeadlineRequest request) {
        Calendars calendars = calendars(office);
        return switch (new DeadlineCalculator(calendars.known(), policy.clock()).due(request)) {
            case DueResult.Due due -> due.dueAt();
            case DeadlineResult.UnknownYear unknown ->
                provisionally(office, policy, request).dueAt();
        };
    }

    private static LocalDate day(Instant at) {
        return SeoulTime.local(at).toLocalDate();
    }

    private static DeadlineRequest request(Period period, Instant from, ClockState state) {
        return DeadlineRequest.of(SeoulTime.local(from), period)
                .extended(state.extensions().size(), state.added())
                .suspended(state.suspensions())
                .inTransit(state.inTransit());
    }

    /** The period that a clock was set for. */
    static Period periodOf(StatutoryClock clock) {
        return Period.parse(clock.period()).orElseThrow();
    }

    private StatutoryClock count(
            Office office, Policy policy, String petitionKind, Period period, Instant from, ClockState state) {
        DeadlineRequest request = request(period, from, state);
        List<String> steps;
        DeadlineResult.Deadline deadline;
        boolean isProvisional = false;
        switch (calculate(calendars(office).known(), policy, request)) {
            case DeadlineResult.Deadline counted -> {
                deadline = counted;
                steps = counted.steps();
            }
            case DeadlineResult.UnknownYear unknown -> {
                deadline = provisionally(office, policy, request);
                steps = new ArrayList<>(deadline.steps());
                steps.add(steps.size() - 1, unknown.year() + "년의 공휴일은 아직 정해지지 않아 지금의 규정으로 헤아렸습니다. 처리기한이 바뀔 수 있습니다.");
                isProvisional = true;
            }
        }
        return new StatutoryClock(
                petitionKind,
                period.toString(),
                deadline.clockStart(),
                deadline.dueAt(),
                steps,
                policy.version(),
                isProvisional,
                state);
    }

    /** Working time from one moment to another by a policy's hours; nothing when the other is not later. */
    public Duration working(Office office, Policy policy, Instant from, Instant to) {
        return WorkingTime.between(
                calendars(office).provisional(), policy.clock(), SeoulTime.local(from), SeoulTime.local(to));
    }

    /** Which reminder comes next after a moment, of a clock that runs. */
    public Optional<Reminder> nextReminder(Office office, StatutoryClock clock, Instant after) {
        return reminders(office, clock).after(SeoulTime.local(after));
    }

    /** The last reminder that has come at a moment: who was away hears of it alone, not of all before it. */
    public Optional<Reminder> lastReminder(Office office, StatutoryClock clock, Instant at) {
        return reminders(office, clock).upTo(SeoulTime.local(at));
    }

    private Reminders reminders(Office office, StatutoryClock clock) {
        return new Reminders(calendars(office).provisional(), policy(office, clock), clock);
    }

    /** Until when something is due soon (기한임박): one working day from now. */
    public Instant soon(Office office, Instant now) {
        return provisionally(office, office.policyOn(day(now)), DeadlineRequest.of(SeoulTime.local(now), WORKING_DAY))
                .dueAt();
    }

    private DeadlineResult.Deadline provisionally(Office office, Policy policy, DeadlineRequest request) {
        return switch (calculate(calendars(office).provisional(), policy, request)) {
            case DeadlineResult.Deadline deadline -> deadline;
            case DeadlineResult.UnknownYear unknown ->
                throw new IllegalStateException("not even a provisional calendar of " + unknown.year());
        };
    }

    private static DeadlineResult calculate(WorkCalendar calendar, Policy policy, DeadlineRequest request) {
        return new DeadlineCalculator(calendar, policy.clock()).calculate(request);
    }
}

package kr.minwon.routing.workitem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.routing.clock.DeadlineCalculator;
import kr.minwon.routing.clock.DeadlineRequest;
import kr.minwon.routing.clock.DeadlineResult;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.clock.WorkingTime;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Placement;

/**
 * Sets petitions' clocks by their office's policy. A petition cannot wait for next year's holidays to be declared: its
 * deadline beyond the calendar is then counted by the rules as they are, and says so.
 */
public final class StatutoryClocks {
    private static final Period WORKING_DAY = new Period(1, Period.Unit.DAYS);

    private final WorkCalendar known;
    private final WorkCalendar provisional;

    public StatutoryClocks(WorkCalendar known, WorkCalendar provisional) {
        this.known = known;
        this.provisional = provisional;
    }

    /** The clock of a petition accepted at that moment. */
    public StatutoryClock start(Office office, Placement placement, Instant acceptedAt) {
        return count(office, placement.petitionKind(), placement.period(), acceptedAt, ClockState.NEW);
    }

    /** The clock of a petition after something has happened to it. */
    public StatutoryClock recount(Office office, Petition petition, StatutoryClock clock, ClockState state) {
        return count(office, clock.petitionKind(), periodOf(clock), petition.acceptedAt(), state);
    }

    /** The period that a clock was set for. */
    static Period periodOf(StatutoryClock clock) {
        return Period.parse(clock.period()).orElseThrow();
    }

    private StatutoryClock count(
            Office office, String petitionKind, Period period, Instant acceptedAt, ClockState state) {
        DeadlineRequest request = DeadlineRequest.of(SeoulTime.local(acceptedAt), period)
                .extended(state.extensions().size(), state.added())
                .suspended(state.suspensions());
        List<String> steps;
        DeadlineResult.Deadline deadline;
        boolean isProvisional = false;
        switch (calculate(known, office, request)) {
            case DeadlineResult.Deadline counted -> {
                deadline = counted;
                steps = counted.steps();
            }
            case DeadlineResult.UnknownYear unknown -> {
                deadline = provisionally(office, request);
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
                office.policy().version(),
                isProvisional,
                state);
    }

    /** Working time from one moment to another; nothing when the other is not later. */
    public Duration working(Office office, Instant from, Instant to) {
        return WorkingTime.between(provisional, office.policy(), SeoulTime.local(from), SeoulTime.local(to));
    }

    /** Until when something is due soon (기한임박): one working day from now. */
    public Instant soon(Office office, Instant now) {
        return provisionally(office, DeadlineRequest.of(SeoulTime.local(now), WORKING_DAY))
                .dueAt();
    }

    private DeadlineResult.Deadline provisionally(Office office, DeadlineRequest request) {
        return switch (calculate(provisional, office, request)) {
            case DeadlineResult.Deadline deadline -> deadline;
            case DeadlineResult.UnknownYear unknown ->
                throw new IllegalStateException("not even a provisional calendar of " + unknown.year());
        };
    }

    private static DeadlineResult calculate(WorkCalendar calendar, Office office, DeadlineRequest request) {
        return new DeadlineCalculator(calendar, office.policy()).calculate(request);
    }
}

package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.routing.clock.DeadlineCalculator;
import kr.minwon.routing.clock.DeadlineRequest;
import kr.minwon.routing.clock.DeadlineResult;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Placement;

/**
 * Sets petitions' clocks by their office's policy. A petition cannot wait for next year's holidays to be declared: its
 * deadline is then counted with those that have a fixed date, and says so.
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
        DeadlineRequest request = DeadlineRequest.of(SeoulTime.local(acceptedAt), placement.period());
        return switch (calculate(known, office, request)) {
            case DeadlineResult.Deadline deadline -> clock(office, placement, deadline, deadline.steps(), false);
            case DeadlineResult.UnknownYear unknown -> {
                DeadlineResult.Deadline deadline = provisionally(office, request);
                List<String> steps = new ArrayList<>(deadline.steps());
                steps.add(
                        steps.size() - 1,
                        unknown.year() + "년의 공휴일이 아직 모두 정해지지 않아, 날짜가 정해진 공휴일만 빼고 셌습니다. 처리기한이 늦춰질 수 있습니다.");
                yield clock(office, placement, deadline, steps, true);
            }
        };
    }

    private static StatutoryClock clock(
            Office office,
            Placement placement,
            DeadlineResult.Deadline deadline,
            List<String> steps,
            boolean provisional) {
        return new StatutoryClock(
                placement.petitionKind(),
                placement.period().toString(),
                deadline.clockStart(),
                deadline.dueAt(),
                steps,
                office.policy().version(),
                provisional);
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

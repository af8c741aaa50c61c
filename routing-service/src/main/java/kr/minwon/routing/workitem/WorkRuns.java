package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Placement;

/** How a clock comes to run: with the acceptance (민원처리법 제19조), and again for an objection or one more answer. */
public final class WorkRuns {
    private WorkRuns() {}

    /** A new item: placed by rule, its clock started (민원처리법 제19조). */
    public static Move.Made start(Petition petition, Placement placement, Counting counting, Instant now) {
        Instant acceptedAt = Objects.requireNonNull(petition.acceptedAt(), "acceptedAt");
        WorkItem item = begun(
                petition, placement, counting, counting.start(placement, acceptedAt), Ledger.begin(List.of()), now);
        return assigned(item, placement.department(), now);
    }

    /** A new item that is to be accepted by hand, within 8 working hours (민원처리법 시행령 제6조). */
    public static Move.Made filed(Petition petition, Placement placement, Counting counting, Instant now) {
        StatutoryClock clock = counting.untilAccepted(placement, petition.submittedAt());
        WorkItem item = new WorkItem(
                petition,
                clock,
                placement.department().id(),
                placement.rule(),
                1,
                WorkStatus.FILED,
                null,
                null,
                null,
                counting.nextReminder(clock, petition.submittedAt()).orElse(null),
                null,
                List.of(),
                null,
                null,
                null,
                Ledger.begin(List.of(Ledger.Entry.of(
                        now,
                        "filed",
                        WorkItem.SYSTEM,
                        "접수를 기다립니다. 접수기한은 " + SeoulTime.spoken(clock.dueAt()) + "입니다(민원처리법 시행령 제6조)."))),
                Requests.NONE);
        return new Move.Made(item, List.of());
    }

    /** Somebody accepted it: only now the clock starts. */
    public static Optional<Move.Made> accept(
            WorkItem filed, Placement placement, Counting counting, Instant at, Instant now) {
        if (filed.status() != WorkStatus.FILED) {
            return Optional.empty();
        }
        Petition accepted = filed.petition().accepted(at);
        WorkItem item = begun(accepted, placement, counting, counting.start(placement, at), filed.ledger(), now);
        return Optional.of(assigned(item, placement.department(), now));
    }

    private static WorkItem begun(
            Petition petition,
            Placement placement,
            Counting counting,
            StatutoryClock clock,
            Ledger before,
            Instant now) {
        Instant from = petition.countedFrom();
        ClockChange started = new ClockChange(
                ClockEntry.of(ClockEntry.Kind.STARTED, from),
                "민원처리법 제19조",
                null,
                clock.dueAt(),
                null,
                counting.working(from, clock.dueAt()));
        String note = placement.rule() + " 처리기한은 " + SeoulTime.spoken(clock.dueAt()) + "입니다.";
        return new WorkItem(
                petition,
                clock,
                placement.department().id(),
                placement.rule(),
                1,
                WorkStatus.ASSIGNED,
                null,
                null,
                null,
                counting.nextReminder(clock, from).orElse(null),
                counting.progress(clock, from).next(from),
                List.of(),
                null,
                null,
                null,
                before.with(new Ledger.Entry(now, "started", WorkItem.SYSTEM, note, started)),
                Requests.NONE);
    }

    private static Move.Made assigned(WorkItem item, Department department, Instant now) {
        return new Move.Made(item, List.of(new RoutingEvent.WorkAssigned(item, department, now, WorkItem.SYSTEM)));
    }

    /**
     * Its resident objects, or asks for one more answer: it is the department's again, with a clock of its own; empty
     * unless it was answered.
     *
     * @param cause {@code objection} (10 days, 민원처리법 제35조) or {@code dissatisfied} (the period it had)
     */
    public static Optional<Move.Made> reopen(
            WorkItem answered, String cause, Department department, Counting counting, Instant at) {
        if (answered.status() != WorkStatus.ANSWERED) {
            return Optional.empty();
        }
        boolean objection = cause.equals(ClockMoves.OBJECTION);
        Period period = objection ? ClockMoves.OBJECTION_PERIOD : StatutoryClocks.periodOf(answered.clock());
        String note = objection ? "이의신청을 받아 " + period.korean() + " 안에 결정합니다." : "한 번 더 답변해 달라는 요청을 받아 처리기한을 새로 정했습니다.";
        WorkItemDraft draft = new WorkItemDraft(answered);
        draft.status = WorkStatus.ASSIGNED;
        draft.officer = null;
        draft.closedAt = null;
        draft.objection = null;
        draft.progressAt = counting.progress(answered.clock(), at).next(at);
        ClockEntry entry = ClockEntry.reopened(at, period, cause);
        String article = objection ? "민원처리법 제35조" : "민원처리법 제19조";
        counting.put(draft, answered, entry, "reopened", WorkItem.SYSTEM, note, article, true);
        WorkItem next = draft.item();
        return Optional.of(new Move.Made(
                next,
                List.of(new RoutingEvent.DeadlineChanged(
                        next, department, ClockEntry.Kind.REOPENED, note, null, at, true))));
    }

    /** What was merged or closed as a repeat goes on where it was; empty for any other. */
    public static Optional<Move.Made> goOn(WorkItem ended, Department department, Counting counting, Instant at) {
        if (ended.status() != WorkStatus.MERGED && ended.status() != WorkStatus.CLOSED) {
            return Optional.empty();
        }
        WorkItemDraft draft = new WorkItemDraft(ended);
        draft.goOn();
        draft.closedAt = null;
        draft.progressAt = counting.progress(ended.clock(), ended.runsFrom()).next(at);
        String note = "따로 처리하기로 하여 다시 진행합니다. 그동안의 날도 처리기간에 셉니다.";
        ClockEntry entry = ClockEntry.of(ClockEntry.Kind.CONTINUED, at);
        counting.put(draft, ended, entry, "continued", WorkItem.SYSTEM, note, "민원처리법 제19조", true);
        WorkItem next = draft.item();
        boolean moved = !next.clock().dueAt().equals(ended.clock().dueAt());
        return Optional.of(new Move.Made(
                next,
                moved
                        ? List.of(new RoutingEvent.DeadlineChanged(
                                next, department, ClockEntry.Kind.RECOMPUTED, note, null, at, false))
                        : List.of()));
    }
}

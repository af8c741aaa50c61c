package kr.minwon.routing.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to a clock: extended (민원처리법 시행령 제21조), stopped for a supplement (행정절차법 시행령 제11조), suspended
 * for an inspection (시행령 제17조) or another step that is not counted.
 */
public final class ClockMoves {
    /** The cause of a pause while a supplement is awaited. */
    public static final String SUPPLEMENT = "supplement";
    /** An inspection on the spot (현장조사). */
    public static final String INSPECTION = "inspection";

    /** The cause of a clock that runs for an objection (이의신청). */
    public static final String OBJECTION = "objection";

    /** In how many days an objection is decided (민원처리법 제35조); as many more once. */
    static final Period OBJECTION_PERIOD = new Period(10, Period.Unit.DAYS);

    /** Within how many days an objection comes (민원처리법 제35조). */
    static final int OBJECTION_DAYS = 60;

    private static final String GRIEVANCE = "고충민원";
    private static final int INSPECTION_DAYS = 14;
    private static final int MORE_INSPECTION_DAYS = 7;
    /** Other steps are not bounded by the law; an office bounds them. */
    private static final int OTHER_DAYS = 60;

    private static final String EXTENSION = "민원처리법 시행령 제21조";
    private static final String NOT_COUNTED = "행정절차법 시행령 제11조";
    private static final String COUNTED = "민원처리법 제19조";
    private static final String INSPECTED = "민원처리법 시행령 제17조";

    private ClockMoves() {}

    /**
     * Extends the period by at most the original one, as often as the policy says that the case was accepted under. By the
     * law the officer decides the first time; the second time the resident is asked, and only the consent extends.
     *
     * @param asked how much; null for the original period
     */
    public static Move extend(
            WorkItem item,
            @Nullable Period asked,
            String reason,
            Officer by,
            Department department,
            Counting counting,
            Instant now) {
        Move.Refusal refusal = item.notNow();
        if (refusal != null) {
            return new Move.Refused(refusal);
        }
        if (now.isAfter(item.clock().dueAt())) {
            return new Move.Refused(new Move.Refusal.Overdue());
        }
        Period original = StatutoryClocks.periodOf(item.clock());
        Period period = asked == null ? original : asked;
        if (period.unit() != original.unit() || period.count() > original.count()) {
            return new Move.Refused(new Move.Refusal.ExtensionTooLong(original));
        }
        if (item.proposal() != null) {
            return new Move.Refused(new Move.Refusal.ConsentPending());
        }
        int number = item.clock().state().extensions().size() + 1;
        Policy.Extensions allowed = extensions(item, counting);
        if (number > allowed.most()) {
            return new Move.Refused(new Move.Refusal.NoMoreExtensions(allowed.most()));
        }
        return number > allowed.withoutConsent()
                ? propose(item, period, reason, by, department, counting, now)
                : extended(item, period, reason, by, department, counting, now);
    }

    /** As the policy says; an objection's time is extended once and by the office alone (민원처리법 제35조). */
    private static Policy.Extensions extensions(WorkItem item, Counting counting) {
        Policy.Extensions usual = counting.policy(item.clock()).extensions();
        ClockState.Run run = item.clock().state().run();
        return run != null && run.cause().equals(OBJECTION) ? new Policy.Extensions(1, 0, usual.onlyLead()) : usual;
    }

    private static Move propose(
            WorkItem item,
            Period period,
            String reason,
            Officer by,
            Department department,
            Counting counting,
            Instant now) {
        Instant dueAt = counting.after(item, ClockEntry.extended(now, period)).dueAt();
        int number = item.clock().state().extensions().size() + 1;
        Proposal proposal = new Proposal(number, period, reason, by, now, dueAt);
        WorkItemDraft draft = new WorkItemDraft(item);
        draft.proposal = proposal;
        draft.note(now, "proposed", by.id(), number + "번째 연장에 대한 동의를 민원인에게 요청했습니다(" + EXTENSION + "). 사유: " + reason);
        WorkItem next = draft.item();
        return new Move.Made(next, List.of(new RoutingEvent.ExtensionProposed(next, department, proposal)));
    }

    private static Move.Made extended(
            WorkItem item,
            Period period,
            String reason,
            Officer by,
            Department department,
            Counting counting,
            Instant now) {
        WorkItemDraft draft = new WorkItemDraft(item);
        draft.proposal = null;
        String note = "처리기간을 " + period.korean() + " 연장했습니다(" + EXTENSION + "). 사유: " + reason;
        counting.put(draft, item, ClockEntry.extended(now, period), "extended", by.id(), note, EXTENSION, true);
        return told(draft.item(), department, ClockEntry.Kind.EXTENDED, reason, by, now);
    }

    /** The resident consented to the proposed extension, or did not; empty when none is proposed. */
    public static Optional<Move.Made> consented(
            WorkItem item, int extension, boolean agreed, Department department, Counting counting, Instant at) {
        Proposal proposal = item.proposal();
        if (proposal == null
                || proposal.extension() != extension
                || !item.status().isOpen()) {
            return Optional.empty();
        }
        if (agreed) {
            return Optional.of(
                    extended(item, proposal.period(), proposal.reason(), proposal.by(), department, counting, at));
        }
        WorkItemDraft draft = new WorkItemDraft(item);
        draft.proposal = null;
        draft.note(at, "declined", WorkItem.SYSTEM, "민원인이 연장에 동의하지 않았습니다. 처리기한은 그대로입니다.");
        return Optional.of(new Move.Made(draft.item(), List.of()));
    }

    /** A supplement is asked for: from this day on nothing is counted. */
    public static Optional<WorkItem> pause(WorkItem item, Counting counting, Instant at) {
        if (!item.status().isOpen()) {
            return Optional.empty();
        }
        WorkItemDraft draft = new WorkItemDraft(item);
        draft.status = WorkStatus.WAITING;
        String note = "보완을 요청하여 그날부터 처리기간에 세지 않습니다(" + NOT_COUNTED + ").";
        if (item.clock().state().pause() == null) {
            ClockEntry entry = ClockEntry.paused(at, day(at), SUPPLEMENT);
            counting.put(draft, item, entry, "paused", WorkItem.SYSTEM, note, NOT_COUNTED, false);
        } else {
            draft.note(at, "askedAgain", WorkItem.SYSTEM, "보완을 다시 요청했습니다. 처리기간은 계속 멈춰 있습니다.");
        }
        return Optional.of(draft.item());
    }

    /** The supplement came: this day is the last that is not counted. */
    public static Optional<Move.Made> resume(WorkItem item, Department department, Counting counting, Instant at) {
        ClockState.Pause pause = item.clock().state().pause();
        if (pause == null || !item.status().isOpen()) {
            return Optional.empty();
        }
        WorkItemDraft draft = new WorkItemDraft(item);
        draft.goOn();
        String note = "보완이 와서 다음 날부터 다시 셉니다(" + NOT_COUNTED + ").";
        counting.put(draft, item, ClockEntry.resumed(at, day(at)), "resumed", WorkItem.SYSTEM, note, NOT_COUNTED, true);
        String reason = "보완을 기다린 기간을 빼고 처리기한을 다시 정했습니다.";
        return Optional.of(told(draft.item(), department, ClockEntry.Kind.RESUMED, reason, null, at));
    }

    /**
     * Suspends the clock from today to a day, both not counted: a grievance's inspection for 14 days and once for 7 more;
     * a hearing, an appraisal or another step that 행정절차법 시행령 제11조 names, bounded by the office.
     */
    public static Move suspend(
            WorkItem item,
            String cause,
            LocalDate until,
            String reason,
            Officer by,
            Department department,
            Counting counting,
            Instant now) {
        Move.Refusal refusal = item.notNow();
        if (refusal != null) {
            return new Move.Refused(refusal);
        }
        boolean inspection = cause.equals(INSPECTION);
        if (inspection && !item.clock().petitionKind().equals(GRIEVANCE)) {
            return new Move.Refused(new Move.Refusal.NotSuspendable(item.clock().petitionKind()));
        }
        LocalDate today = day(now);
        if (until.isBefore(today)) {
            return new Move.Refused(new Move.Refusal.SuspensionInThePast());
        }
        List<ClockState.Suspended> earlier = item.clock().state().suspendedFor(cause);
        if (inspection && earlier.size() > 1) {
            return new Move.Refused(new Move.Refusal.SuspendedTwice());
        }
        LocalDate from =
                earlier.isEmpty() ? today : later(today, earlier.getLast().to().plusDays(1));
        int most = !inspection ? OTHER_DAYS : earlier.isEmpty() ? INSPECTION_DAYS : MORE_INSPECTION_DAYS;
        if (until.isBefore(from)) {
            return new Move.Refused(new Move.Refusal.SuspensionInThePast());
        }
        if (ChronoUnit.DAYS.between(from, until) + 1 > most) {
            return new Move.Refused(new Move.Refusal.SuspensionTooLong(most));
        }
        String article = inspection ? INSPECTED : NOT_COUNTED;
        String note = SeoulTime.spoken(from, until) + " 기간은 처리기간에 세지 않습니다(" + article + "). 사유: " + reason;
        WorkItemDraft draft = new WorkItemDraft(item);
        ClockEntry entry = ClockEntry.suspended(now, from, until, cause);
        counting.put(draft, item, entry, "suspended", by.id(), note, article, true);
        return told(draft.item(), department, ClockEntry.Kind.SUSPENDED, note, by, now);
    }

    /**
     * Counts a clock again after the office's days off have changed; one whose deadline stays is left as it is, so that
     * counting twice is counting once.
     *
     * @param date the day that is off since, or no longer
     * @param why a Korean sentence
     * @param tell whether the resident is to hear of it
     */
    public static Move recount(
            WorkItem item,
            LocalDate date,
            String why,
            Department department,
            Counting counting,
            boolean tell,
            Instant now) {
        boolean filed = item.status() == WorkStatus.FILED;
        if (!item.status().isOpen() && !filed) {
            return new Move.Refused(item.notOpen());
        }
        ClockEntry entry = ClockEntry.recomputed(now, date.toString());
        if (counting.dueAt(item).equals(item.clock().dueAt())) {
            return new Move.AlreadySo(item);
        }
        WorkItemDraft draft = new WorkItemDraft(item);
        counting.put(draft, item, entry, "recomputed", WorkItem.SYSTEM, why, COUNTED, true);
        WorkItem next = draft.item();
        if (filed) {
            // The time to accept it is the office's own: its resident has not been told of any deadline.
            return new Move.Made(next, List.of());
        }
        return new Move.Made(
                next,
                List.of(new RoutingEvent.DeadlineChanged(
                        next, department, ClockEntry.Kind.RECOMPUTED, why, null, now, tell)));
    }

    /** Until when an item has to be done by the calendar of an office as it is, or as it would be. */
    public static Instant dueIn(WorkItem item, Counting counting) {
        return counting.dueAt(item);
    }

    private static Move.Made told(
            WorkItem next,
            Department department,
            ClockEntry.Kind cause,
            String reason,
            @Nullable Officer by,
            Instant at) {
        return new Move.Made(
                next,
                List.of(new RoutingEvent.DeadlineChanged(
                        next, department, cause, reason, by, at, cause == ClockEntry.Kind.EXTENDED)));
    }

    private static LocalDate day(Instant at) {
        return SeoulTime.local(at).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

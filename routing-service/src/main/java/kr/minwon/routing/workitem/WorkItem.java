package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.routing.office.Department;
import org.jspecify.annotations.Nullable;

/**
 * The work that a complaint is to an office: whose it is, and until when. Closed by the complaint's answer or another end
 * whatever its state; only its resident, or the office taking back what it did, opens it again.
 *
 * @param departmentId the department that handles it (처리부서)
 * @param rule why that department, a Korean sentence
 * @param assignment 1 for the first department, 2 for the next
 * @param officer who is responsible; null until somebody is
 * @param closedAt when it was closed; null while it is open
 * @param proposal an extension that waits for consent; null when there is none
 * @param reminder the next time that staff are reminded of it; null while its clock stands or when it is closed
 * @param progressAt when the resident is next told how it stands; null when it is closed or not accepted
 * @param transfers its last ways from department to department
 * @param forwarding there while it is on its way through the 민원실
 * @param objection until when its last refusal may be objected to; null when it may not be
 * @param draft how the draft of its answer stands; null when there is none
 * @param requests by which a request that is sent again is recognised
 */
public record WorkItem(
        Petition petition,
        StatutoryClock clock,
        String departmentId,
        String rule,
        int assignment,
        WorkStatus status,
        @Nullable Officer officer,
        @Nullable Instant closedAt,
        @Nullable Proposal proposal,
        @Nullable Reminder reminder,
        @Nullable Instant progressAt,
        List<Transfer> transfers,
        @Nullable Forwarding forwarding,
        @Nullable ObjectionUntil objection,
        @Nullable DraftState draft,
        Ledger ledger,
        Requests requests) {
    /** Who acts when nobody does. */
    public static final String SYSTEM = "system";

    public WorkItem {
        if (status.isOver() == (closedAt == null)
                || (status == WorkStatus.IN_PROGRESS && officer == null)
                || (status == WorkStatus.FILED && petition.acceptedAt() != null)
                || (status.isOpen() && petition.acceptedAt() == null)) {
            throw new IllegalArgumentException("a work item cannot be " + status + " like this");
        }
        transfers = List.copyOf(transfers);
    }

    public String id() {
        return petition.complaintId();
    }

    /** An officer of the department takes it. */
    public Move claim(Officer by, Department department, Instant now) {
        if (!status.isOpen()) {
            return new Move.Refused(notOpen());
        }
        if (forwarding != null) {
            return new Move.Refused(new Move.Refusal.OnItsWay());
        }
        if (officer != null) {
            return officer.id().equals(by.id())
                    ? new Move.AlreadySo(this)
                    : new Move.Refused(new Move.Refusal.ClaimedBy(officer));
        }
        return taken(by, department, now, "claimed", by.id(), by.name() + " 담당자가 맡았습니다.");
    }

    /** The department's lead gives it to an officer, also when another has it. */
    public Move give(Officer to, Department department, String by, Instant now) {
        if (!status.isOpen()) {
            return new Move.Refused(notOpen());
        }
        if (forwarding != null) {
            return new Move.Refused(new Move.Refusal.OnItsWay());
        }
        if (officer != null && officer.id().equals(to.id())) {
            return new Move.AlreadySo(this);
        }
        return taken(to, department, now, "given", by, to.name() + " 담당자에게 맡겼습니다.");
    }

    private Move taken(Officer who, Department department, Instant now, String what, String by, String note) {
        WorkItemDraft draft = new WorkItemDraft(this);
        draft.officer = who;
        if (status != WorkStatus.WAITING) {
            draft.goOn();
        }
        draft.note(now, what, by, note);
        WorkItem next = draft.item();
        return new Move.Made(next, List.of(new RoutingEvent.WorkClaimed(next, department, who, now, by)));
    }

    /** Why nothing is done with an item that is not open. */
    Move.Refusal notOpen() {
        return status == WorkStatus.FILED ? new Move.Refusal.NotYetAccepted() : new Move.Refusal.Closed();
    }

    /** Why nothing is done with an item now: it is not open, or a supplement is awaited; null when it may be. */
    Move.@Nullable Refusal notNow() {
        if (!status.isOpen()) {
            return notOpen();
        }
        return status == WorkStatus.WAITING ? new Move.Refusal.Awaiting() : null;
    }

    /**
     * Reminds staff of it when it is time. Of what was missed only the last is told, and an item whose time has not come
     * stays as it is: so two who remind do it once.
     */
    public Move remind(Department department, Counting counting, Instant now) {
        if (reminder == null || reminder.at().isAfter(now)) {
            return new Move.AlreadySo(this);
        }
        Reminder last = counting.lastReminder(clock, now).orElse(reminder);
        Reminder due = status == WorkStatus.FILED ? last.toAccept() : last;
        WorkItemDraft draft = new WorkItemDraft(this);
        draft.reminder = counting.nextReminder(clock, now).orElse(null);
        draft.note(now, "reminded", SYSTEM, said(due));
        WorkItem next = draft.item();
        return new Move.Made(next, List.of(new RoutingEvent.StaffReminded(next, department, due, now)));
    }

    /**
     * Tells the resident how it stands when it is time (민원처리법 시행령 제23조): also while its clock stands. Of what was missed
     * only the last is told.
     */
    public Move tellProgress(Department department, Counting counting, Instant now) {
        if (progressAt == null || progressAt.isAfter(now)) {
            return new Move.AlreadySo(this);
        }
        ProgressNotices notices = counting.progress(clock, runsFrom());
        WorkItemDraft draft = new WorkItemDraft(this);
        draft.progressAt = notices.next(now);
        draft.note(now, "progress", SYSTEM, "접수한 지 오래되어 진행상황을 민원인에게 알렸습니다(민원처리법 시행령 제23조).");
        WorkItem next = draft.item();
        return new Move.Made(next, List.of(new RoutingEvent.ProgressDue(next, department, notices.passed(now), now)));
    }

    /** A letter presses for it (독촉장, 민원처리법 시행령 제28조): noted once. */
    public Move pressed(String letter, String by, Instant at) {
        String note = "처리기한이 지나 독촉장(제" + letter + "호)을 발행했습니다(민원처리법 시행령 제28조).";
        boolean noted = ledger.entries().stream().anyMatch(entry -> entry.note().equals(note));
        if (noted) {
            return new Move.AlreadySo(this);
        }
        WorkItemDraft draft = new WorkItemDraft(this);
        draft.note(at, "pressed", by, note);
        return new Move.Made(draft.item(), List.of());
    }

    /** When it was closed after its deadline, oldest first. */
    public List<LateClosing> lateClosings() {
        return LateClosing.of(this);
    }

    /** From when its clock runs: its acceptance, or when it was reopened. */
    Instant runsFrom() {
        return clock.state().runsFrom(petition);
    }

    private static String said(Reminder due) {
        return switch (due.kind()) {
            case HALF -> "처리기간의 절반이 지났습니다.";
            case DUE_SOON -> "처리기한까지 근무일로 하루 남았습니다.";
            case DUE -> "처리기한이 지났습니다.";
            case ACCEPTANCE -> "접수기한이 지났습니다(민원처리법 시행령 제6조).";
            case OVERDUE -> "처리기한이 지난 지 근무일로 " + due.workingDaysLate() + "일째입니다.";
        };
    }

    /** The complaint is answered, withdrawn or returned; empty when the item was closed before. */
    public Optional<WorkItem> close(WorkStatus how, Counting counting, Instant at) {
        if (!how.isOver()) {
            throw new IllegalArgumentException("an item is not closed by being " + how);
        }
        if (status == WorkStatus.MERGED) {
            return followed(how, at);
        }
        if (status.isOver()) {
            return Optional.empty();
        }
        String note = switch (how) {
            case ANSWERED -> "답변이 완료되어 마쳤습니다.";
            case RETURNED -> "보완되지 않아 되돌려 주고 마쳤습니다.";
            case WITHDRAWN -> "민원인이 취하하여 마쳤습니다.";
            case MERGED -> "취지가 같은 다른 민원과 함께 처리합니다.";
            case CLOSED -> "같은 내용의 반복민원이어서 종결했습니다.";
            case TRANSFERRED, FILED, ASSIGNED, IN_PROGRESS, WAITING ->
                throw new IllegalArgumentException("closed as " + how);
        };
        String article = switch (how) {
            case ANSWERED -> "민원처리법 제27조";
            case RETURNED -> "민원처리법 시행령 제25조";
            case MERGED -> "민원처리법 시행령 제6조";
            case CLOSED -> "민원처리법 제23조";
            default -> "민원처리법 제22조";
        };
        return Optional.of(ended(how, "closed", SYSTEM, note, article, counting, at));
    }

    /** What is merged gets the answer of the leading petition, or is taken back; its clock has stopped before. */
    private Optional<WorkItem> followed(WorkStatus how, Instant at) {
        if (how != WorkStatus.ANSWERED && how != WorkStatus.WITHDRAWN) {
            return Optional.empty();
        }
        WorkItemDraft draft = new WorkItemDraft(this);
        draft.status = how;
        draft.closedAt = at;
        String note = how == WorkStatus.ANSWERED ? "함께 처리한 대표 민원의 답변으로 마쳤습니다." : "민원인이 취하하여 마쳤습니다.";
        draft.note(at, "closed", SYSTEM, note);
        return Optional.of(draft.item());
    }

    /** Its clock ends; the record stays. */
    WorkItem ended(WorkStatus how, String what, String by, String note, String article, Counting counting, Instant at) {
        WorkItemDraft draft = new WorkItemDraft(this);
        draft.status = how;
        draft.closedAt = at;
        draft.proposal = null;
        draft.progressAt = null;
        draft.forwarding = null;
        draft.draft = null;
        ClockEntry stopped = ClockEntry.of(ClockEntry.Kind.STOPPED, at);
        counting.put(draft, this, stopped, what, by, note, article, false);
        return draft.item();
    }

    /** The draft of its answer stands otherwise than before; empty when it does not, or when nothing is left to do. */
    public Optional<WorkItem> drafted(@Nullable DraftState now) {
        if (!status.isOpen() || draft == now) {
            return Optional.empty();
        }
        WorkItemDraft next = new WorkItemDraft(this);
        next.draft = now;
        return Optional.of(next.item());
    }

    /** The same, changed by a request that will be recognised when it comes again. */
    WorkItem by(RequestMark request) {
        WorkItemDraft draft = new WorkItemDraft(this);
        draft.requests = requests.with(request);
        return draft.item();
    }

    /** The same with its ledger bounded. */
    public WorkItem bounded() {
        WorkItemDraft draft = new WorkItemDraft(this);
        draft.ledger = ledger.bounded();
        return draft.item();
    }
}

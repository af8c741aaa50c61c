package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Placement;
import org.jspecify.annotations.Nullable;

/**
 * The work that a complaint is to an office: whose it is, and until when. Closed by the complaint's answer or withdrawal
 * whatever its state; nothing opens it again.
 *
 * @param departmentId the department that handles it (처리부서)
 * @param rule why that department, a Korean sentence
 * @param assignment 1 for the first department, 2 for the next
 * @param officer who is responsible; null until somebody is
 * @param closedAt when it was closed; null while it is open
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
        Ledger ledger) {
    /** Who acts when nobody does. */
    public static final String SYSTEM = "system";

    public WorkItem {
        if (status.isOpen() == (closedAt != null) || (status == WorkStatus.IN_PROGRESS && officer == null)) {
            throw new IllegalArgumentException("a work item cannot be " + status + " like this");
        }
    }

    /** A new item: placed by rule, its clock started (민원처리법 제19조). */
    public static Move.Made start(Petition petition, Placement placement, StatutoryClock clock, Instant now) {
        Department department = placement.department();
        WorkItem item = new WorkItem(
                petition,
                clock,
                department.id(),
                placement.rule(),
                1,
                WorkStatus.ASSIGNED,
                null,
                null,
                Ledger.begin(new Ledger.Entry(
                        now,
                        "started",
                        SYSTEM,
                        placement.rule() + " 처리기한: " + clock.steps().getLast())));
        return new Move.Made(item, List.of(new RoutingEvent.WorkAssigned(item, department, now, SYSTEM)));
    }

    public String id() {
        return petition.complaintId();
    }

    /** An officer of the department takes it. */
    public Move claim(Officer by, Department department, Instant now) {
        if (!status.isOpen()) {
            return new Move.Refused(new Move.Refusal.Closed());
        }
        if (officer != null) {
            return officer.id().equals(by.id())
                    ? new Move.AlreadySo(this)
                    : new Move.Refused(new Move.Refusal.ClaimedBy(officer));
        }
        return taken(by, department, new Ledger.Entry(now, "claimed", by.id(), by.name() + " 담당자가 맡았습니다."));
    }

    /** The department's lead gives it to an officer, also when another has it. */
    public Move give(Officer to, Department department, String by, Instant now) {
        if (!status.isOpen()) {
            return new Move.Refused(new Move.Refusal.Closed());
        }
        if (officer != null && officer.id().equals(to.id())) {
            return new Move.AlreadySo(this);
        }
        return taken(to, department, new Ledger.Entry(now, "given", by, to.name() + " 담당자에게 맡겼습니다."));
    }

    private Move taken(Officer by, Department department, Ledger.Entry entry) {
        WorkItem next = new WorkItem(
                petition, clock, departmentId, rule, assignment, WorkStatus.IN_PROGRESS, by, null, ledger.with(entry));
        return new Move.Made(next, List.of(new RoutingEvent.WorkClaimed(next, department, by, entry.at(), entry.by())));
    }

    /** It goes to another department (이송, 민원처리법 시행령 제13조); the clock runs on. */
    public Move moveTo(Department department, String by, Instant now) {
        if (!status.isOpen()) {
            return new Move.Refused(new Move.Refusal.Closed());
        }
        if (departmentId.equals(department.id())) {
            return new Move.AlreadySo(this);
        }
        String why = "담당자가 " + department.name() + "(으)로 보냈습니다. 처리기한은 그대로입니다.";
        WorkItem next = new WorkItem(
                petition,
                clock,
                department.id(),
                why,
                assignment + 1,
                WorkStatus.ASSIGNED,
                null,
                null,
                ledger.with(new Ledger.Entry(now, "moved", by, why)));
        return new Move.Made(next, List.of(new RoutingEvent.WorkAssigned(next, department, now, by)));
    }

    /** The complaint is answered or withdrawn; empty when the item was closed before. */
    public Optional<WorkItem> close(WorkStatus how, Instant at) {
        if (how.isOpen()) {
            throw new IllegalArgumentException("an item is not closed by being " + how);
        }
        if (!status.isOpen()) {
            return Optional.empty();
        }
        String note = how == WorkStatus.ANSWERED ? "답변이 완료되어 마쳤습니다." : "민원인이 취하하여 마쳤습니다.";
        return Optional.of(new WorkItem(
                petition,
                clock,
                departmentId,
                rule,
                assignment,
                how,
                officer,
                at,
                ledger.with(new Ledger.Entry(at, "closed", SYSTEM, note))));
    }

    /** The same with its ledger bounded. */
    public WorkItem bounded() {
        return new WorkItem(
                petition, clock, departmentId, rule, assignment, status, officer, closedAt, ledger.bounded());
    }
}

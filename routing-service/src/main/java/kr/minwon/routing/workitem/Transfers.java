package kr.minwon.routing.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import org.jspecify.annotations.Nullable;

/**
 * How a petition comes from one department to another (이송, 민원처리법 시행령 제13조): directly, or through the 민원실 where the
 * office's policy has it so; or to another office (민원처리법 제16조).
 */
public final class Transfers {
    private static final int MOST_KEPT = 20;
    private static final String INSIDE = "민원처리법 시행령 제13조";

    private Transfers() {}

    /**
     * It goes to a department. Sent on directly, the clock runs on, and back to where it came from is allowed once a day;
     * where the 민원실 says whose it is, that is so, and the time on the way is not counted.
     */
    public static Move move(
            WorkItem item, Department to, @Nullable String reason, String by, Counting counting, Instant now) {
        Forwarding forwarding = item.forwarding();
        if (item.status().isOpen() && forwarding == null && item.departmentId().equals(to.id())) {
            return new Move.AlreadySo(item);
        }
        String from = forwarding == null ? item.departmentId() : forwarding.from();
        boolean sentBack = from.equals(to.id());
        Move.Refusal refusal = item.notNow();
        if (refusal == null && forwarding == null && isBackTwice(item, to.id(), now)) {
            refusal = new Move.Refusal.BackTwice();
        }
        if (refusal != null) {
            return new Move.Refused(refusal);
        }
        WorkItemDraft draft = new WorkItemDraft(item);
        draft.departmentId = to.id();
        draft.assignment = item.assignment() + 1;
        draft.status = WorkStatus.ASSIGNED;
        draft.officer = null;
        draft.forwarding = null;
        draft.draft = sentBack ? item.draft() : null;
        draft.transfers = sentBack ? item.transfers() : plus(item.transfers(), new Transfer(from, to.id(), now));
        if (forwarding == null) {
            draft.rule = "담당자가 " + to.name() + "(으)로 보냈습니다. 처리기한은 그대로입니다." + because(reason);
            draft.note(now, "moved", by, draft.rule);
        } else {
            draft.rule = (sentBack ? "민원실이 " + to.name() + "(으)로 돌려보냈습니다" : "민원실이 담당부서를 " + to.name() + "(으)로 정했습니다")
                    + "(" + INSIDE + ")." + because(reason);
            ClockEntry arrived = ClockEntry.of(ClockEntry.Kind.ARRIVED, now);
            counting.put(draft, item, arrived, "moved", by, draft.rule, INSIDE, true);
        }
        WorkItem next = draft.item();
        return new Move.Made(next, List.of(new RoutingEvent.WorkAssigned(next, to, now, by)));
    }

    /**
     * Its department gives it up, and the 민원실 says whose it is: what the resident knows stays until then. The time is not
     * counted, up to its bound.
     *
     * @param proposed whose it is in the department's opinion; null when it does not know
     */
    public static Move forward(
            WorkItem item,
            Department intake,
            @Nullable Department proposed,
            @Nullable String reason,
            String by,
            Counting counting,
            Instant now) {
        Move.Refusal refusal = item.notNow();
        if (refusal == null && proposed != null && item.departmentId().equals(proposed.id())) {
            refusal = new Move.Refusal.SameDepartment();
        }
        if (refusal != null) {
            return new Move.Refused(refusal);
        }
        String whose = proposed == null ? "" : " 알맞다고 본 부서: " + proposed.name() + ".";
        WorkItemDraft draft = new WorkItemDraft(item);
        draft.departmentId = intake.id();
        draft.rule = "담당부서가 아니라고 하여 " + intake.name() + "에서 다시 정합니다(" + INSIDE + ")." + whose + because(reason);
        draft.status = WorkStatus.ASSIGNED;
        draft.officer = null;
        draft.forwarding = new Forwarding(item.departmentId(), proposed == null ? null : proposed.id(), reason, now);
        ClockEntry forwarded = ClockEntry.of(ClockEntry.Kind.FORWARDED, now);
        counting.put(draft, item, forwarded, "forwarded", by, draft.rule, INSIDE, true);
        return new Move.Made(draft.item(), List.of());
    }

    /** Another office is to handle it (이송, 민원처리법 제16조): our clock ends, the record stays. */
    public static Move sendAway(
            WorkItem item,
            String agency,
            String reason,
            Department department,
            Counting counting,
            String by,
            Instant now) {
        Move.Refusal refusal = item.notNow();
        if (refusal != null) {
            return new Move.Refused(refusal);
        }
        String note = agency + "(으)로 보냈습니다." + because(reason);
        WorkItem next = item.ended(WorkStatus.TRANSFERRED, "sentAway", by, note, "민원처리법 제16조", counting, now);
        return new Move.Made(next, List.of(new RoutingEvent.WorkSentAway(next, department, agency, reason, now, by)));
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : " 사유: " + reason;
    }

    /** Back to a department that sent it away today is allowed once a day. */
    private static boolean isBackTwice(WorkItem item, String to, Instant now) {
        LocalDate today = SeoulTime.local(now).toLocalDate();
        List<Transfer> sinceMorning = item.transfers().stream()
                .filter(transfer -> SeoulTime.local(transfer.at()).toLocalDate().equals(today))
                .toList();
        boolean isBack =
                sinceMorning.stream().anyMatch(transfer -> transfer.from().equals(to));
        boolean wentBack = IntStream.range(0, sinceMorning.size())
                .anyMatch(n -> sinceMorning.subList(0, n).stream()
                        .anyMatch(earlier ->
                                earlier.from().equals(sinceMorning.get(n).to())));
        return isBack && wentBack;
    }

    private static List<Transfer> plus(List<Transfer> transfers, Transfer last) {
        List<Transfer> more = new ArrayList<>(transfers);
        more.add(last);
        return more.size() > MOST_KEPT ? more.subList(1, more.size()) : more;
    }
}

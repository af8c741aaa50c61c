package kr.minwon.routing.workitem;

import java.util.Arrays;
import java.util.Optional;

/** A list of work items (업무함). */
public enum QueueView {
    /** To be accepted by hand (접수대기). */
    FILED("filed"),
    /** Nobody has it yet (배정대기). */
    UNASSIGNED("unassigned"),
    /** The caller has it (내 민원). */
    MINE("mine"),
    /** An answer waits for the lead's approval (결재대기). */
    APPROVAL("approval"),
    /** Due within one working day, and not overdue (기한임박). */
    DUE_SOON("dueSoon"),
    /** Past its deadline (기한경과). */
    OVERDUE("overdue"),
    /** The clock stands still for the petitioner (보완중). */
    WAITING("waiting"),
    /** Closed, newest first (완료). */
    DONE("done");

    private final String wireName;

    QueueView(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The view of a name. */
    public static Optional<QueueView> of(String wireName) {
        return Arrays.stream(values())
                .filter(view -> view.wireName.equals(wireName))
                .findFirst();
    }
}

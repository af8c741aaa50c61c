package kr.minwon.routing.workitem;

import java.util.Arrays;

/** Where a work item stands; the words are those of the complaint's own status. */
public enum WorkStatus {
    /** Filed, and to be accepted by hand (접수대기, 민원처리법 시행령 제6조). */
    FILED("filed"),
    /** A department has it, nobody in it yet. */
    ASSIGNED("assigned"),
    /** An officer has it. */
    IN_PROGRESS("inProgress"),
    /** A supplement is awaited, and the clock stands (보완중). */
    WAITING("supplementRequested"),
    ANSWERED("answered"),
    WITHDRAWN("withdrawn"),
    /** Given back without an answer (반려). */
    RETURNED("returned"),
    /** Another office has it (이송). */
    TRANSFERRED("transferred"),
    /** Answered with another petition of the same purpose (다수인관련민원). */
    MERGED("merged"),
    /** Closed without another answer, because it repeats earlier ones (반복민원). */
    CLOSED("closed");

    private final String wireName;

    WorkStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The word in answers and documents. */
    public String wireName() {
        return wireName;
    }

    /** The status of a word. */
    public static WorkStatus of(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status: " + wireName));
    }

    /** Whether nothing is left to do. */
    public boolean isOver() {
        return !isOpen() && this != FILED;
    }

    /** Whether a department works on it. */
    public boolean isOpen() {
        return this == ASSIGNED || this == IN_PROGRESS || this == WAITING;
    }
}

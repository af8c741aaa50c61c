package kr.minwon.routing.workitem;

import java.util.Arrays;

/** Where a work item stands; the words are those of the complaint's own status. */
public enum WorkStatus {
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
    TRANSFERRED("transferred");

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

    /** Whether anything is left to do. */
    public boolean isOpen() {
        return this == ASSIGNED || this == IN_PROGRESS || this == WAITING;
    }
}

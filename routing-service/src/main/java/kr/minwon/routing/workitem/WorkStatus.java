package kr.minwon.routing.workitem;

import java.util.Arrays;

/** Where a work item stands; the words are those of the complaint's own status. */
public enum WorkStatus {
    /** A department has it, nobody in it yet. */
    ASSIGNED("assigned"),
    /** An officer has it. */
    IN_PROGRESS("inProgress"),
    ANSWERED("answered"),
    WITHDRAWN("withdrawn");

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
        return this == ASSIGNED || this == IN_PROGRESS;
    }
}

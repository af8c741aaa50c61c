package kr.minwon.routing.workitem;

import java.util.Arrays;
import java.util.Optional;

/** How the draft of an item's answer stands (전자결재), as complaint-service tells it; the words are those of its event. */
public enum DraftState {
    /** A lead is to approve it, or to return it. */
    AWAITING("awaiting"),
    /** Its author is to write it anew. */
    RETURNED("returned");

    private final String wireName;

    DraftState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The state of a word; empty where nothing stands. */
    public static Optional<DraftState> of(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst();
    }
}

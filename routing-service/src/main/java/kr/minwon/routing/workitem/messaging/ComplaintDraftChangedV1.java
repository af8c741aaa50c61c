package kr.minwon.routing.workitem.messaging;

import java.util.Objects;
import kr.minwon.routing.workitem.DraftState;
import org.jspecify.annotations.Nullable;

/** What routing reads of {@code complaint.draft-changed.v1}. */
record ComplaintDraftChangedV1(String state) {
    static final String TYPE = "complaint.draft-changed.v1";

    ComplaintDraftChangedV1 {
        Objects.requireNonNull(state, "state");
    }

    /** Null where no draft stands. */
    @Nullable
    DraftState draft() {
        return DraftState.of(state).orElse(null);
    }
}

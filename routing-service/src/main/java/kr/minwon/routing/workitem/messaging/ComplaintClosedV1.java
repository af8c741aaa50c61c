package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.closed.v1}. */
record ComplaintClosedV1(String reason, OffsetDateTime closedAt) {
    static final String TYPE = "complaint.closed.v1";

    ComplaintClosedV1 {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(closedAt, "closedAt");
    }

    boolean isRepeat() {
        return reason.equals("repeat");
    }
}

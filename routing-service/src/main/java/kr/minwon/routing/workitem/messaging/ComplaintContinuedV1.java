package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.continued.v1}. */
record ComplaintContinuedV1(OffsetDateTime continuedAt) {
    static final String TYPE = "complaint.continued.v1";

    ComplaintContinuedV1 {
        Objects.requireNonNull(continuedAt, "continuedAt");
    }
}

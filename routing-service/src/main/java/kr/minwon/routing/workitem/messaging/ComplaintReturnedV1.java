package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.returned.v1}. */
record ComplaintReturnedV1(OffsetDateTime returnedAt) {
    static final String TYPE = "complaint.returned.v1";

    ComplaintReturnedV1 {
        Objects.requireNonNull(returnedAt, "returnedAt");
    }
}

package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.accepted.v1}. */
record ComplaintAcceptedV1(OffsetDateTime acceptedAt) {
    static final String TYPE = "complaint.accepted.v1";

    ComplaintAcceptedV1 {
        Objects.requireNonNull(acceptedAt, "acceptedAt");
    }
}

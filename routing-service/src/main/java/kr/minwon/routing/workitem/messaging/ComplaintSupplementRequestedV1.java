package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.supplement-requested.v1}. */
record ComplaintSupplementRequestedV1(OffsetDateTime requestedAt) {
    static final String TYPE = "complaint.supplement-requested.v1";

    ComplaintSupplementRequestedV1 {
        Objects.requireNonNull(requestedAt, "requestedAt");
    }
}

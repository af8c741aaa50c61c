package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.withdrawn.v1}. */
record ComplaintWithdrawnV1(OffsetDateTime withdrawnAt) {
    static final String TYPE = "complaint.withdrawn.v1";

    ComplaintWithdrawnV1 {
        Objects.requireNonNull(withdrawnAt, "withdrawnAt");
    }
}

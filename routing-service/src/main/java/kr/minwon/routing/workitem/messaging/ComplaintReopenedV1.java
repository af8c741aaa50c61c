package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.reopened.v1}. */
record ComplaintReopenedV1(String cause, OffsetDateTime reopenedAt) {
    static final String TYPE = "complaint.reopened.v1";

    ComplaintReopenedV1 {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(reopenedAt, "reopenedAt");
    }
}

package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.merged.v1}. */
record ComplaintMergedV1(OffsetDateTime mergedAt) {
    static final String TYPE = "complaint.merged.v1";

    ComplaintMergedV1 {
        Objects.requireNonNull(mergedAt, "mergedAt");
    }
}

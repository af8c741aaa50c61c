package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.supplemented.v1}. */
record ComplaintSupplementedV1(OffsetDateTime suppliedAt) {
    static final String TYPE = "complaint.supplemented.v1";

    ComplaintSupplementedV1 {
        Objects.requireNonNull(suppliedAt, "suppliedAt");
    }
}

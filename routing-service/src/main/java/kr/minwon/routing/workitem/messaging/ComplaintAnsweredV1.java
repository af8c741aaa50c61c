package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.answered.v1}. */
record ComplaintAnsweredV1(OffsetDateTime answeredAt) {
    static final String TYPE = "complaint.answered.v1";

    ComplaintAnsweredV1 {
        Objects.requireNonNull(answeredAt, "answeredAt");
    }
}

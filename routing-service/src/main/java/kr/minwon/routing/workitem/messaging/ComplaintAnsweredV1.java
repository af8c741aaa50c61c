package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What routing reads of {@code complaint.answered.v1}. */
record ComplaintAnsweredV1(
        OffsetDateTime answeredAt,
        @Nullable String outcome,
        @Nullable Integer answer) {
    static final String TYPE = "complaint.answered.v1";

    ComplaintAnsweredV1 {
        Objects.requireNonNull(answeredAt, "answeredAt");
    }

    /** Whether something that was asked for was refused. */
    boolean isRefusal() {
        return "불수용".equals(outcome) || "일부수용".equals(outcome);
    }
}

package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;

/** What routing reads of {@code complaint.consent-answered.v1}. */
record ComplaintConsentAnsweredV1(Integer extension, Boolean agreed, OffsetDateTime answeredAt) {
    static final String TYPE = "complaint.consent-answered.v1";

    ComplaintConsentAnsweredV1 {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(agreed, "agreed");
        Objects.requireNonNull(answeredAt, "answeredAt");
    }
}

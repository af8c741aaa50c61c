package kr.minwon.routing.workitem.messaging;

import java.time.OffsetDateTime;
import java.util.Objects;
import kr.minwon.routing.workitem.Petition;
import org.jspecify.annotations.Nullable;

/** What routing reads of {@code complaint.submitted.v1}. */
record ComplaintSubmittedV1(
        String complaintId,
        String officeId,
        String receiptNumber,
        String title,
        String category,
        String status,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime acceptedAt) {
    static final String TYPE = "complaint.submitted.v1";
    private static final String ACCEPTED = "accepted";

    ComplaintSubmittedV1 {
        Objects.requireNonNull(complaintId, "complaintId");
        Objects.requireNonNull(officeId, "officeId");
        Objects.requireNonNull(receiptNumber, "receiptNumber");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(submittedAt, "submittedAt");
        if (ACCEPTED.equals(status)) {
            Objects.requireNonNull(acceptedAt, "acceptedAt");
        }
    }

    /** Whether the clock runs; if not, the complaint waits to be accepted by hand. */
    boolean isAccepted() {
        return ACCEPTED.equals(status);
    }

    Petition petition() {
        return new Petition(
                complaintId,
                officeId,
                receiptNumber,
                title,
                category,
                submittedAt.toInstant(),
                isAccepted() ? Objects.requireNonNull(acceptedAt, "acceptedAt").toInstant() : null);
    }
}

package kr.minwon.routing.workitem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The few things of a complaint that a queue shows.
 *
 * @param submittedAt when it was filed
 * @param acceptedAt when the office accepted it (접수): the clock runs from then; null until somebody has
 */
public record Petition(
        String complaintId,
        String officeId,
        String receiptNumber,
        String title,
        String category,
        Instant submittedAt,
        @Nullable Instant acceptedAt) {
    /** From when its clock is counted: its acceptance, or, for as long as that is due, its filing. */
    public Instant countedFrom() {
        return acceptedAt == null ? submittedAt : acceptedAt;
    }

    Petition accepted(Instant at) {
        return new Petition(complaintId, officeId, receiptNumber, title, category, submittedAt, at);
    }
}

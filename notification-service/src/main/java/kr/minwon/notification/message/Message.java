package kr.minwon.notification.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text to one person.
 *
 * @param id {@code complaintId/step.n/recipient}: the same text can be stored only once
 * @param step such as {@code assigned.1}
 * @param sealedPhone the phone, sealed
 * @param previous the message to the same phone that has to go first; null for the first
 * @param eventAt when what it tells happened
 * @param traceparent the trace it belongs to
 * @param sendingBy the instance that is handing it over; null unless it is being sent
 * @param reason why it is unknown, failed or dropped
 */
public record Message(
        String id,
        String complaintId,
        String officeId,
        String receiptNumber,
        @Nullable String departmentId,
        String step,
        String recipient,
        String sealedPhone,
        String text,
        String templateVersion,
        @Nullable String previous,
        MessageState state,
        Instant eventAt,
        Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant acceptedAt,
        @Nullable String provider,
        @Nullable String providerMessageId,
        @Nullable Receipt receipt,
        @Nullable String reason,
        @Nullable String traceparent,
        @Nullable String sendingBy) {

    /** The one and only id of a step's text. */
    public static String idOf(String complaintId, String step, String recipient) {
        return complaintId + "/" + step + "/" + recipient;
    }

    /** Which texts go one after the other: those of one case to one phone. */
    public String lane() {
        return complaintId + "/" + recipient;
    }

    /** The same message in a later state. */
    public Message become(MessageState next, @Nullable Receipt newReceipt, @Nullable String newReason) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
        return new Message(
                id,
                complaintId,
                officeId,
                receiptNumber,
                departmentId,
                step,
                recipient,
                sealedPhone,
                text,
                templateVersion,
                previous,
                next,
                eventAt,
                queuedAt,
                sentAt,
                acceptedAt,
                provider,
                providerMessageId,
                newReceipt == null ? receipt : newReceipt,
                newReason,
                traceparent,
                null);
    }
}

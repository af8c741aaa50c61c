package kr.minwon.notification.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has come.
 *
 * @param sentAt when it was last written down as being sent
 * @param acceptedAt when the provider said that it has it
 * @param provider whom it was handed to
 * @param providerMessageId the provider's own id
 * @param receipt what the provider said became of it
 * @param reason why it is unknown, failed or dropped
 * @param sendingBy the instance that is handing it over; null unless it is being sent
 */
public record Progress(
        MessageState state,
        @Nullable Instant sentAt,
        @Nullable Instant acceptedAt,
        @Nullable String provider,
        @Nullable String providerMessageId,
        @Nullable Receipt receipt,
        @Nullable String reason,
        @Nullable String sendingBy) {

    /** Nothing has happened yet. */
    public static final Progress QUEUED = new Progress(MessageState.QUEUED, null, null, null, null, null, null, null);

    Progress sending(String instance, String to, Instant at) {
        require(MessageState.SENDING);
        return new Progress(MessageState.SENDING, at, null, to, null, null, null, instance);
    }

    Progress putBack() {
        require(MessageState.QUEUED);
        return QUEUED;
    }

    Progress accepted(@Nullable String id, Instant at) {
        require(MessageState.ACCEPTED);
        return new Progress(MessageState.ACCEPTED, sentAt, at, provider, id, null, null, null);
    }

    /** Unknown, failed or dropped. */
    Progress ended(MessageState next, String why) {
        require(next);
        return new Progress(next, sentAt, acceptedAt, provider, providerMessageId, receipt, why, null);
    }

    Progress received(Receipt said) {
        require(said.state());
        return new Progress(said.state(), sentAt, acceptedAt, provider, providerMessageId, said, said.reason(), null);
    }

    private void require(MessageState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
    }
}

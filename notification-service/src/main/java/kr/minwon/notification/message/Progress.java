package kr.minwon.notification.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one hand-over of a message has come.
 *
 * @param sentAt when it was last written down as being sent
 * @param acceptedAt when the provider said that it has it
 * @param provider whom it was handed to
 * @param providerMessageId the provider's own id
 * @param receipt what the provider said became of it
 * @param reason why it is unknown, failed or dropped
 * @param sendingBy the instance that is handing it over; null unless it is being sent
 * @param decision how the doubt about it was ended without knowing
 */
public record Progress(
        MessageState state,
        @Nullable Instant sentAt,
        @Nullable Instant acceptedAt,
        @Nullable String provider,
        @Nullable String providerMessageId,
        @Nullable Receipt receipt,
        @Nullable Reason reason,
        @Nullable String sendingBy,
        @Nullable Decision decision) {

    /** Nothing has happened yet. */
    public static final Progress QUEUED =
            new Progress(MessageState.QUEUED, null, null, null, null, null, null, null, null);

    /** Whether only a receipt can still tell what became of it. */
    public boolean isInDoubt() {
        return state == MessageState.UNKNOWN;
    }

    /** Whether its receipt can be told by nothing but the phone and the time, if it comes without our reference. */
    public boolean isKnownByPhoneOnly() {
        return isInDoubt() || (state == MessageState.ACCEPTED && providerMessageId == null);
    }

    Progress sending(String instance, String to, Instant at) {
        require(MessageState.SENDING);
        return new Progress(MessageState.SENDING, at, null, to, null, null, null, instance, null);
    }

    Progress sendingAgain(String to, Instant at) {
        if (state != MessageState.SENDING) {
            throw new IllegalStateException(state + " is not being sent");
        }
        return new Progress(state, at, null, to, null, null, null, sendingBy, null);
    }

    Progress putBack() {
        require(MessageState.QUEUED);
        return QUEUED;
    }

    Progress accepted(@Nullable String id, Instant at) {
        require(MessageState.ACCEPTED);
        return new Progress(MessageState.ACCEPTED, sentAt, at, provider, id, null, null, null, decision);
    }

    /** Unknown, failed or dropped. */
    Progress ended(MessageState next, Reason why) {
        require(next);
        return new Progress(next, sentAt, acceptedAt, provider, providerMessageId, receipt, why, null, decision);
    }

    Progress received(Receipt said, @Nullable String id) {
        require(said.state());
        String known = providerMessageId == null ? id : providerMessageId;
        return new Progress(said.state(), sentAt, acceptedAt, provider, known, said, said.reason(), null, decision);
    }

    Progress decided(Decision made) {
        return new Progress(state, sentAt, acceptedAt, provider, providerMessageId, receipt, reason, sendingBy, made);
    }

    /** The same, of which the store cannot take the provider's id. */
    Progress withoutProviderId() {
        return new Progress(state, sentAt, acceptedAt, provider, null, receipt, reason, sendingBy, decision);
    }

    private void require(MessageState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " cannot become " + next);
        }
    }
}

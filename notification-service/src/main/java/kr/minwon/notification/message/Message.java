package kr.minwon.notification.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text to one person.
 *
 * @param id {@code complaintId/step.n/recipient}: the same text can be stored only once
 * @param version what a compare-and-set compares
 * @param step such as {@code assigned.1}
 * @param recipient who it goes to, such as {@code reporter}
 * @param sealedPhone the phone, sealed
 * @param previous the message to the same phone that has to go first; null for the first
 * @param eventAt when what it tells happened
 * @param queuedAt when it was stored
 * @param traceparent the trace it belongs to
 */
public record Message(
        String id,
        long version,
        About about,
        String step,
        String recipient,
        String sealedPhone,
        Content content,
        @Nullable String previous,
        Instant eventAt,
        Instant queuedAt,
        @Nullable String traceparent,
        Progress progress) {

    /** The one and only id of a step's text. */
    public static String idOf(String complaintId, String step, String recipient) {
        return complaintId + "/" + step + "/" + recipient;
    }

    public MessageState state() {
        return progress.state();
    }

    /** Which texts go one after the other: those of one case to one phone. */
    public String lane() {
        return about.complaintId() + "/" + recipient;
    }

    /** Our reference with the provider: 16 bits of the id, all that SMPP's user_message_reference holds. */
    public int reference() {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 16)) & 0xFFFF;
    }

    /** Written down as being handed over by this instance. */
    public Message sending(String instance, String provider, Instant at) {
        return with(progress.sending(instance, provider, at));
    }

    /** The provider definitely did not take it, and may later. */
    public Message putBack() {
        return with(progress.putBack());
    }

    /** The provider has it; its id is null when receipts cannot be matched to it. */
    public Message accepted(@Nullable String providerMessageId, Instant at) {
        return with(progress.accepted(providerMessageId, at));
    }

    /** Nobody can tell whether the provider took it. */
    public Message unknown(String reason) {
        return with(progress.ended(MessageState.UNKNOWN, reason));
    }

    /** The provider will never take it. */
    public Message failed(String reason) {
        return with(progress.ended(MessageState.FAILED, reason));
    }

    /** It is worth nothing any more and is not sent. */
    public Message dropped(String reason) {
        return with(progress.ended(MessageState.DROPPED, reason));
    }

    /** What the provider said became of it. */
    public Message received(Receipt receipt) {
        return with(progress.received(receipt));
    }

    /** The same message as the store has it now. */
    public Message storedAs(long newVersion) {
        return new Message(
                id,
                newVersion,
                about,
                step,
                recipient,
                sealedPhone,
                content,
                previous,
                eventAt,
                queuedAt,
                traceparent,
                progress);
    }

    private Message with(Progress next) {
        return new Message(
                id,
                version,
                about,
                step,
                recipient,
                sealedPhone,
                content,
                previous,
                eventAt,
                queuedAt,
                traceparent,
                next);
    }
}

package kr.minwon.notification.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody sent to an office.
 *
 * @param provider who brought it, such as {@code smpp}
 * @param providerId the provider's own id of it; null where it gives none
 * @param from who, 11 digits of a mobile, or whatever the carrier says
 * @param to the office's number, digits
 * @param sentAt when it was sent, where the provider says so
 * @param incomplete whether pieces of it never came
 */
public record InboundText(
        String provider,
        @Nullable String providerId,
        String from,
        String to,
        String text,
        @Nullable Instant sentAt,
        boolean incomplete) {
    static final String SMPP = "smpp";

    /** A whole text. */
    public InboundText(
            String provider,
            @Nullable String providerId,
            String from,
            String to,
            String text,
            @Nullable Instant sentAt) {
        this(provider, providerId, from, to, text, sentAt, false);
    }

    /** A text that the carrier brings without an id or a time of its own. */
    public InboundText(String from, String to, String text) {
        this(SMPP, null, from, to, text, null);
    }

    /** The same, told from others by that id. */
    public InboundText withId(String id) {
        return new InboundText(provider, id, from, to, text, sentAt, incomplete);
    }

    /** Without the number and the text. */
    @Override
    public String toString() {
        return "an inbound text";
    }
}

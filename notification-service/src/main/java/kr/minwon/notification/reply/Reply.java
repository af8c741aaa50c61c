package kr.minwon.notification.reply;

import java.time.Instant;
import kr.minwon.notification.message.MobileNumber;
import org.jspecify.annotations.Nullable;

/**
 * A text as the office has it. Number and words are clear only here; they are sealed where they are stored.
 *
 * @param id a UUIDv7 of its moment, always the same for the same text; a complaint that it files has the same
 * @param from 11 digits of a mobile, or whatever the carrier says
 * @param to the office's number
 * @param cut whether there was more than is kept
 * @param refusal why its case could not take it; null otherwise
 * @param open whether it waits in the office's list
 * @param handling what somebody of the office did; null while nobody has
 */
public record Reply(
        String id,
        String officeId,
        String provider,
        String from,
        String to,
        String text,
        boolean cut,
        Instant receivedAt,
        Meaning meaning,
        @Nullable String refusal,
        boolean open,
        @Nullable Handling handling) {
    /**
     * What somebody of the office did with it.
     *
     * @param note what they said about it
     */
    public record Handling(
            What what,
            String byId,
            String byName,
            Instant at,
            @Nullable String note) {
        /** What was done. */
        public enum What {
            ATTACHED,
            FILED,
            DONE;

            /** The name on the wire and in documents. */
            public String wireName() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    /** Whether its sender has a Korean mobile: only such a one can be answered. */
    public boolean isFromMobile() {
        return MobileNumber.isOne(from);
    }

    /** Whether somebody may still say what becomes of it: it waits, or a machine was taken to have written it. */
    public boolean isUnhandled() {
        return open || (meaning.kind() == Meaning.Kind.AUTOMATIC && handling == null);
    }

    /** Its case could not take it: somebody has to look at it. */
    Reply refused(String why) {
        return new Reply(
                id,
                officeId,
                provider,
                from,
                to,
                text,
                cut,
                receivedAt,
                meaning.because(Meaning.Why.REFUSED),
                why,
                true,
                null);
    }

    /** Somebody did something with it. */
    Reply handled(Handling how, Meaning now) {
        return new Reply(
                id,
                officeId,
                provider,
                from,
                to,
                text,
                cut,
                receivedAt,
                now.because(meaning.why()),
                refusal,
                false,
                how);
    }

    /** Without the number and the text. */
    @Override
    public String toString() {
        return "reply " + id;
    }
}

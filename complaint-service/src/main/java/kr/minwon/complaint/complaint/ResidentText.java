package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text that a resident sent, as notification-service understood it.
 *
 * @param replyId a UUIDv7 of its moment, the same for the same text
 * @param words what it says
 * @param cut whether it said more than is kept
 * @param score of a rating
 * @param agreed of a consent
 * @param by who of the office gave it to the case; null when nobody had to
 */
public record ResidentText(
        String replyId,
        Meaning meaning,
        String words,
        boolean cut,
        Instant at,
        @Nullable Integer score,
        @Nullable Boolean agreed,
        @Nullable Officer by) {
    /** What it is meant as. */
    public enum Meaning {
        RATING,
        REOPENING,
        SUPPLEMENT,
        CONSENT,
        NOTE,
        COMPLAINT;

        /** The name on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The meaning of a wire name.
         *
         * @throws IllegalArgumentException for any other text
         */
        public static Meaning of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /** Tells it from other texts, and from itself when it was given to a case anew. */
    String key() {
        return replyId + "/" + meaning.wireName();
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "text " + replyId;
    }
}

package kr.minwon.notification.consent;

import java.time.Instant;

/**
 * A line of the ledger.
 *
 * @param given whether consent was given; else it was withdrawn
 * @param words by which it was said: what was texted, or the version and language of the sentences on the page; see
 *     {@link ConsentWords}
 */
public record ConsentEntry(Purpose purpose, boolean given, Channel channel, String words, Instant at) {
    /** How it was said. */
    public enum Channel {
        /** A text to the office's number. */
        TEXT("text"),
        /** The link in a text. */
        LINK("link"),
        /** The office's free number for opting out (080). */
        FREE_NUMBER("freeNumber"),
        /** The page or the API, by whoever has verified the phone. */
        VERIFIED_PHONE("verifiedPhone");

        private final String wireName;

        Channel(String wireName) {
            this.wireName = wireName;
        }

        /** The name on the wire and in documents. */
        public String wireName() {
            return wireName;
        }

        /**
         * The channel of a wire name.
         *
         * @throws IllegalArgumentException for any other text
         */
        public static Channel of(String wireName) {
            for (Channel channel : values()) {
                if (channel.wireName().equals(wireName)) {
                    return channel;
                }
            }
            throw new IllegalArgumentException("no channel " + wireName);
        }
    }
}

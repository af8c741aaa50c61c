package kr.minwon.notification.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param given whether consent was given; else it was withdrawn
 * @param words by which it was said: what was texted, or the version and language of the sentences on the page; see
 *     {@link ConsentWords}
 * @param area of which 동; null where nobody was asked, and of what was said before this was kept
 */
public record ConsentEntry(
        Purpose purpose,
        boolean given,
        Channel channel,
        String words,
        @Nullable Area area,
        Instant at) {
    /** 동 of an office, by their codes; all of them when there are none. */
    public record Area(String officeId, List<String> dongs) {
        public Area {
            dongs = List.copyOf(dongs);
        }

        /** Whether what goes to some 동, or to all, is wanted here. */
        boolean meets(List<String> others) {
            return dongs.isEmpty() || others.isEmpty() || dongs.stream().anyMatch(others::contains);
        }
    }

    /** Whether it says of which 동 of an office. */
    boolean saysDongsOf(String officeId) {
        return area != null && area.officeId().equals(officeId);
    }

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

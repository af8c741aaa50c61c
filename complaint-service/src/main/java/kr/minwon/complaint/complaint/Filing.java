package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was filed; none of it changes.
 *
 * @param category one of {@link Categories}
 * @param photoIds stored before the complaint is
 * @param filedAs {@code filed} or {@code accepted}: what the first answer said, for its repeats
 * @param lookupKeyId the key that makes the look-up code; the code itself is kept nowhere
 * @param language in which its resident is told of it
 * @param request recognises a repeat of the filing
 * @param channel how it was filed
 */
public record Filing(
        ComplaintId id,
        String officeId,
        ReceiptNumber receiptNumber,
        String title,
        String body,
        String category,
        @Nullable Location location,
        Reporter reporter,
        boolean smsConsent,
        boolean isPublic,
        List<String> photoIds,
        Instant submittedAt,
        ComplaintStatus filedAs,
        String lookupKeyId,
        Language language,
        @Nullable RequestMark request,
        Channel channel) {
    /** How a complaint is filed. */
    public enum Channel {
        /** By the page or the API. */
        ONLINE,
        /** By a text to the office's number: of the reporter only the phone is known. */
        TEXT;

        /** The name on the wire and in documents. */
        public String wireName() {
            return this == TEXT ? "text" : "online";
        }

        /** The channel of a wire name; nothing is online. */
        public static Channel of(@Nullable String wireName) {
            return TEXT.wireName().equals(wireName) ? TEXT : ONLINE;
        }
    }

    public Filing {
        photoIds = List.copyOf(photoIds);
        if (filedAs != ComplaintStatus.FILED && filedAs != ComplaintStatus.ACCEPTED) {
            throw new IllegalArgumentException("nothing is filed as " + filedAs);
        }
    }
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was missing and was asked for (보완요구, 민원처리법 §22), and what came.
 *
 * @param number 1 for the first request, 2 for the second; there is no third
 * @param days how long the resident was given, which more time adds again
 * @param answerBy until when the supplement is to come
 * @param moreTime how often the resident asked for more time (시행령 §24③), at most twice
 * @param supply what came; null while it is awaited
 * @param request recognises a repeat of the request that asked
 */
public record Supplement(
        int number,
        String text,
        Officer by,
        Instant requestedAt,
        int days,
        Instant answerBy,
        int moreTime,
        @Nullable Supply supply,
        @Nullable RequestMark request) {
    /**
     * What the resident sent.
     *
     * @param texted whether it came by a text, which can hold no photo
     */
    public record Supply(
            Instant at,
            String text,
            List<String> photoIds,
            boolean texted,
            @Nullable RequestMark request) {
        public Supply {
            photoIds = List.copyOf(photoIds);
        }
    }

    Supplement supplied(Supply what) {
        return new Supplement(number, text, by, requestedAt, days, answerBy, moreTime, what, request);
    }

    Supplement longer(Instant until) {
        return new Supplement(number, text, by, requestedAt, days, until, moreTime + 1, supply, request);
    }
}

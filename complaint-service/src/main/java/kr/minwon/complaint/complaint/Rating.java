package kr.minwon.complaint.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How satisfied the resident is (만족도).
 *
 * @param score 1 (매우불만족) to 5 (매우만족)
 */
public record Rating(
        Instant at,
        int score,
        @Nullable String comment,
        @Nullable RequestMark request) {
    public Rating {
        if (score < Limits.SCORE_LOWEST || score > Limits.SCORE_HIGHEST) {
            throw new IllegalArgumentException("no such score");
        }
    }
}

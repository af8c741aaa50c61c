package kr.minwon.complaint.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a text to the reporter has come, as notification last said; the higher rank wins, so neither order nor gaps
 * matter.
 *
 * @param step such as {@code received.1}
 * @param state such as {@code delivered}
 */
public record MessageState(
        String messageId,
        String step,
        String state,
        int rank,
        Instant at,
        @Nullable String provider,
        @Nullable String reason) {}

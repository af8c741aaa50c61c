package kr.minwon.complaint.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a case ended without an answer: returned (반려), or sent on to another office (이송).
 *
 * @param agency the office that handles it now; null for a returned one
 */
public record Ending(
        Instant at,
        String reason,
        @Nullable String agency,
        @Nullable RequestMark request) {}

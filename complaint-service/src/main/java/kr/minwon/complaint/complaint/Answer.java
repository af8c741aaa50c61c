package kr.minwon.complaint.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the office answered (처리결과의 통지, 민원처리법 §27).
 *
 * @param request recognises a repeat of the request that brought it
 */
public record Answer(
        Instant at,
        Outcome outcome,
        String text,
        Department department,
        Officer officer,
        @Nullable RequestMark request) {}

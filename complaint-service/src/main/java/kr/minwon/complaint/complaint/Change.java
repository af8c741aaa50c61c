package kr.minwon.complaint.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The resident changed, or added to, what was asked (민원의 변경, 민원처리법 §22). What was filed stays as it was.
 *
 * @param number 1 for the first change
 * @param request recognises a repeat of the request that brought it
 */
public record Change(
        int number, String text, Instant at, @Nullable RequestMark request) {}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The resident took the complaint back (취하, 민원처리법 §22). */
public record Withdrawal(
        Instant at, @Nullable String reason, @Nullable RequestMark request) {}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A further extension that needs the resident's consent (민원처리법 시행령 §21②).
 *
 * @param extension which extension it would be
 * @param dueAt the deadline it would bring
 * @param agreed what the resident said; null while nothing was said
 */
public record Consent(
        int extension,
        String reason,
        Instant dueAt,
        Instant askedAt,
        @Nullable Boolean agreed,
        @Nullable Instant answeredAt,
        @Nullable RequestMark request) {
    Consent answered(boolean yes, Instant at, @Nullable RequestMark mark) {
        return new Consent(extension, reason, dueAt, askedAt, yes, at, mark);
    }
}

package kr.minwon.complaint.complaint.web;

import java.util.regex.Pattern;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.RequestMark;
import kr.minwon.complaint.complaint.RequestMarks;
import kr.minwon.problems.ProblemException;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the header {@code Idempotency-Key}. Keys are scoped to the API key or session; a stranger's has no scope, so it
 * must be unguessable: at least 128 random bits, which 22 URL-safe characters carry.
 */
@Component
class IdempotencyKeys {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern ANY = Pattern.compile("[!-~]{1," + Limits.IDEMPOTENCY_KEY + "}");
    private static final Pattern STRONG = Pattern.compile(
            "[A-Za-z0-9_-]{" + Limits.IDEMPOTENCY_KEY_OF_A_STRANGER + "," + Limits.IDEMPOTENCY_KEY + "}");

    private final RequestMarks marks;

    IdempotencyKeys(RequestMarks marks) {
        this.marks = marks;
    }

    /** Refuses a key that cannot be one, before anything else is done. */
    void check(Caller caller, @Nullable String key) {
        if (key == null) {
            return;
        }
        if (!ANY.matcher(key).matches()) {
            throw new ProblemException(ComplaintProblems.KEY_MALFORMED, Limits.IDEMPOTENCY_KEY);
        }
        if (caller.idempotencyScope().isEmpty() && !STRONG.matcher(key).matches()) {
            throw new ProblemException(ComplaintProblems.KEY_TOO_WEAK, Limits.IDEMPOTENCY_KEY_OF_A_STRANGER);
        }
    }

    /** The mark of a request, if it has a key. */
    @Nullable
    RequestMark mark(Caller caller, @Nullable String key, ContentDigest content) {
        return key == null ? null : marks.of(caller.idempotencyScope(), key, content);
    }
}

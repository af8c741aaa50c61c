package kr.minwon.idempotency;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Idempotency-Key} of a command; keys are scoped to the API key or session, and to what is changed. */
public final class IdempotencyKeys {
    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final ProblemType MALFORMED = new ProblemType("idempotency-key-malformed", 400);
    private static final ProblemType REUSED = new ProblemType("idempotency-key-reused", 422);
    private static final int LONGEST = 200;
    private static final Pattern KEYS = Pattern.compile("[!-~]{1," + LONGEST + "}");

    private IdempotencyKeys() {}

    /**
     * The mark of a request.
     *
     * @param subject what is changed, such as a receipt number
     * @param key null when the sender gave none: then there is no mark either
     * @param content the command and all that was said with it
     */
    public static @Nullable RequestMark mark(
            Caller caller, String subject, @Nullable String key, @Nullable String... content) {
        if (key == null) {
            return null;
        }
        if (!KEYS.matcher(key).matches()) {
            throw new ProblemException(MALFORMED, LONGEST);
        }
        return RequestMark.of(
                caller.idempotencyScope() + "\n" + subject,
                key,
                Arrays.stream(content)
                        .map(part -> Objects.requireNonNullElse(part, ""))
                        .toList());
    }

    /** The key came before, with something else. */
    public static ProblemException reused() {
        return new ProblemException(REUSED);
    }
}

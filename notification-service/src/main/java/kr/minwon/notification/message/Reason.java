package kr.minwon.notification.message;

import org.jspecify.annotations.Nullable;

/**
 * Why a text is where it is.
 *
 * @param said the provider's own word or code, or ours; never with personal data
 * @param cause what that means; null for a code that nobody has explained yet, which is then shown as it is
 */
public record Reason(String said, @Nullable Cause cause) {
    /** What was said, unexplained. */
    public static Reason of(String said) {
        return new Reason(said, null);
    }

    @Override
    public String toString() {
        return said;
    }
}

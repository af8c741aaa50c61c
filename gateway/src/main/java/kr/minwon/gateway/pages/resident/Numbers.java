package kr.minwon.gateway.pages.resident;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Receipt numbers as people type them. */
final class Numbers {
    /** A receipt number in its groups; the path variable of every page of a case. */
    static final String SHAPE = "[0-9]{4}-[0-9]{4}-[0-9]{4}";

    private static final Pattern DIGITS = Pattern.compile("([0-9]{4})([0-9]{4})([0-9]{4})");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}.·]");

    private Numbers() {}

    /** The number in its groups, whatever stood between its digits; none when it has not 12 of them. */
    static Optional<String> of(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var digits = DIGITS.matcher(SEPARATORS.matcher(typed).replaceAll(""));
        return digits.matches()
                ? Optional.of(digits.group(1) + "-" + digits.group(2) + "-" + digits.group(3))
                : Optional.empty();
    }
}

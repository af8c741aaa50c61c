package kr.minwon.notification.message;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Korean mobiles: {@code 010} and eight digits, and that decides alone. */
public final class MobileNumber {
    private static final Pattern FORM = Pattern.compile("010[0-9]{8}");
    /** As people and their phones write them: spaces, dots, brackets and dashes, the full-width ones too. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.()\\-‐-―－．（）]");

    private static final int LONGEST_TYPED = 40;
    private static final int FULL_WIDTH = '０' - '0';
    private static final int DIGITS = 11;
    private static final int HEAD = 3;
    private static final int TAIL = 7;

    private MobileNumber() {}

    /** Whether these are the 11 digits of one, without separators. */
    public static boolean isOne(String digits) {
        return FORM.matcher(digits).matches();
    }

    /** The 11 digits of one as it is typed, also from abroad (+82); nothing when it is none. */
    public static Optional<String> typed(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String bare = SEPARATORS.matcher(halfWidth(typed)).replaceAll("").replaceFirst("^\\+820?", "0");
        return Optional.of(bare).filter(MobileNumber::isOne);
    }

    private static String halfWidth(String typed) {
        return typed.codePoints()
                .map(c -> (c >= '０' && c <= '９') || c == '＋' ? c - FULL_WIDTH : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As staff see it: {@code 010-****-5678}; nothing of what has another length. */
    public static String masked(String digits) {
        return digits.length() == DIGITS
                ? digits.substring(0, HEAD) + "-****-" + digits.substring(TAIL)
                : "***-****-****";
    }
}

package kr.minwon.notification.message;

import java.util.Optional;
import java.util.regex.Pattern;
import kr.minwon.sealedfields.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Korean mobiles: {@code 010} and eight digits, and that decides alone. */
public final class MobileNumber {
    private static final Pattern FORM = Pattern.compile("010[0-9]{8}");
    private static final int LONGEST_TYPED = 40;
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
        return Optional.ofNullable(typed)
                .filter(any -> any.length() <= LONGEST_TYPED)
                .flatMap(PhoneNumber::mobile);
    }

    /** As staff see it: {@code 010-****-5678}; nothing of what has another length. */
    public static String masked(String digits) {
        return digits.length() == DIGITS
                ? digits.substring(0, HEAD) + "-****-" + digits.substring(TAIL)
                : "***-****-****";
    }
}

package kr.minwon.notification.message;

import java.util.regex.Pattern;

/** Korean mobiles: {@code 010} and eight digits, and that decides alone. */
public final class MobileNumber {
    private static final Pattern FORM = Pattern.compile("010[0-9]{8}");
    private static final int DIGITS = 11;
    private static final int HEAD = 3;
    private static final int TAIL = 7;

    private MobileNumber() {}

    /** Whether these are the 11 digits of one, without separators. */
    public static boolean isOne(String digits) {
        return FORM.matcher(digits).matches();
    }

    /** As staff see it: {@code 010-****-5678}; nothing of what has another length. */
    public static String masked(String digits) {
        return digits.length() == DIGITS
                ? digits.substring(0, HEAD) + "-****-" + digits.substring(TAIL)
                : "***-****-****";
    }
}

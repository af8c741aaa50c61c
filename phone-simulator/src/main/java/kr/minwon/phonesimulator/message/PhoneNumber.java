package kr.minwon.phonesimulator.message;

import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers as this simulator files them: digits only, Korea's +82 written as 0. */
public final class PhoneNumber {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]");
    private static final Pattern DIGITS = Pattern.compile("\\d{3,20}");
    private static final Pattern KOREAN_ABROAD = Pattern.compile("82[1-9]\\d{7,9}");

    private PhoneNumber() {}

    /** The number without separators; empty when it is none. */
    public static Optional<String> of(String written) {
        if (written.length() > 40) {
            return Optional.empty();
        }
        String number = SEPARATORS.matcher(written).replaceAll("");
        boolean abroad = number.startsWith("+");
        String digits = abroad ? number.substring(1) : number;
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(KOREAN_ABROAD.matcher(digits).matches() ? "0" + digits.substring(2) : digits);
    }

    /** The number with hyphens, as people write it; what is no number stays as it is. */
    public static String written(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            return digits;
        }
        return switch (digits.length()) {
            case 11 -> digits.substring(0, 3) + "-" + digits.substring(3, 7) + "-" + digits.substring(7);
            case 10 ->
                digits.startsWith("02")
                        ? "02-" + digits.substring(2, 6) + "-" + digits.substring(6)
                        : digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6);
            case 8 -> digits.substring(0, 4) + "-" + digits.substring(4);
            default -> digits;
        };
    }
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A complaint's number for people (접수번호): {@code YYMM-DDDD-DDDC}. Year and month of filing in Seoul, seven random
 * digits, one Damm check digit over the eleven before it. Digits only, because it is read over the telephone; the check
 * digit finds every single wrong digit and every swap of two neighbours.
 */
public record ReceiptNumber(String value) {
    private static final int DIGITS = 12;
    private static final int RANDOM_BOUND = 10_000_000;

    public ReceiptNumber {
        if (!value.matches("\\d{4}-\\d{4}-\\d{4}") || Damm.check(value.replace("-", "")) != 0) {
            throw new IllegalArgumentException("not a receipt number");
        }
    }

    /** A number drawn for a filing at that moment; the store says whether it is free. */
    public static ReceiptNumber draw(Instant filedAt, RandomGenerator random) {
        ZonedDateTime seoul = filedAt.atZone(SeoulTime.ZONE);
        String eleven = String.format(
                Locale.ROOT,
                "%02d%02d%07d",
                seoul.getYear() % 100,
                seoul.getMonthValue(),
                random.nextInt(RANDOM_BOUND));
        return of(eleven + Damm.check(eleven));
    }

    /** The number a person typed, hyphens and spaces or not; empty for anything that cannot be one. */
    public static Optional<ReceiptNumber> parse(String typed) {
        if (typed.length() > 2 * DIGITS) {
            return Optional.empty();
        }
        String digits = typed.replaceAll("[\\s-]", "");
        return digits.matches("[0-9]{12}") && Damm.check(digits) == 0 ? Optional.of(of(digits)) : Optional.empty();
    }

    private static ReceiptNumber of(String digits) {
        return new ReceiptNumber(digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8));
    }

    @Override
    public String toString() {
        return value;
    }

    /** H. Michael Damm's totally anti-symmetric quasigroup of order 10. */
    private static final class Damm {
        private static final int[][] TABLE = {
            {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
            {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
            {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
            {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
            {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
            {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
            {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
            {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
            {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
            {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
        };

        /** The check digit of the digits; 0 over digits that already end with theirs. */
        static int check(String digits) {
            int interim = 0;
            for (int i = 0; i < digits.length(); i++) {
                interim = TABLE[interim][digits.charAt(i) - '0'];
            }
            return interim;
        }
    }
}

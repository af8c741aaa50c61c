package kr.minwon.gateway.pages.staff;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import kr.minwon.gateway.pages.Words;

/** Figures as pages show them. */
final class Won {
    private Won() {}

    /** A sum of money: 1,234.5원. */
    static String of(BigDecimal won, Words words) {
        return words.text("figures.won", formatted("#,##0.#", won));
    }

    /** A number: 1,234. */
    static String number(long number) {
        return formatted("#,##0", number);
    }

    private static String formatted(String pattern, Number number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}

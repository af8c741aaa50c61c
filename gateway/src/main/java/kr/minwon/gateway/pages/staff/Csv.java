package kr.minwon.gateway.pages.staff;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) that a spreadsheet opens as text, whatever strangers wrote in them. */
final class Csv {
    /** Without it Excel reads Hangul in another encoding. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static String of(List<List<String>> lines) {
        return BYTE_ORDER_MARK
                + lines.stream()
                        .map(cells -> cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                        .collect(Collectors.joining());
    }

    /** A cell that begins like a formula would be one: an apostrophe keeps it a text. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}

package kr.minwon.koreansms;

import java.nio.charset.CharsetEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens a text that has too little room: never within a syllable, a number or a link. */
public final class Shortening {
    private static final String END = "…";
    private static final int END_BYTES = 2;
    /** A link, a number with its separators, or one character as a reader sees it. */
    private static final Pattern TOKEN = Pattern.compile("(?:https?://|www\\.)\\S+|\\d[\\d,.:/\\-]*|\\X");

    private Shortening() {}

    /**
     * The longest beginning that fits, ended with "…"; the whole text when it fits.
     *
     * @param mostBytes EUC-KR bytes, at least 2; a character that EUC-KR lacks counts as in UCS-2
     */
    public static String of(String text, int mostBytes) {
        if (mostBytes < END_BYTES) {
            throw new IllegalArgumentException("no room for anything: " + mostBytes);
        }
        CharsetEncoder encoder = SmsText.strict();
        if (bytes(encoder, text) <= mostBytes) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = END_BYTES;
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            used += bytes(encoder, tokens.group());
            if (used > mostBytes) {
                break;
            }
            kept.append(tokens.group());
        }
        return kept.toString().stripTrailing() + END;
    }

    private static int bytes(CharsetEncoder encoder, String text) {
        return text.codePoints()
                .map(point -> SmsText.fits(encoder, point) ? (point < 0x80 ? 1 : 2) : 2 * Character.charCount(point))
                .sum();
    }
}

package kr.minwon.notification.reply;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is kept: whole characters only, nothing that moves a terminal or turns the direction of writing, and no
 * longer than an LMS and a half.
 *
 * @param cut whether there was more
 */
record Words(String text, boolean cut) {
    /** Characters; an LMS has a thousand syllables. */
    static final int MOST = 1_500;

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
    /** Controls but line ends and tabs; marks of direction, of which none is part of Korean; halves of characters. */
    private static final Pattern NEVER_KEPT = Pattern.compile(
            "[\\p{Cc}&&[^\\n\\t]]|[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]|\\p{Cs}");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What is kept of a text as it came. */
    static Words of(String raw) {
        String clean = NEVER_KEPT
                .matcher(LINE_ENDS
                        .matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                        .replaceAll("\n"))
                .replaceAll("")
                .strip();
        int points = clean.codePointCount(0, clean.length());
        return points <= MOST
                ? new Words(clean, false)
                : new Words(clean.substring(0, clean.offsetByCodePoints(0, MOST)), true);
    }

    /** In one line, digits and letters as they are typed anywhere. */
    static String line(String text) {
        return SPACES.matcher(narrow(text)).replaceAll(" ").strip();
    }

    /** Letters and digits only, so that spacing, marks and emoji make no difference. */
    static String letters(String text) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(narrow(text)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Wide letters and digits as narrow ones; the single letters of ㅇㅋ stay, which compatibility forms would not. */
    private static String narrow(String text) {
        return text.codePoints()
                .map(point -> point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point == 0x3000 ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package kr.minwon.notification.reply;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is kept: whole characters only, nothing that moves a terminal or turns the direction of writing, and not
 * without end.
 *
 * @param cut whether there was more
 */
record Words(String text, boolean cut) {
    /** Characters; no phone sends as many in one text. */
    static final int MOST = 10_000;
    /** Characters; an LMS has a thousand syllables. What comes later is read by people. */
    static final int UNDERSTOOD = 1_500;

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
        String kept = head(clean, MOST);
        return new Words(kept, kept.length() < clean.length());
    }

    /** As much of it as is understood. */
    String beginning() {
        return head(text, UNDERSTOOD);
    }

    /** So many characters of a text, or all where it has fewer. */
    static String head(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
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
    static String narrow(String text) {
        return text.codePoints()
                .map(point -> point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point == 0x3000 ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

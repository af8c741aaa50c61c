package kr.minwon.koreansms;

import java.nio.charset.CharsetEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens a text that has too little room: never within a syllable, a number or a link. */
public final class Shortening {
    private static final String END = "…";
    private static final int END_BYTES = 2;

    /** With a scheme, an address of the web without one, an e-mail address, a domain with a path; to the next blank. */
    private static final String LINK = "(?:[\\p{L}\\p{N}+.\\-]{1,32}+://"
            + "|[wW]{3}\\."
            + "|[\\p{L}\\p{N}._%+\\-]{1,64}+@"
            + "|(?:[\\p{L}\\p{N}\\-]{1,63}+\\.){1,8}+[\\p{L}\\p{N}\\-]{1,63}+/)[^\\s\\p{Z}]*+";

    private static final String DIGITS = "\\p{Nd}++";
    /** What comes before a number without a blank: an opening bracket, 제, No., tel: … */
    private static final String BEFORE = "[(\\[<\"'#+~∼～]{0,2}+(?:[A-Za-z]{1,32}+[-_.:#]{1,2}+){0,4}+"
            + "(?:[A-Za-z]{1,32}+|\\p{IsHangul}{1,3}+)?+[-_.:#(\\[+~∼～]{0,2}+";
    /** What joins the digits of one number, or of one date: a few marks or letters, or any that are ASCII. */
    private static final String JOINT = "(?:[^\\s\\p{Z}\\p{Nd}]{1,4}+|[!-~&&[^0-9]]{1,64}+)" + DIGITS;
    /** The same over a blank, as in (062) 360-7114, 2026. 12. 3. and 12가 3456; a comma parts one number from the next. */
    private static final String JOINT_OVER_BLANK = "(?:[.)\\]:~∼～\\-/]{1,2}+|\\p{L}{1,2}+[.)\\]]?+)?+[\\h]"
            + "(?:[~∼～\\-/][\\h])?+[(\\[+~∼～\\-]{0,2}+" + DIGITS;
    /** What belongs to a number behind it: a closing bracket, its unit with what is said of it. */
    private static final String BEHIND = "(?:[.)\\]%℃°]{1,2}+|[A-Za-z]{1,16}+|\\p{IsHangul}{1,8}+)?+";

    private static final String NUMBER =
            BEFORE + DIGITS + "(?:" + JOINT + ")*+" + "(?:" + JOINT_OVER_BLANK + "(?:" + JOINT + ")*+)*+" + BEHIND;
    /**
     * A link, a number, or one character as a reader sees it. Nothing in it is tried twice, and what is looked ahead is
     * bounded: the time it takes grows with the text and not faster.
     */
    private static final Pattern TOKEN = Pattern.compile(LINK + "|" + NUMBER + "|\\X");

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

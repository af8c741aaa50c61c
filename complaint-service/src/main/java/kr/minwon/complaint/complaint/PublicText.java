package kr.minwon.complaint.complaint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What everyone may read of what a resident wrote: without their name and phone, and without what looks like anybody's
 * telephone, mail address, resident registration number, card or number plate.
 */
public final class PublicText {
    private static final String HIDDEN = "***";
    private static final String DIGIT = "[0-9０-９]";
    private static final String NO_DIGIT_BEFORE = "(?<!" + DIGIT + ")";
    private static final String NO_DIGIT_AFTER = "(?!" + DIGIT + ")";
    private static final char FULL_WIDTH_ZERO = '０';

    /** Every quantifier is bounded: a hostile text costs no more than a long one. */
    private static final List<Pattern> PERSONAL = List.of(
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}[@＠][\\p{L}\\p{N}-]{1,63}(?:[.．][\\p{L}\\p{N}-]{1,63}){1,5}"),
            bare("[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}"),
            bare("[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])\\s{0,2}[-–]?\\s{0,2}[1-8][0-9]{6}"),
            Pattern.compile("(?:[+＋]\\s?82[-.\\s()]{0,3}[0０]?[)\\s-]{0,2}|" + NO_DIGIT_BEFORE
                    + "[0０])(?:[1１][0-9０-９]|[2２]|[3-6３-６][1-5１-５]|[5５][0０][0-9０-９]|[78７８][0０])[-–.·\\s)]{0,3}"
                    + DIGIT + "{3,4}[-–.·\\s]{0,3}" + DIGIT + "{4}" + NO_DIGIT_AFTER),
            bare("[0-9]{2,3}\\s?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배허하호]\\s?[0-9]{4}"));

    private PublicText() {}

    private static Pattern bare(String digits) {
        return Pattern.compile(NO_DIGIT_BEFORE + "(?:" + digits + ")" + NO_DIGIT_AFTER);
    }

    /**
     * The text as everyone may read it.
     *
     * @param name the reporter's
     * @param phone the reporter's, 11 digits, or empty
     */
    public static String of(String text, String name, String phone) {
        String shown = text;
        if (name.strip().codePointCount(0, name.strip().length()) > 1) {
            String letters = name.codePoints()
                    .filter(letter -> !Character.isWhitespace(letter))
                    .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                    .collect(Collectors.joining("\\s{0,2}"));
            shown = Pattern.compile(letters, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(shown)
                    .replaceAll(Matcher.quoteReplacement(HIDDEN));
        }
        if (!phone.isEmpty()) {
            String digits = phone.chars()
                    .mapToObj(digit -> "[" + (char) digit + (char) (digit - '0' + FULL_WIDTH_ZERO) + "]")
                    .collect(Collectors.joining("[^0-9０-９\\p{L}]{0,3}"));
            shown = Pattern.compile(digits).matcher(shown).replaceAll(HIDDEN);
        }
        for (Pattern pattern : PERSONAL) {
            shown = pattern.matcher(shown).replaceAll(HIDDEN);
        }
        return shown;
    }
}

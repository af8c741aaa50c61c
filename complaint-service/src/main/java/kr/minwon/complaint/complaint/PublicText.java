package kr.minwon.complaint.complaint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What everyone may read of what a resident wrote: without their name and phone, and without what looks like anybody's
 * telephone, mail address, resident registration number, card or number plate.
 */
public final class PublicText {
    private static final String HIDDEN = "***";
    private static final String APART = PersonalNumbers.APART;
    private static final String MORE = "…";

    /** Every quantifier is bounded: a hostile text costs no more than a long one. */
    private static final List<Pattern> PERSONAL = List.of(
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}"),
            PersonalNumbers.bare("[0-9]{4}(?:" + APART + "[0-9]{4}){3}"),
            PersonalNumbers.bare("(?:(?:\\+|00)82" + APART + "0?" + APART + "|0)(?:2|[3-6][1-5]|50[0-9]?|[78]0)" + APART
                    + "[0-9]{3,4}" + APART + "[0-9]{4}"),
            PersonalNumbers.bare(
                    "[0-9]{2,3}" + APART + "[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배허하호]" + APART + "[0-9]{4}"));

    private PublicText() {}

    /**
     * The text as everyone may read it.
     *
     * @param name the reporter's
     * @param phone the reporter's, 11 digits, or empty
     */
    public static String of(String text, String name, String phone) {
        FoldedText folded = FoldedText.of(text);
        return folded.replaced(
                Stream.of(
                                new NameInText(name).in(folded),
                                folded.spans(own(phone)),
                                PersonalNumbers.in(folded),
                                folded.spans(PERSONAL))
                        .flatMap(spans -> spans),
                personal -> HIDDEN);
    }

    /** Their own phone with whatever stands between its digits. */
    private static List<Pattern> own(String phone) {
        return phone.isEmpty()
                ? List.of()
                : List.of(Pattern.compile(
                        phone.chars().mapToObj(Character::toString).collect(Collectors.joining("[^0-9\\p{L}]{0,3}"))));
    }

    /**
     * A title as everyone may read it. One that is only the beginning of the body is cut anew from what may be read of
     * that: the cut may have gone through a number or a name, and half of it looks like nothing.
     */
    public static String title(String title, String body, String name, String phone) {
        return isCutFrom(firstLine(body), SearchText.composed(title).strip())
                ? shortened(firstLine(of(body, name, phone)))
                : of(title, name, phone);
    }

    private static boolean isCutFrom(String line, String title) {
        return line.equals(title)
                || (title.endsWith(MORE) && line.startsWith(title.substring(0, title.length() - MORE.length())));
    }

    private static String firstLine(String text) {
        return SearchText.composed(text)
                .lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String shortened(String line) {
        return line.codePointCount(0, line.length()) <= Limits.TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Limits.TITLE - 1)) + MORE;
    }
}

package kr.minwon.complaint.complaint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers of people in what they wrote: mobiles and resident registration numbers (주민등록번호). Nobody is found by them, and
 * no list shows them.
 */
final class PersonalNumbers {
    /** What people put between the parts of a number, in a {@link FoldedText}. */
    static final String APART = "[ .·/()_~-]{0,3}";

    private static final List<Pattern> NUMBERS = List.of(
            bare("(?:(?:\\+|00)?82" + APART + "0?" + APART + "|0)1[0-9]" + APART + "[0-9]{3,4}" + APART + "[0-9]{4}"),
            bare("[0-9]{6}" + APART + "[1-8][0-9]{6}"));

    private PersonalNumbers() {}

    /** A pattern of what no digit stands beside. */
    static Pattern bare(String digits) {
        return Pattern.compile("(?<![0-9])(?:" + digits + ")(?![0-9])");
    }

    static Stream<FoldedText.Span> in(FoldedText text) {
        return text.spans(NUMBERS);
    }

    static boolean areIn(String text) {
        return in(FoldedText.of(text)).findAny().isPresent();
    }

    /** The text, composed, with every digit of such numbers replaced. */
    static String replaced(String text, String by) {
        FoldedText folded = FoldedText.of(text);
        return folded.replaced(in(folded), number -> number.replaceAll("\\p{Nd}", by));
    }
}

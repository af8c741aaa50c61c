package kr.minwon.notification.message;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import kr.minwon.koreansms.Shortening;
import kr.minwon.koreansms.SmsText;

/**
 * Fills a template so that no text outgrows an LMS, in whichever encoding: free text has the room that all else leaves, and
 * is cut; a link is not.
 */
final class Filling {
    /** Any other value is cut after so many bytes: names and numbers are far shorter. */
    private static final int MOST_VALUE_BYTES = 120;
    /** Fewest bytes for a free text. */
    private static final int LEAST_FREE_BYTES = 200;

    private static final int UCS_2_BYTES = 2;
    private static final int END_BYTES = 2;

    private Filling() {}

    /** Whether the text stays within an LMS when every value is as long as it may be. */
    static boolean leavesRoom(String template) {
        int values = Template.VARIABLE
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .mapToInt(Filling::mostBytes)
                .sum();
        return bytes(replace(template, name -> ""), Encoding.UCS_2) + values <= SmsText.LMS_BYTES;
    }

    private static int mostBytes(String name) {
        if (Template.FREE.contains(name)) {
            return LEAST_FREE_BYTES;
        }
        return name.equals(Template.LINK) ? AnswerLinks.MOST_CHARACTERS * UCS_2_BYTES : MOST_VALUE_BYTES;
    }

    /**
     * The text.
     *
     * @param values those of every variable, each on one line
     * @throws IllegalStateException when one is missing
     */
    static String of(Template template, Map<String, String> values, Encoding encoding) {
        UnaryOperator<String> whole = name -> {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("the template " + template.version() + " asks for " + name);
            }
            return value;
        };
        UnaryOperator<String> fixed = name ->
                name.equals(Template.LINK) ? whole.apply(name) : cut(whole.apply(name), MOST_VALUE_BYTES, encoding);
        String around = replace(template.text(), name -> Template.FREE.contains(name) ? "" : fixed.apply(name));
        long places = Template.VARIABLE
                .matcher(template.text())
                .results()
                .filter(found -> Template.FREE.contains(found.group(1)))
                .count();
        int room = (int) ((SmsText.LMS_BYTES - bytes(around, encoding)) / Math.max(1, places));
        return replace(
                template.text(),
                name -> Template.FREE.contains(name) ? cut(whole.apply(name), room, encoding) : fixed.apply(name));
    }

    private static String replace(String template, UnaryOperator<String> values) {
        return Template.VARIABLE
                .matcher(template)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }

    /** The longest beginning that has so few bytes in the encoding. */
    private static String cut(String value, int mostBytes, Encoding encoding) {
        int room = mostBytes;
        String kept = Shortening.of(value, room);
        // EUC-KR bytes are what is cut by, and one of them is one character or less.
        for (int over = bytes(kept, encoding) - mostBytes; over > 0; over = bytes(kept, encoding) - mostBytes) {
            room = Math.max(END_BYTES, room - Math.ceilDiv(over, UCS_2_BYTES));
            kept = Shortening.of(value, room);
        }
        return kept;
    }

    private static int bytes(String text, Encoding encoding) {
        int ucs2 = text.length() * UCS_2_BYTES;
        return switch (encoding) {
            case UCS_2 -> ucs2;
            case EUC_KR -> ucs2 - (int) text.chars().filter(c -> c < 0x80).count();
        };
    }
}

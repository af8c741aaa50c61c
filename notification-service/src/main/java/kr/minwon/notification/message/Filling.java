package kr.minwon.notification.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import kr.minwon.koreansms.Shortening;
import kr.minwon.koreansms.SmsText;

/**
 * Fills a template so that no text outgrows an LMS, in whichever encoding: free text has the room that all else leaves, and
 * is cut; a link is not. What Kakao takes, 1,000 characters, is an LMS in UCS-2.
 */
final class Filling {
    /** Of a text, in its encoding. */
    static final int MOST_BYTES = SmsText.LMS_BYTES;

    private static final int UCS_2_BYTES = 2;
    private static final int END_BYTES = 2;

    private Filling() {}

    /** By how many bytes the text outgrows an LMS when every value is as long as it may be; 0 or less when it does not. */
    static int tooLongBy(String template) {
        int values = Template.VARIABLE
                .matcher(template)
                .results()
                .mapToInt(found -> kind(found.group(1)).mostBytes())
                .sum();
        return bytes(replace(template, name -> ""), Encoding.UCS_2) + values - MOST_BYTES;
    }

    private static Variable.Kind kind(String name) {
        return Variable.of(name).map(Variable::kind).orElse(Variable.Kind.NAME);
    }

    static boolean isFree(String name) {
        return kind(name) == Variable.Kind.FREE_TEXT;
    }

    /**
     * The text.
     *
     * @param values those of every variable, each on one line
     * @throws IllegalStateException when one is missing
     */
    static String of(Template template, Map<String, String> values, Encoding encoding) {
        Map<String, String> fitting = values(template, values, encoding);
        return replace(template.text(), name -> fitting.getOrDefault(name, ""));
    }

    /** The values that the template asks for, cut so that the text fits. */
    static Map<String, String> values(Template template, Map<String, String> values, Encoding encoding) {
        Map<String, String> fixed = new LinkedHashMap<>();
        Map<String, String> free = new LinkedHashMap<>();
        Template.VARIABLE
                .matcher(template.text())
                .results()
                .map(found -> found.group(1))
                .forEach(name -> {
                    String value = values.get(name);
                    if (value == null) {
                        throw new IllegalStateException("the template " + template.version() + " asks for " + name);
                    }
                    if (isFree(name)) {
                        free.put(name, value);
                    } else {
                        Variable.Kind kind = kind(name);
                        fixed.put(name, kind == Variable.Kind.LINK ? value : cut(value, kind.mostBytes(), encoding));
                    }
                });
        if (!free.isEmpty()) {
            int room = room(template, fixed, encoding);
            free.forEach((name, value) -> fixed.put(name, cut(value, room, encoding)));
        }
        return fixed;
    }

    /** What is left for each free text. */
    private static int room(Template template, Map<String, String> fixed, Encoding encoding) {
        String around = replace(template.text(), name -> fixed.getOrDefault(name, ""));
        long places = Template.VARIABLE
                .matcher(template.text())
                .results()
                .filter(found -> isFree(found.group(1)))
                .count();
        return (int) ((MOST_BYTES - bytes(around, encoding)) / places);
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

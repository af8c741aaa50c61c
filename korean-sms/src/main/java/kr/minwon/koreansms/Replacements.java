package kr.minwon.koreansms;

import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.Optional;

/**
 * For texts that nobody can edit before they go: what stands for a character that EUC-KR lacks. Each was chosen by hand;
 * none is a question mark. What is not listed stays as it is, and the text goes in UCS-2.
 */
public final class Replacements {
    private static final Map<Integer, String> TABLE = Map.ofEntries(
            // Dashes; EUC-KR has ― (U+2015) only.
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2212, "-"),
            // Dots.
            Map.entry(0x2022, "·"),
            Map.entry(0x2219, "·"),
            Map.entry(0x22C5, "·"),
            Map.entry(0x30FB, "·"),
            Map.entry(0xFF65, "·"),
            // Quotes and angle quotes.
            Map.entry(0x201A, ","),
            Map.entry(0x201B, "‘"),
            Map.entry(0x201E, "“"),
            Map.entry(0x201F, "“"),
            Map.entry(0x00AB, "《"),
            Map.entry(0x00BB, "》"),
            Map.entry(0x2039, "〈"),
            Map.entry(0x203A, "〉"),
            // Marks.
            Map.entry(0x00A9, "(c)"),
            Map.entry(0x2117, "(p)"));

    private static final String BROKEN = "□";

    private Replacements() {}

    /** The text with what stands for its unencodable characters; what nothing stands for stays. */
    public static String apply(String text) {
        CharsetEncoder encoder = SmsText.strict();
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (SmsText.fits(encoder, point)) {
                replaced.appendCodePoint(point);
            } else {
                replaced.append(standIn(point));
            }
        });
        return replaced.toString();
    }

    /**
     * What a writer may put for a character that EUC-KR lacks: empty when it is best left out; nothing when it goes out in
     * UCS-2 or not at all, such as 똠 or an emoji.
     *
     * @param character one code point, or half of a pair
     */
    public static Optional<String> suggestion(String character) {
        int point = character.codePointAt(0);
        String standIn = standIn(point);
        return standIn.equals(character) ? Optional.empty() : Optional.of(standIn);
    }

    private static String standIn(int point) {
        String listed = TABLE.get(point);
        if (listed != null) {
            return listed;
        }
        return switch (Character.getType(point)) {
            // No-break, thin, em and other spaces are spaces.
            case Character.SPACE_SEPARATOR -> " ";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> "\n";
            // Invisible: zero-width space and joiner, byte order mark, direction marks.
            case Character.FORMAT -> "";
            // Half of a pair is no character; the reader sees that one is missing.
            case Character.SURROGATE -> BROKEN;
            default -> Character.toString(point);
        };
    }
}

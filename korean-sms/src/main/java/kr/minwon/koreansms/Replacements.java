package kr.minwon.koreansms;

import java.nio.charset.CharsetEncoder;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * For texts that nobody can edit before they go: what stands for a character that EUC-KR lacks. None is a question mark.
 * What nothing stands for stays as it is: the text goes in UCS-2, or as {@link LastResort} says.
 */
public final class Replacements {
    private Replacements() {}

    /**
     * The text with what stands for its unencodable characters, and put together what was typed in parts; what nothing
     * stands for stays, with the marks that belong to it.
     */
    public static String apply(String text) {
        CharsetEncoder encoder = SmsText.strict();
        if (text.codePoints().allMatch(point -> SmsText.fits(encoder, point))) {
            return text;
        }
        String replaced = replaced(SmsText.composed(text));
        // Where something was left out, what belongs together may have come together.
        return replaced.equals(text) ? text : apply(replaced);
    }

    private static String replaced(String text) {
        CharsetEncoder encoder = SmsText.strict();
        StringBuilder replaced = new StringBuilder(text.length());
        Matcher seen = SmsText.SEEN.matcher(text);
        while (seen.find()) {
            String character = seen.group();
            boolean stays = character
                    .codePoints()
                    .anyMatch(point ->
                            !SmsText.fits(encoder, point) && standIn(point).isEmpty());
            if (stays) {
                replaced.append(character);
            } else {
                character.codePoints().forEach(point -> {
                    if (SmsText.fits(encoder, point)) {
                        replaced.appendCodePoint(point);
                    } else {
                        standIn(point).ifPresent(replaced::append);
                    }
                });
            }
        }
        return replaced.toString();
    }

    /**
     * What a writer may put for a character that EUC-KR lacks: empty when it is best left out; nothing when it goes out in
     * UCS-2 or not at all, such as 똠 or an emoji.
     *
     * @param character one code point, or half of a pair
     */
    public static Optional<String> suggestion(String character) {
        return standIn(character.codePointAt(0));
    }

    private static Optional<String> standIn(int point) {
        String listed = StandIns.of(point);
        if (listed != null) {
            return Optional.of(listed);
        }
        return switch (Character.getType(point)) {
            // No-break, thin, em and other spaces are spaces.
            case Character.SPACE_SEPARATOR -> Optional.of(" ");
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Optional.of("\n");
            // Invisible: zero-width space and joiner, byte order mark, direction marks.
            case Character.FORMAT -> Optional.of("");
            case Character.CONTROL -> Optional.of(ofControl(point));
            // Half of a pair is no character; the reader sees that one is missing.
            case Character.SURROGATE -> Optional.of(LastResort.MISSING);
            default -> Optional.empty();
        };
    }

    /** A tab is a space; what ends a line in a word processor ends one here; nobody means the others. */
    private static String ofControl(int point) {
        return switch (point) {
            case '\t' -> " ";
            case '\r', '\u000B', '\f', '\u0085' -> "\n";
            default -> "";
        };
    }
}

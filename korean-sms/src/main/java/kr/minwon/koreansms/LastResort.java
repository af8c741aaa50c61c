package kr.minwon.koreansms;

import java.nio.charset.CharsetEncoder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A text that nobody can edit, where nobody takes UCS-2: □ stands for each character that EUC-KR lacks, so that its reader
 * sees that one is missing. Whoever wrote it is told which.
 *
 * @param text in EUC-KR
 * @param lost the distinct characters, as a reader sees them, in order of appearance; an emoji of several parts is one
 */
public record LastResort(String text, List<String> lost) {
    /** Stands for a character that is missing; it is in EUC-KR. */
    public static final String MISSING = "□";

    public LastResort {
        lost = List.copyOf(lost);
    }

    /** The text as it goes. */
    public static LastResort of(String text) {
        CharsetEncoder encoder = SmsText.strict();
        StringBuilder kept = new StringBuilder(text.length());
        Set<String> lost = new LinkedHashSet<>();
        Matcher seen = SmsText.SEEN.matcher(text);
        while (seen.find()) {
            String character = seen.group();
            if (character.codePoints().allMatch(point -> SmsText.fits(encoder, point))) {
                kept.append(character);
            } else {
                kept.append(MISSING);
                lost.add(character);
            }
        }
        return new LastResort(kept.toString(), List.copyOf(lost));
    }
}

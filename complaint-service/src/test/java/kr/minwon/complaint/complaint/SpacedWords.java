package kr.minwon.complaint.complaint;

import java.util.List;
import java.util.regex.Pattern;

/** Words between spaces, for tests that need no dictionary. */
final class SpacedWords implements Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    @Override
    public List<Word> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> new Word(found.group(), found.start(), found.end()))
                .toList();
    }
}

package kr.minwon.complaint.complaint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The words by which a case is found, and those of what somebody looks for. */
@Component
public class SearchWords {
    /** To be raised when the same text would give other words: cases of an earlier version are read again. */
    public static final int VERSION = 1;

    private final Words words;

    public SearchWords(Words words) {
        this.words = words;
    }

    /** The words of a case, each once and {@link Limits#WORDS} at most. */
    public List<String> of(Complaint complaint) {
        return SearchText.of(complaint).stream()
                .flatMap(this::each)
                .distinct()
                .limit(Limits.WORDS)
                .toList();
    }

    /** Whether both are found by the same words. */
    public static boolean same(Complaint one, Complaint other) {
        return SearchText.of(one).equals(SearchText.of(other));
    }

    /** The words of what was typed, each once. */
    SequencedSet<String> of(String typed) {
        SequencedSet<String> each = new LinkedHashSet<>();
        each(typed).forEach(each::add);
        return each;
    }

    private Stream<String> each(String text) {
        return words.of(PersonalNumbers.replaced(text, " ")).stream().map(Words.Word::value);
    }
}

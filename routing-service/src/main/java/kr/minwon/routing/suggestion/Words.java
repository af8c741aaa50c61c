package kr.minwon.routing.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words of a text, and their pairs of neighbouring letters: Korean puts endings on its words, and pairs of letters find
 * the stem without a dictionary.
 */
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^가-힣a-zA-Z0-9]+");

    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(text))
                .filter(word -> word.length() > 1)
                .distinct()
                .toList();
    }

    /** Pairs of neighbouring letters. */
    static Stream<String> pairs(String word) {
        return IntStream.range(0, word.length() - 1).mapToObj(at -> word.substring(at, at + 2));
    }

    /** All the pairs of a text, each once. */
    static Set<String> pairsOf(String text) {
        return of(text).stream().flatMap(Words::pairs).collect(Collectors.toSet());
    }
}

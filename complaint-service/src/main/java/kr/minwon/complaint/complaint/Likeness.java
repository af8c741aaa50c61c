package kr.minwon.complaint.complaint;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How alike two texts are: Dice's coefficient over pairs of letters, which needs no word borders (띄어쓰기). */
final class Likeness {
    /** From here on two petitions of one person are taken to be about one matter; an officer decides. */
    static final double SAME_MATTER = 0.4;

    private Likeness() {}

    static double of(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        if (pairs.isEmpty() || others.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        Set<String> both = new HashSet<>(pairs);
        both.retainAll(others);
        return 2.0 * both.size() / (pairs.size() + others.size());
    }

    private static Set<String> pairs(String text) {
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return IntStream.range(0, Math.max(0, letters.length() - 1))
                .mapToObj(at -> letters.substring(at, at + 2))
                .collect(Collectors.toSet());
    }
}

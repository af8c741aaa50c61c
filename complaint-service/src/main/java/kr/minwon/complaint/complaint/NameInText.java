package kr.minwon.complaint.complaint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds a person's name in a text however it is signed: whole and spaced out, its parts in any order, each part of two
 * letters or more, and of a Korean name the given name alone. Every quantifier is bounded.
 */
final class NameInText {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    /** Scripts without spaces, or whose words grow endings: a name in them ends where it ends. */
    private static final String SYLLABLES = "\\p{IsHangul}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";

    private static final Pattern OF_SYLLABLES = Pattern.compile("[" + SYLLABLES + "]+");
    private static final String WORD_LETTER = "[\\p{L}\\p{M}&&[^" + SYLLABLES + "]]";
    private static final Pattern KOREAN_NAME = Pattern.compile("[가-힣]{3,4}");
    private static final Set<String> LONG_SURNAMES = Set.of("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "어금", "망절");

    private static final String BETWEEN_LETTERS = "(?: {0,2}|[.·_-])";
    private static final String BETWEEN_PARTS = "[^\\p{L}\\p{N}]{0,3}";
    /** Of so many the order is free; of more there would be too many orders. */
    private static final int MOST_PARTS = 4;

    /** Its letters alone. */
    private final String whole;

    private final List<Pattern> patterns = new ArrayList<>();

    NameInText(String name) {
        List<String> parts = Arrays.stream(NO_LETTER.split(FoldedText.of(name).folded()))
                .filter(part -> !part.isEmpty())
                .toList();
        whole = String.join("", parts);
        if (length(whole) < 2) {
            return;
        }
        add(whole.codePoints()
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                .collect(Collectors.joining(BETWEEN_LETTERS)));
        List<String> apart = parts.size() == 1 && KOREAN_NAME.matcher(whole).matches() ? surnameAndGiven() : parts;
        if (apart.size() <= MOST_PARTS && apart.stream().anyMatch(part -> length(part) > 1)) {
            add(orders(apart).collect(Collectors.joining("|", "(?:", ")")));
        }
        apart.stream().filter(part -> length(part) > 1).map(Pattern::quote).forEach(this::add);
    }

    private List<String> surnameAndGiven() {
        int surname = whole.length() > 3 && LONG_SURNAMES.contains(whole.substring(0, 2)) ? 2 : 1;
        return List.of(whole.substring(0, surname), whole.substring(surname));
    }

    /** The parts in every order; a single letter at the end is no beginning of another word. */
    private static Stream<String> orders(List<String> parts) {
        if (parts.size() == 1) {
            String last = parts.getFirst();
            return Stream.of(Pattern.quote(last) + (length(last) == 1 ? "(?!\\p{L})" : ""));
        }
        return IntStream.range(0, parts.size()).boxed().flatMap(first -> {
            List<String> rest = new ArrayList<>(parts);
            String begin = rest.remove(first.intValue());
            return orders(rest).map(end -> Pattern.quote(begin) + BETWEEN_PARTS + end);
        });
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Joan is not in Joanna, but 길동 is in 길동이. */
    private void add(String letters) {
        patterns.add(Pattern.compile(
                OF_SYLLABLES.matcher(whole).matches()
                        ? letters
                        : "(?<!" + WORD_LETTER + ")(?:" + letters + ")(?!" + WORD_LETTER + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Where it stands. */
    Stream<FoldedText.Span> in(FoldedText text) {
        return text.spans(patterns);
    }
}

package kr.minwon.complaint.complaint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text beside what it is compared as: full-width characters as plain ones, every dash as {@code -}, every space and
 * every invisible character as a space. Both are as long as each other.
 *
 * @param text composed (한글 of macOS comes decomposed)
 * @param folded the same, character by character
 */
record FoldedText(String text, String folded) {
    private static final char FULL_WIDTH_FIRST = '！';
    private static final char FULL_WIDTH_LAST = '～';
    private static final char PLAIN_FIRST = '!';

    /** A part of the text; {@code to} is behind its last. */
    record Span(int from, int to) {}

    static FoldedText of(String text) {
        String composed = SearchText.composed(text);
        StringBuilder folded = new StringBuilder(composed.length());
        for (int at = 0; at < composed.length(); at++) {
            folded.append(folded(composed.charAt(at)));
        }
        return new FoldedText(composed, folded.toString());
    }

    private static char folded(char c) {
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return (char) (c - FULL_WIDTH_FIRST + PLAIN_FIRST);
        }
        return switch (c) {
            // The minus sign, a line, and two letters that people type for a dash.
            case '−', '─', 'ㅡ', 'ー' -> '-';
            case '․', '‧', '・', '･', '•' -> '·';
            default ->
                switch (Character.getType(c)) {
                    case Character.DASH_PUNCTUATION -> '-';
                    case Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.CONTROL,
                            Character.FORMAT -> ' ';
                    default -> c;
                };
        };
    }

    /** Where the patterns match, in no order. */
    Stream<Span> spans(List<Pattern> patterns) {
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(folded)
                        .results()
                        .map((MatchResult match) -> new Span(match.start(), match.end())));
    }

    /** The text with something else in place of the spans; what lies over another or touches it is one. */
    String replaced(Stream<Span> spans, UnaryOperator<String> by) {
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        for (Span span : merged(spans)) {
            replaced.append(text, at, span.from()).append(by.apply(text.substring(span.from(), span.to())));
            at = span.to();
        }
        return replaced.append(text, at, text.length()).toString();
    }

    private static List<Span> merged(Stream<Span> spans) {
        List<Span> merged = new ArrayList<>();
        spans.sorted(Comparator.comparingInt(Span::from)).forEach(span -> {
            if (!merged.isEmpty() && span.from() <= merged.getLast().to()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                merged.add(span);
            }
        });
        return merged;
    }
}

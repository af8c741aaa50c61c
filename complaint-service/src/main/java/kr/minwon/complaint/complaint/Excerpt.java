package kr.minwon.complaint.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text, or the part of it around its first hit; plain text of one line.
 *
 * @param hits where the words stand that were looked for, in order and apart
 */
public record Excerpt(String text, List<Hit> hits) {
    private static final String MORE = "…";

    /** A stretch of the text, in UTF-16 units; {@code to} is behind its last. */
    public record Hit(int from, int to) {}

    public Excerpt {
        hits = List.copyOf(hits);
    }

    /** The whole text with its hits. */
    static Excerpt whole(String text, Words words, Set<String> asked) {
        return new Excerpt(text, hits(text, words, asked));
    }

    /** Of the first text that has a hit the part around it; without one the beginning of the first text. */
    static Excerpt around(List<String> texts, Words words, Set<String> asked) {
        for (String text : texts) {
            List<Hit> hits = hits(text, words, asked);
            if (!hits.isEmpty()) {
                return part(text, hits);
            }
        }
        return part(texts.getFirst(), List.of());
    }

    private static List<Hit> hits(String text, Words words, Set<String> asked) {
        List<Hit> hits = new ArrayList<>();
        if (asked.isEmpty()) {
            // Looked for by its number: taking texts apart is what costs.
            return hits;
        }
        for (Words.Word word : words.of(text)) {
            if (!asked.contains(word.value())) {
                continue;
            }
            // 보안 and 등 of 보안등 are one hit to the eye.
            if (!hits.isEmpty() && word.from() <= hits.getLast().to()) {
                Hit last = hits.removeLast();
                hits.add(new Hit(last.from(), Math.max(last.to(), word.to())));
            } else {
                hits.add(new Hit(word.from(), word.to()));
            }
        }
        return hits;
    }

    private static Excerpt part(String text, List<Hit> hits) {
        int first = hits.isEmpty() ? 0 : hits.getFirst().from();
        int points = text.codePointCount(0, first);
        int from = text.offsetByCodePoints(0, Math.max(0, points - Limits.EXCERPT_BEFORE));
        int to = text.codePointCount(from, text.length()) <= Limits.EXCERPT
                ? text.length()
                : text.offsetByCodePoints(from, Limits.EXCERPT);
        String before = from > 0 ? MORE : "";
        int shift = before.length() - from;
        List<Hit> shown = hits.stream()
                .filter(hit -> hit.from() < to)
                .map(hit -> new Hit(hit.from() + shift, Math.min(hit.to(), to) + shift))
                .toList();
        return new Excerpt(before + text.substring(from, to) + (to < text.length() ? MORE : ""), shown);
    }
}

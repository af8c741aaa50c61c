package kr.minwon.gateway.pages.staff;

import java.util.ArrayList;
import java.util.List;

/** What was taken out of a text and put in, by words. */
final class TextDiff {
    /** Far more words than a text can have; longer ones are shown as wholly changed. */
    private static final int MOST_WORDS = 1_500;

    private TextDiff() {}

    /** @param kind {@code same}, {@code out} or {@code in} */
    record Part(String kind, String text) {}

    static List<Part> of(String before, String after) {
        List<String> from = words(before);
        List<String> to = words(after);
        if (from.size() > MOST_WORDS || to.size() > MOST_WORDS) {
            return List.of(new Part("out", before), new Part("in", after));
        }
        int[][] common = common(from, to);
        List<Part> parts = new ArrayList<>();
        int a = 0;
        int b = 0;
        while (a < from.size() || b < to.size()) {
            if (a < from.size() && b < to.size() && from.get(a).equals(to.get(b))) {
                add(parts, "same", from.get(a++));
                b++;
            } else if (b == to.size() || (a < from.size() && common[a + 1][b] >= common[a][b + 1])) {
                add(parts, "out", from.get(a++));
            } else {
                add(parts, "in", to.get(b++));
            }
        }
        return parts;
    }

    /** Words with what follows them, so that together they are the text. */
    private static List<String> words(String text) {
        return List.of(text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\n)"));
    }

    /** How many words are the same from each place on. */
    private static int[][] common(List<String> from, List<String> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int a = from.size() - 1; a >= 0; a--) {
            for (int b = to.size() - 1; b >= 0; b--) {
                common[a][b] = from.get(a).equals(to.get(b))
                        ? common[a + 1][b + 1] + 1
                        : Math.max(common[a + 1][b], common[a][b + 1]);
            }
        }
        return common;
    }

    private static void add(List<Part> parts, String kind, String text) {
        Part last = parts.isEmpty() ? null : parts.getLast();
        if (last != null && last.kind().equals(kind)) {
            parts.set(parts.size() - 1, new Part(kind, last.text() + text));
        } else {
            parts.add(new Part(kind, text));
        }
    }
}

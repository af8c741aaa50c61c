package kr.minwon.gateway.papers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the office (서식): what is on it, in the reader's words.
 *
 * @param number the document's own; null for one without
 * @param addressee whom it is for; null for nobody in particular
 * @param facts labels with what they say
 * @param text what is said besides; null for nothing
 * @param columns headings of the table; empty for none
 * @param rows its lines, as many texts each as there are headings
 * @param note below the table; null for nothing
 * @param issued when it was issued
 * @param issuer who issued it
 * @param wide whether it lies on its side
 */
public record Paper(
        String title,
        @Nullable String number,
        @Nullable String addressee,
        List<Fact> facts,
        @Nullable String text,
        List<String> columns,
        List<List<String>> rows,
        @Nullable String note,
        String issued,
        String issuer,
        boolean wide) {
    /** A label and what it says. */
    public record Fact(String label, String text) {}

    public Paper {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}

package kr.minwon.gateway.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form: a sentence for each of its fields that needs one, in the order of the form. */
public final class FormErrors {
    /**
     * A sentence.
     *
     * @param id of the field in the page
     */
    public record FormError(String id, String text) {}

    private final Map<String, String> sentences = new LinkedHashMap<>();

    /** Nothing wrong. */
    public static FormErrors none() {
        return new FormErrors();
    }

    /** Notes what is wrong with a field; the first sentence of a field stays. */
    public FormErrors add(String field, String sentence) {
        sentences.putIfAbsent(field, sentence);
        return this;
    }

    /** The same in the order in which the fields come; others at the end. */
    public FormErrors inOrder(List<String> fields) {
        FormErrors ordered = new FormErrors();
        fields.forEach(field -> {
            String sentence = sentences.get(field);
            if (sentence != null) {
                ordered.add(field, sentence);
            }
        });
        sentences.forEach(ordered::add);
        return ordered;
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    public int getCount() {
        return sentences.size();
    }

    /** What is wrong with a field, if anything. */
    public @Nullable String of(String field) {
        return sentences.get(field);
    }

    /** Everything, for the summary. */
    public List<FormError> getAll() {
        return sentences.entrySet().stream()
                .map(error -> new FormError(error.getKey(), error.getValue()))
                .toList();
    }

    /** The ids that describe a field with a hint. */
    public String describedBy(String field) {
        return sentences.containsKey(field) ? field + "-hint " + field + "-error" : field + "-hint";
    }

    /** The id that describes a field without a hint, if anything is wrong with it. */
    public @Nullable String describedByError(String field) {
        return sentences.containsKey(field) ? field + "-error" : null;
    }
}

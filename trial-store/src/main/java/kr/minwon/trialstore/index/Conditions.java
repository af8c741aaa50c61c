package kr.minwon.trialstore.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.trialstore.index.Condition.Comparison;
import org.jspecify.annotations.Nullable;

/** What a filter says of each field, all of it true of a match; what no index can use is left out. */
final class Conditions {

    private final Map<String, List<Condition>> byField = new LinkedHashMap<>();
    private final List<List<Document>> alternatives = new ArrayList<>();

    static Conditions of(Document filter) {
        Conditions conditions = new Conditions();
        conditions.read(filter);
        return conditions;
    }

    /** These conditions and those of one branch of an {@code $or}. */
    Conditions and(Document branch) {
        Conditions both = new Conditions();
        byField.forEach((field, known) -> both.byField.put(field, new ArrayList<>(known)));
        both.read(branch);
        return both;
    }

    List<Condition> on(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** The {@code $or}s that stand beside these conditions. */
    List<List<Document>> alternatives() {
        return alternatives;
    }

    /** Whether the field can have one value only. */
    boolean fixes(String field) {
        return on(field).stream()
                .anyMatch(c ->
                        c instanceof Condition.OneOf oneOf && oneOf.values().size() == 1);
    }

    private void read(Document filter) {
        filter.forEach((name, value) -> {
            if (name.equals("$and")) {
                documents(value).forEach(this::read);
            } else if (name.equals("$or")) {
                alternatives.add(documents(value));
            } else if (!name.startsWith("$")) {
                field(name, value);
            }
        });
    }

    private void field(String name, @Nullable Object value) {
        if (BsonRegularExpression.isRegularExpression(value)) {
            return;
        }
        if (value instanceof Document operators && operators.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            operators.forEach((operator, operand) -> operator(name, operator, operand));
        } else {
            equal(name, value);
        }
    }

    private void operator(String name, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> equal(name, operand);
            case "$in" -> oneOf(name, operand);
            case "$all" -> all(name, operand);
            case "$lt" -> compared(name, Comparison.LESS, operand);
            case "$lte" -> compared(name, Comparison.LESS_OR_EQUAL, operand);
            case "$gt" -> compared(name, Comparison.GREATER, operand);
            case "$gte" -> compared(name, Comparison.GREATER_OR_EQUAL, operand);
            case "$exists" -> {
                if (Utils.isTrue(operand)) {
                    add(name, new Condition.Present());
                } else {
                    equal(name, null);
                }
            }
            default -> {}
        }
    }

    private void equal(String name, @Nullable Object value) {
        if (isPoint(value)) {
            add(name, new Condition.OneOf(Collections.singletonList(value)));
        }
    }

    private void oneOf(String name, @Nullable Object operand) {
        if (operand instanceof Collection<?> values && values.stream().allMatch(Conditions::isPoint)) {
            add(name, new Condition.OneOf(new ArrayList<>(values)));
        }
    }

    /** All are necessary; the longest text is likely the rarest word. */
    private void all(String name, @Nullable Object operand) {
        if (operand instanceof Collection<?> values && values.stream().allMatch(Conditions::isPlain)) {
            values.stream()
                    .max((a, b) -> Integer.compare(
                            String.valueOf(a).length(), String.valueOf(b).length()))
                    .ifPresent(value -> equal(name, value));
        }
    }

    private void compared(String name, Comparison comparison, @Nullable Object operand) {
        if (operand != null && SortKey.isRangeable(operand)) {
            add(name, new Condition.Compared(comparison, operand));
        }
    }

    private void add(String name, Condition condition) {
        byField.computeIfAbsent(name, any -> new ArrayList<>()).add(condition);
    }

    /** An array equals an array as a whole or in one of its elements, which one key cannot tell. */
    private static boolean isPoint(@Nullable Object value) {
        return !(value instanceof Collection)
                && !(value instanceof Missing)
                && !BsonRegularExpression.isRegularExpression(value);
    }

    private static boolean isPlain(@Nullable Object value) {
        return isPoint(value) && !(value instanceof Document);
    }

    private static List<Document> documents(@Nullable Object value) {
        return value instanceof Collection<?> list && list.stream().allMatch(Document.class::isInstance)
                ? list.stream().map(Document.class::cast).toList()
                : List.of();
    }
}

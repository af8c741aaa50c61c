package kr.minwon.indexproof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Which fields a filter compares and how, and its alternatives ({@code $or}), each of which an index must serve.
 *
 * @param fields the strongest comparison of each field, by path
 * @param alternatives the branches of every {@code $or}
 */
public record FilterShape(Map<String, Comparison> fields, List<FilterShape> alternatives) {

    /** How a field is compared, from what serves an index best to what serves it not at all. */
    public enum Comparison {
        EQUALITY,
        /** Equal to null, which is also true of documents without the field: a sparse index does not hold those. */
        NULL,
        IN,
        RANGE,
        /** Compared in a way that no index narrows: {@code $ne}, {@code $exists: false}, a free regex. */
        UNSERVABLE
    }

    public FilterShape {
        fields = Map.copyOf(fields);
        alternatives = List.copyOf(alternatives);
    }

    static FilterShape of(BsonDocument filter) {
        Map<String, Comparison> fields = new TreeMap<>();
        List<FilterShape> alternatives = new ArrayList<>();
        collect(filter, fields, alternatives);
        return new FilterShape(fields, alternatives.stream().distinct().toList());
    }

    private static void collect(BsonDocument filter, Map<String, Comparison> fields, List<FilterShape> alternatives) {
        filter.forEach((name, value) -> {
            switch (name) {
                case "$and" -> value.asArray().forEach(part -> collect(part.asDocument(), fields, alternatives));
                case "$or" -> value.asArray().forEach(part -> alternatives.add(of(part.asDocument())));
                case "$comment" -> {}
                default -> fields.merge(name, comparison(name, value), FilterShape::stronger);
            }
        });
    }

    /** Of two comparisons that must both hold, the one that an index makes more of. */
    static Comparison stronger(Comparison one, Comparison other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Comparison comparison(String name, BsonValue value) {
        if (name.startsWith("$")) {
            return Comparison.UNSERVABLE;
        }
        if (value.isRegularExpression()) {
            return ofRegex(
                    value.asRegularExpression().getPattern(),
                    value.asRegularExpression().getOptions());
        }
        if (value.isNull()) {
            return Comparison.NULL;
        }
        if (!value.isDocument() || value.asDocument().keySet().stream().noneMatch(key -> key.startsWith("$"))) {
            return Comparison.EQUALITY;
        }
        return value.asDocument().entrySet().stream()
                .map(entry -> ofOperator(entry.getKey(), entry.getValue()))
                .min(Comparison::compareTo)
                .orElse(Comparison.EQUALITY);
    }

    private static Comparison ofOperator(String operator, BsonValue operand) {
        return switch (operator) {
            case "$eq" -> operand.isNull() ? Comparison.NULL : Comparison.EQUALITY;
            case "$in", "$all" ->
                operand.asArray().stream().anyMatch(BsonValue::isNull) ? Comparison.NULL : Comparison.IN;
            case "$gt", "$gte", "$lt", "$lte" -> Comparison.RANGE;
            case "$exists" ->
                operand.isBoolean() && operand.asBoolean().getValue() ? Comparison.RANGE : Comparison.UNSERVABLE;
            case "$regex" -> operand.isString() ? ofRegex(operand.asString().getValue(), "") : Comparison.UNSERVABLE;
            default -> Comparison.UNSERVABLE;
        };
    }

    /** A case-sensitive prefix is a range of the index; any other regex reads all of it. */
    private static Comparison ofRegex(String pattern, String options) {
        return pattern.startsWith("^") && pattern.length() > 1 && options.isEmpty()
                ? Comparison.RANGE
                : Comparison.UNSERVABLE;
    }

    @Override
    public String toString() {
        return new TreeMap<>(fields)
                + alternatives.stream().map(Object::toString).collect(Collectors.joining(" or "));
    }
}

package kr.minwon.indexproof;

import java.util.List;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What a command asks of a collection, without the values: two commands that differ only in values have one shape.
 *
 * @param command find, update, delete, findAndModify, aggregate, count or distinct
 * @param filter which fields are compared, and how
 * @param sort fields in order, a leading minus for descending
 * @param projection the fields asked for, empty for whole documents
 * @param limited whether it asks for a page only, so that reading an index from its beginning stays bounded
 */
public record QueryShape(
        String command,
        String collection,
        FilterShape filter,
        List<String> sort,
        List<String> projection,
        boolean limited) {

    public QueryShape {
        sort = List.copyOf(sort);
        projection = List.copyOf(projection);
    }

    static QueryShape of(
            String command,
            String collection,
            BsonDocument filter,
            BsonDocument sort,
            BsonDocument projection,
            boolean limited) {
        List<String> order = sort.entrySet().stream()
                .map(entry -> (descends(entry.getValue()) ? "-" : "") + entry.getKey())
                .toList();
        return new QueryShape(
                command,
                collection,
                FilterShape.of(filter),
                order,
                List.copyOf(new TreeSet<>(projection.keySet())),
                limited);
    }

    /** Whether a sort or index direction descends, whatever number type carries it. */
    static boolean descends(BsonValue direction) {
        return direction.isNumber() && direction.asNumber().doubleValue() < 0;
    }

    @Override
    public String toString() {
        return command + " " + collection + " where " + filter + (sort.isEmpty() ? "" : " sorted by " + sort)
                + (projection.isEmpty() ? "" : " reading " + projection);
    }
}

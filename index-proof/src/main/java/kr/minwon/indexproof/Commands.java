package kr.minwon.indexproof;

import java.util.ArrayList;
import java.util.List;
import kr.minwon.indexproof.DeclaredIndex.Key;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/** Reads shapes, indexes and writes from the commands that the driver sends. */
final class Commands {
    private static final BsonDocument NONE = new BsonDocument();

    private Commands() {}

    static List<QueryShape> shapesOf(String name, BsonDocument command) {
        return switch (name) {
            case "find" -> List.of(shape(name, command, "filter", "projection"));
            case "findAndModify", "count", "distinct" -> List.of(shape(name, command, "query", "fields"));
            case "update" -> statements(name, command, "updates");
            case "delete" -> statements(name, command, "deletes");
            case "aggregate" -> aggregate(command);
            case "bulkWrite" -> bulk(command);
            default -> List.of();
        };
    }

    private static QueryShape shape(String name, BsonDocument command, String filter, String projection) {
        boolean limited = command.containsKey("limit") || command.containsKey("singleBatch");
        return QueryShape.of(
                name,
                command.getString(name).getValue(),
                document(command, filter),
                document(command, "sort"),
                document(command, projection),
                limited);
    }

    private static QueryShape filtering(String name, String collection, BsonDocument filter) {
        return QueryShape.of(name, collection, filter, NONE, NONE, false);
    }

    private static List<QueryShape> statements(String name, BsonDocument command, String list) {
        String collection = command.getString(name).getValue();
        return command.getArray(list, new BsonArray()).stream()
                .map(statement -> filtering(name, collection, document(statement.asDocument(), "q")))
                .toList();
    }

    /** The client-level bulk write of newer drivers: each operation names its collection by number. */
    private static List<QueryShape> bulk(BsonDocument command) {
        List<QueryShape> shapes = new ArrayList<>();
        for (BsonValue value : command.getArray("ops", new BsonArray())) {
            BsonDocument operation = value.asDocument();
            String name = operation.getFirstKey();
            if (!name.equals("insert")) {
                BsonValue space =
                        command.getArray("nsInfo").get(operation.getNumber(name).intValue());
                String full = space.asDocument().getString("ns").getValue();
                shapes.add(filtering(name, full.substring(full.indexOf('.') + 1), document(operation, "filter")));
            }
        }
        return shapes;
    }

    /** An aggregation is served by what its leading $match and $sort ask for, and each $lookup by its own filter. */
    private static List<QueryShape> aggregate(BsonDocument command) {
        if (!command.isString("aggregate")) {
            return List.of();
        }
        List<QueryShape> shapes = new ArrayList<>();
        BsonArray matches = new BsonArray();
        BsonDocument sort = NONE;
        boolean limited = false;
        boolean leading = true;
        for (BsonValue value : command.getArray("pipeline")) {
            BsonDocument stage = value.asDocument();
            if (leading && sort.isEmpty() && stage.containsKey("$match")) {
                matches.add(stage.get("$match"));
            } else if (leading && sort.isEmpty() && stage.containsKey("$sort")) {
                sort = stage.getDocument("$sort");
            } else {
                limited |= leading && stage.containsKey("$limit");
                leading = false;
            }
            if (stage.containsKey("$lookup")) {
                shapes.add(lookup(stage.getDocument("$lookup")));
            }
        }
        BsonDocument filter = matches.isEmpty() ? NONE : new BsonDocument("$and", matches);
        shapes.add(QueryShape.of("aggregate", command.getString("aggregate").getValue(), filter, sort, NONE, limited));
        return shapes;
    }

    private static QueryShape lookup(BsonDocument lookup) {
        BsonDocument filter = lookup.containsKey("foreignField")
                ? new BsonDocument(lookup.getString("foreignField").getValue(), new BsonInt32(1))
                : NONE;
        return filtering("lookup", lookup.getString("from").getValue(), filter);
    }

    static List<DeclaredIndex> indexesOf(String name, BsonDocument command) {
        if (!name.equals("createIndexes")) {
            return List.of();
        }
        List<DeclaredIndex> indexes = new ArrayList<>();
        for (BsonValue value : command.getArray("indexes")) {
            BsonDocument index = value.asDocument();
            List<Key> keys = index.getDocument("key").entrySet().stream()
                    .map(entry -> new Key(entry.getKey(), !QueryShape.descends(entry.getValue())))
                    .toList();
            indexes.add(new DeclaredIndex(
                    command.getString("createIndexes").getValue(),
                    keys,
                    index.getBoolean("unique", BsonBoolean.FALSE).getValue(),
                    index.getBoolean("sparse", BsonBoolean.FALSE).getValue()));
        }
        return indexes;
    }

    static int documentsWritten(String name, BsonDocument command) {
        return switch (name) {
            case "insert" -> command.getArray("documents", new BsonArray()).size();
            case "update" -> command.getArray("updates", new BsonArray()).size();
            case "delete" -> command.getArray("deletes", new BsonArray()).size();
            case "bulkWrite" -> command.getArray("ops", new BsonArray()).size();
            case "findAndModify" -> 1;
            default -> 0;
        };
    }

    private static BsonDocument document(BsonDocument command, String field) {
        BsonValue value = command.get(field);
        return value != null && value.isDocument() ? value.asDocument() : NONE;
    }
}

package kr.minwon.trialstore;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses what MongoDB has and this store would otherwise ignore or do wrongly (docs/stores.md). */
final class Refusals {

    private static final List<String> INDEX_OPTIONS =
            List.of("partialFilterExpression", "expireAfterSeconds", "collation", "wildcardProjection", "weights");
    private static final List<String> COLLECTION_OPTIONS =
            List.of("capped", "timeseries", "validator", "viewOn", "collation", "clusteredIndex");

    private Refusals() {}

    static void check(String command, Document query) {
        if (query.containsKey("startTransaction") || query.containsKey("autocommit")) {
            throw notHere("transactions");
        }
        refuseOption(query, "collation");
        switch (command.toLowerCase(Locale.ROOT)) {
            case "createindexes" -> documents(query.get("indexes")).forEach(Refusals::checkIndex);
            case "create" -> COLLECTION_OPTIONS.forEach(option -> refuseOption(query, option));
            case "update" -> documents(query.get("updates")).forEach(update -> checkUpdate(update, "u"));
            case "delete" -> documents(query.get("deletes")).forEach(delete -> refuseOption(delete, "collation"));
            case "findandmodify" -> checkUpdate(query, "update");
            case "aggregate" -> checkPipeline(query);
            case "renamecollection" -> throw notHere("renaming a collection");
            default -> {}
        }
    }

    private static void checkIndex(Document index) {
        INDEX_OPTIONS.forEach(option -> refuseOption(index, option));
        if (index.get("key") instanceof Document key) {
            key.forEach((path, kind) -> {
                if (!(kind instanceof Number) || path.contains("$**")) {
                    throw notHere("an index of the kind " + kind + " on " + path);
                }
            });
        }
    }

    private static void checkUpdate(Document update, String key) {
        refuseOption(update, "collation");
        if (update.get(key) instanceof Collection) {
            throw notHere("an update by pipeline");
        }
    }

    private static void checkPipeline(Document query) {
        if (documents(query.get("pipeline")).anyMatch(stage -> stage.containsKey("$changeStream"))) {
            throw notHere("change streams");
        }
    }

    private static void refuseOption(Document holder, String option) {
        Object value = holder.get(option);
        if (value != null && !Boolean.FALSE.equals(value)) {
            throw notHere(option);
        }
    }

    static MongoServerError notHere(String what) {
        return new MongoServerError(
                115, "CommandNotSupported", "The trial store does not have " + what + "; see docs/stores.md");
    }

    private static Stream<Document> documents(@Nullable Object list) {
        return list instanceof Collection<?> items
                ? items.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.of();
    }
}

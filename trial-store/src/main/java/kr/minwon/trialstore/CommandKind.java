package kr.minwon.trialstore;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a command needs of the store. */
enum CommandKind {
    /** Nothing but an answer. */
    TALK,
    /** Documents as they are between two writes. */
    READ,
    /** The store for itself, and the journal. */
    WRITE;

    static CommandKind of(String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "insert",
                    "update",
                    "delete",
                    "findandmodify",
                    "create",
                    "createindexes",
                    "drop",
                    "dropindexes",
                    "dropdatabase" -> WRITE;
            case "aggregate" -> writes(query.get("pipeline")) ? WRITE : READ;
            case "find", "count", "distinct", "dbstats", "collstats", "validate", "listcollections", "listindexes" ->
                READ;
            default -> TALK;
        };
    }

    private static boolean writes(@Nullable Object pipeline) {
        return pipeline instanceof Collection<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }
}

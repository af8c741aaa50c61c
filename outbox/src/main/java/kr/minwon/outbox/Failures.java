package kr.minwon.outbox;

import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteConcernException;
import java.io.IOException;
import java.util.Set;

/** Tells what is away, and worth waiting for, from what will fail however often it is tried. */
final class Failures {
    private static final int DEEPEST_CAUSE = 20;

    /** What a server that answers says while it cannot serve: stepping down, shutting down, out of time or of disk. */
    private static final Set<Integer> AWAY =
            Set.of(6, 7, 24, 50, 64, 89, 91, 112, 133, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 14031);

    private Failures() {}

    /** Whether a failure is of the store or the network rather than of the event. */
    static boolean isAway(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST_CAUSE; depth++, at = at.getCause()) {
            if (at instanceof UnreadableEvent) {
                return false;
            }
            if (at instanceof MongoServerException answered) {
                // The store is there and said no: trying again would not end, unless it says that it is not ready.
                return answered instanceof MongoNotPrimaryException
                        || answered instanceof MongoNodeIsRecoveringException
                        || answered instanceof MongoWriteConcernException
                        || answered.hasErrorLabel("RetryableWriteError")
                        || AWAY.contains(answered.getCode());
            }
            if (at instanceof MongoException || at instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}

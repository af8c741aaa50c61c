package kr.minwon.trialstore;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once for each shape of query that it reads the whole of a collection that is no longer small. */
final class ScanLog {

    private static final Logger LOG = LoggerFactory.getLogger(TrialStore.class);
    private static final int SMALL = 1_000;
    private static final int SHAPES = 50;

    private final String collection;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    ScanLog(String collection) {
        this.collection = collection;
    }

    /** Names fields only: a value may be personal. */
    void note(Document filter, @Nullable Document sort, long visits) {
        if (visits < SMALL || filter.isEmpty() || said.size() >= SHAPES) {
            return;
        }
        String shape = filter.keySet() + (sort == null || sort.isEmpty() ? "" : " sorted by " + sort.keySet());
        if (said.add(shape)) {
            LOG.info("No index of {} serves {}: {} documents were read", collection, shape, visits);
        }
    }
}

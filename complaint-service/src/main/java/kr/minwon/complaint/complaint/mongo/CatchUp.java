package kr.minwon.complaint.complaint.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.SearchWords;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives words to cases that an earlier version stored: for each {@link SearchWords#VERSION} by their ids, from where the
 * last step ended. Where that is stands in a document of its own. The end is known only until the next start, which looks
 * at the last hour before it again: instances of the earlier version may have gone on filing while this one was new.
 */
final class CatchUp {
    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final String ID = "words/" + SearchWords.VERSION;
    private static final String AFTER = "after";
    private static final Duration AGAIN = Duration.ofHours(1);

    private final MongoCollection<Document> raw;
    private final MongoCollection<Document> progress;
    private final MongoComplaints complaints;
    private @Nullable String after;
    private boolean done;

    CatchUp(MongoCollection<Document> raw, MongoCollection<Document> progress, MongoComplaints complaints) {
        this.raw = raw;
        this.progress = progress;
        this.complaints = complaints;
    }

    /** The next ones; false when all are done. */
    synchronized boolean more(int most) {
        if (done) {
            return false;
        }
        String from = after == null ? begin() : after;
        List<Document> next = raw.find(Filters.gt("_id", from))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .projection(Projections.include(SearchableDocuments.WORDS_VERSION))
                .into(new ArrayList<>());
        next.stream()
                .filter(one -> one.getInteger(SearchableDocuments.WORDS_VERSION, 0) != SearchWords.VERSION)
                .forEach(one -> giveWords(Documents.text(one, "_id")));
        after = next.isEmpty() ? from : Documents.text(next.getLast(), "_id");
        progress.updateOne(Filters.eq("_id", ID), Updates.set(AFTER, after), new UpdateOptions().upsert(true));
        done = next.size() < most;
        return !done;
    }

    private String begin() {
        Document reached = progress.find(Filters.eq("_id", ID)).first();
        return reached == null
                ? ""
                : ComplaintId.parse(Documents.text(reached, AFTER))
                        .map(last -> ComplaintId.before(last.moment().minus(AGAIN)))
                        .orElse("");
    }

    /** A case that cannot be read does not keep the others waiting. */
    private void giveWords(String id) {
        try {
            complaints.giveWords(id);
        } catch (MongoException away) {
            throw away;
        } catch (RuntimeException unreadable) {
            log.error("a case is found by its number only, its words cannot be made: {}", id, unreadable);
        }
    }
}

package kr.minwon.complaint.complaint.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.complaint.complaint.SearchWords;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives words to cases that an earlier version stored: all of them once for each {@link SearchWords#VERSION}, by their ids,
 * from where the last step ended. Where that is stands in a document of its own.
 */
final class CatchUp {
    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final String ID = "words/" + SearchWords.VERSION;
    private static final String AFTER = "after";
    private static final String DONE = "done";

    private final MongoCollection<Document> raw;
    private final MongoCollection<Document> progress;
    private final MongoComplaints complaints;

    CatchUp(MongoCollection<Document> raw, MongoCollection<Document> progress, MongoComplaints complaints) {
        this.raw = raw;
        this.progress = progress;
        this.complaints = complaints;
    }

    /** The next ones; false when all are done. */
    boolean more(int most) {
        Document reached = progress.find(Filters.eq("_id", ID)).first();
        if (reached != null && reached.getBoolean(DONE, false)) {
            return false;
        }
        String after = reached == null ? "" : Documents.text(reached, AFTER);
        List<Document> next = raw.find(Filters.gt("_id", after))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .projection(Projections.include(SearchableDocuments.WORDS_VERSION))
                .into(new ArrayList<>());
        next.stream()
                .filter(one -> one.getInteger(SearchableDocuments.WORDS_VERSION, 0) != SearchWords.VERSION)
                .forEach(one -> giveWords(Documents.text(one, "_id")));
        boolean done = next.size() < most;
        String last = next.isEmpty() ? after : Documents.text(next.getLast(), "_id");
        progress.updateOne(
                Filters.eq("_id", ID),
                Updates.combine(Updates.set(AFTER, last), Updates.set(DONE, done)),
                new UpdateOptions().upsert(true));
        return !done;
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

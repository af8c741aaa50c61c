package kr.minwon.trialstore;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.InMemoryCursor;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.ArrayList;
import java.util.List;

/** Answers in MongoDB's form where the library's differ from it. */
final class Replies {

    /** Documents in a batch whose size the client left open. */
    static final int BATCH = 200;

    private Replies() {}

    static Document error(MongoServerException e) {
        String message = e.getMessageWithoutErrorCode();
        Document reply = new Document("ok", 0.0).append("errmsg", message);
        if (e instanceof MongoServerError error) {
            reply.append("code", error.getCode());
            reply.putIfNotNull("codeName", error.getCodeName());
        } else {
            reply.append("code", 8).append("codeName", "UnknownError");
        }
        return reply;
    }

    /** The documents in batches: the library would send a whole aggregation at once, however large. */
    static Document cursor(String namespace, List<Document> documents, CursorRegistry cursors) {
        int first = Math.min(BATCH, documents.size());
        long id = 0;
        if (first < documents.size()) {
            InMemoryCursor rest =
                    new InMemoryCursor(cursors.generateCursorId(), documents.subList(first, documents.size()));
            cursors.add(rest);
            id = rest.getId();
        }
        Document cursor = new Document("id", id)
                .append("ns", namespace)
                .append("firstBatch", new ArrayList<>(documents.subList(0, first)));
        Document reply = new Document("cursor", cursor);
        Utils.markOkay(reply);
        return reply;
    }

    /** How many documents of an insert are in: the library answers how many were sent. */
    static void countInserted(Document reply, int sent, boolean ordered) {
        List<Document> errors = list(reply, "writeErrors");
        if (!errors.isEmpty()) {
            int firstError = errors.get(0).get("index") instanceof Number index ? index.intValue() : 0;
            reply.put("n", ordered ? firstError : sent - errors.size());
        }
    }

    /** Adds the reply of one update of a batch to the reply of the batch. */
    static void addUpdate(Document batch, Document one, int index) {
        batch.merge("n", one.get("n"), Replies::sum);
        batch.merge("nModified", one.get("nModified"), Replies::sum);
        for (String part : List.of("upserted", "writeErrors")) {
            List<Document> items = list(one, part);
            items.forEach(item -> item.put("index", index));
            if (!items.isEmpty()) {
                List<Document> all = new ArrayList<>(list(batch, part));
                all.addAll(items);
                batch.put(part, all);
            }
        }
    }

    private static Object sum(Object a, Object b) {
        return ((Number) a).intValue() + ((Number) b).intValue();
    }

    @SuppressWarnings("unchecked")
    static List<Document> list(Document reply, String part) {
        Object items = reply.get(part);
        return items == null ? List.of() : new ArrayList<>((java.util.Collection<Document>) items);
    }
}

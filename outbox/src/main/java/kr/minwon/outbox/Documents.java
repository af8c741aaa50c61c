package kr.minwon.outbox;

import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What the outbox asks of a collection: nothing but look-ups by a unique key and by its two sparse indexes. */
interface Documents {
    /** The collection's name. */
    String name();

    @Nullable
    Document find(String uniqueField, Object value);

    /** Stores a new document; answers the store's words when a unique key was taken, and null when it is stored. */
    @Nullable
    String insert(Document document);

    /** Changes the document that still has that version; false when there is none. */
    boolean update(String id, long version, Bson change);

    /** Changes each document that its filter still finds, in one go and no order. */
    void updateEach(List<Change> changes);

    /** Ids and dates of the documents that have the field, oldest first. */
    List<Document> oldest(String dateField, int most);

    /** The outbox parts of these documents. */
    List<Document> outboxes(Collection<String> ids);

    /** One change of one document. */
    record Change(Bson filter, Bson change) {}
}

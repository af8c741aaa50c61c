package kr.minwon.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/** The indexes of the outbox's own queries: sparse, so they hold only documents with work to do. */
public final class OutboxIndexes {
    private OutboxIndexes() {}

    /** Creates them on a collection; does nothing where they are. */
    public static void create(MongoCollection<Document> documents) {
        documents.createIndex(Indexes.ascending(OutboxFields.RELAY_AT), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending(OutboxFields.EARLY_AT), new IndexOptions().sparse(true));
    }
}

package kr.minwon.notification.message.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import org.bson.Document;

/** Cases in MongoDB; they are written by the consumer of events only. */
final class MongoCases implements Cases {
    private final MongoCollection<Document> documents;
    private final OutboxCollection<CaseRecord> outbox;

    MongoCases(MongoCollection<Document> documents, OutboxCollection<CaseRecord> outbox) {
        this.documents = documents;
        this.outbox = outbox;
    }

    /** Sparse, because a document that only keeps early events has no receipt number yet. */
    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(
                Indexes.ascending(CaseDocuments.RECEIPT_NUMBER),
                new IndexOptions().unique(true).sparse(true));
    }

    @Override
    public Optional<CaseRecord> ofReceiptNumber(String receiptNumber) {
        return outbox.findBy(CaseDocuments.RECEIPT_NUMBER, receiptNumber).map(Stored::aggregate);
    }

    @Override
    public Map<String, CaseRecord> all(Collection<String> complaintIds) {
        Map<String, CaseRecord> found = new HashMap<>();
        for (Document document : documents.find(in("_id", complaintIds))) {
            outbox.stored(document).ifPresent(stored -> found.put(stored.id(), stored.aggregate()));
        }
        return found;
    }
}

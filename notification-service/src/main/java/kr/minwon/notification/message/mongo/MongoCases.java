package kr.minwon.notification.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
    private final PhoneIdentities identities;

    MongoCases(MongoCollection<Document> documents, OutboxCollection<CaseRecord> outbox, PhoneIdentities identities) {
        this.documents = documents;
        this.outbox = outbox;
        this.identities = identities;
    }

    /** Sparse, because a document that only keeps early events has no receipt number yet. */
    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(
                Indexes.ascending(CaseDocuments.RECEIPT_NUMBER),
                new IndexOptions().unique(true).sparse(true));
        // An id begins with the moment of its filing.
        documents.createIndex(
                Indexes.compoundIndex(Indexes.ascending(CaseDocuments.CONTACT_ID), Indexes.descending("_id")));
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

    @Override
    public List<CaseRecord> ofPhone(String phone, String before, int most) {
        return identities.allOf(phone).stream()
                .flatMap(identity -> documents
                        .find(
                                before.isEmpty()
                                        ? eq(CaseDocuments.CONTACT_ID, identity)
                                        : and(eq(CaseDocuments.CONTACT_ID, identity), lt("_id", before)))
                        .sort(Sorts.descending("_id"))
                        .limit(most)
                        .into(new ArrayList<>())
                        .stream())
                .flatMap(document -> outbox.stored(document).stream())
                .map(Stored::aggregate)
                .sorted(Comparator.comparing((CaseRecord one) -> one.about().complaintId())
                        .reversed())
                .limit(most)
                .toList();
    }
}

package kr.minwon.notification.reply.mongo;

import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import kr.minwon.notification.reply.LongTexts;
import kr.minwon.notification.reply.ReceivedPieces;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import kr.minwon.sealedfields.ContactIdentity;
import org.bson.Document;

/** Texts in pieces in MongoDB: a document for each number, {@code _id} its HMAC. */
final class MongoReceivedPieces implements ReceivedPieces {
    private final MongoCollection<Document> documents;
    private final OutboxCollection<LongTexts> outbox;
    private final ContactIdentity identity;

    MongoReceivedPieces(
            MongoCollection<Document> documents, OutboxCollection<LongTexts> outbox, ContactIdentity identity) {
        this.documents = documents;
        this.outbox = outbox;
        this.identity = identity;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(Indexes.ascending(PieceDocuments.DUE_AT), new IndexOptions().sparse(true));
    }

    @Override
    public <R> R change(String from, Function<LongTexts, Change<R>> decide) {
        return outbox.change(identity.of(from), stored -> {
            LongTexts now = new LongTexts(
                    from, stored == null ? List.of() : stored.aggregate().texts());
            Change<R> change = decide.apply(now);
            return Decision.of(change.next(), List.of(), change.result());
        });
    }

    @Override
    public List<LongTexts> due(Instant now, int most) {
        return documents
                .find(lte(PieceDocuments.DUE_AT, Date.from(now)))
                .sort(Sorts.ascending(PieceDocuments.DUE_AT))
                .limit(most)
                .into(new ArrayList<>())
                .stream()
                .flatMap(document -> outbox.stored(document).stream())
                .map(Stored::aggregate)
                .toList();
    }
}

package kr.minwon.notification.subscription.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.notification.subscription.Reach;
import kr.minwon.notification.subscription.Subscriber;
import kr.minwon.notification.subscription.Subscribers;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import kr.minwon.sealedfields.ContactIdentity;
import org.bson.Document;

/** Subscribers in MongoDB: a document for each phone and office. */
final class MongoSubscribers implements Subscribers {
    private final MongoCollection<Document> documents;
    private final OutboxCollection<Subscriber> outbox;
    private final SubscriberDocuments mapping;
    private final ContactIdentity identity;

    /** @param mapping as the outbox has it */
    MongoSubscribers(
            MongoCollection<Document> documents,
            OutboxCollection<Subscriber> outbox,
            SubscriberDocuments mapping,
            ContactIdentity identity) {
        this.documents = documents;
        this.outbox = outbox;
        this.mapping = mapping;
        this.identity = identity;
    }

    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        documents.createIndex(Indexes.ascending(SubscriberDocuments.REACH_KEYS, "_id"));
        documents.createIndex(Indexes.ascending(SubscriberDocuments.LINK_KEYS), new IndexOptions().sparse(true));
    }

    @Override
    public Optional<Subscriber> of(String officeId, String phone) {
        return Optional.ofNullable(
                        documents.find(in("_id", ids(officeId, phone))).first())
                .map(mapping::read);
    }

    private List<String> ids(String officeId, String phone) {
        return identity.allOf(phone).stream().map(one -> officeId + "/" + one).toList();
    }

    @Override
    public Optional<Subscriber> byLink(String token) {
        return Optional.ofNullable(
                        documents.find(eq(SubscriberDocuments.LINK_KEYS, token)).first())
                .map(mapping::read);
    }

    @Override
    public void change(String officeId, String phone, Change change) {
        // Whoever subscribed under a key that was rotated since keeps that id, or they would get everything twice.
        String id = of(officeId, phone).map(Subscriber::id).orElseGet(() -> officeId + "/" + identity.of(phone));
        outbox.change(id, stored -> {
            Subscriber next = change.of(
                    id, Optional.ofNullable(stored).map(Stored::aggregate).orElse(null));
            return next == null ? Decision.refuse(true) : Decision.of(next, List.of(), true);
        });
    }

    @Override
    public List<Subscriber> page(String reachKey, String after, int most) {
        List<Subscriber> page = new ArrayList<>();
        documents
                .find(and(eq(SubscriberDocuments.REACH_KEYS, reachKey), gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .forEach(document -> page.add(mapping.read(document)));
        return page;
    }

    @Override
    public long count(Reach reach) {
        return documents.countDocuments(in(SubscriberDocuments.REACH_KEYS, reach.keys()));
    }
}

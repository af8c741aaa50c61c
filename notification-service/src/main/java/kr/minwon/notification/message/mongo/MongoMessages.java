package kr.minwon.notification.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Receipt;
import kr.minwon.outbox.Decision;
import kr.minwon.outbox.InsertResult;
import kr.minwon.outbox.NewEvent;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Messages in MongoDB. The steps of a hand-over are single compare-and-set writes on {@code _id} and the state. */
final class MongoMessages implements Messages {
    private static final String VERSION = "version";

    private final MongoCollection<Document> documents;
    private final OutboxCollection<Message> outbox;
    private final MessageDocuments mapping = new MessageDocuments();
    private final MessageEvents events;
    private final String instance;
    private final Clock clock;

    /** Makes the event that tells of a message's state. */
    @FunctionalInterface
    interface MessageEvents {
        NewEvent of(Message message, Instant at);
    }

    MongoMessages(
            MongoCollection<Document> documents,
            OutboxCollection<Message> outbox,
            MessageEvents events,
            String instance,
            Clock clock) {
        this.documents = documents;
        this.outbox = outbox;
        this.events = events;
        this.instance = instance;
        this.clock = clock;
    }

    /** The indexes of every query here; listed in the service's README. */
    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        IndexOptions sparse = new IndexOptions().sparse(true);
        documents.createIndex(Indexes.ascending(MessageDocuments.WAITING_SINCE), sparse);
        documents.createIndex(Indexes.ascending(MessageDocuments.SENDING_BY), sparse);
        documents.createIndex(Indexes.ascending(MessageDocuments.UNKNOWN_KEY), sparse);
        documents.createIndex(
                Indexes.ascending(MessageDocuments.PROVIDER_KEY),
                new IndexOptions().sparse(true).unique(true));
        documents.createIndex(Indexes.ascending("officeId", "receiptNumber", "queuedAt"));
    }

    @Override
    public boolean add(Message message) {
        return outbox.insert(message.id(), message, List.of()) instanceof InsertResult.Inserted;
    }

    @Override
    public Optional<Message> find(String id) {
        return Optional.ofNullable(documents.find(eq("_id", id)).first()).map(mapping::read);
    }

    @Override
    public boolean claim(String id, Instant now) {
        return move(
                id,
                MessageState.QUEUED,
                Updates.set("state", MessageState.SENDING.wireName()),
                Updates.set("sentAt", Date.from(now)),
                Updates.set(MessageDocuments.SENDING_BY, instance),
                Updates.unset(MessageDocuments.WAITING_SINCE));
    }

    @Override
    public boolean accepted(String id, String provider, String providerMessageId, Instant now) {
        return move(
                id,
                MessageState.SENDING,
                Updates.set("state", MessageState.ACCEPTED.wireName()),
                Updates.set("acceptedAt", Date.from(now)),
                Updates.set("provider", provider),
                Updates.set("providerMessageId", providerMessageId),
                Updates.set(MessageDocuments.PROVIDER_KEY, provider + "/" + providerMessageId),
                Updates.unset(MessageDocuments.SENDING_BY));
    }

    @Override
    public boolean putBack(String id, Instant now) {
        return move(
                id,
                MessageState.SENDING,
                Updates.set("state", MessageState.QUEUED.wireName()),
                Updates.set(MessageDocuments.WAITING_SINCE, Date.from(now)),
                Updates.unset(MessageDocuments.SENDING_BY),
                Updates.unset("sentAt"));
    }

    private boolean move(String id, MessageState from, Bson... changes) {
        List<Bson> all = new ArrayList<>(List.of(changes));
        all.add(Updates.inc(VERSION, 1L));
        return documents
                        .updateOne(and(eq("_id", id), eq("state", from.wireName())), Updates.combine(all))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public Optional<Message> become(String id, MessageState next, @Nullable Receipt receipt, @Nullable String reason) {
        Instant now = clock.instant();
        return outbox.change(id, before -> {
            if (before == null || !before.aggregate().state().mayBecome(next)) {
                return Decision.refuse(Optional.empty());
            }
            Message after = before.aggregate().become(next, receipt, reason);
            return Decision.of(after, List.of(events.of(after, now)), Optional.of(after));
        });
    }

    @Override
    public Optional<Message> findByProviderId(String provider, String providerMessageId) {
        return Optional.ofNullable(documents
                        .find(eq(MessageDocuments.PROVIDER_KEY, provider + "/" + providerMessageId))
                        .first())
                .map(mapping::read);
    }

    @Override
    public List<Message> waiting(Duration atLeast, int most) {
        Date before = Date.from(clock.instant().minus(atLeast));
        return read(documents
                .find(lte(MessageDocuments.WAITING_SINCE, before))
                .sort(Sorts.ascending(MessageDocuments.WAITING_SINCE))
                .limit(most));
    }

    @Override
    public List<Message> leftSending() {
        return read(documents.find(eq(MessageDocuments.SENDING_BY, instance)));
    }

    @Override
    public List<Message> ofCase(String officeId, String receiptNumber) {
        return read(documents
                .find(and(eq("officeId", officeId), eq("receiptNumber", receiptNumber)))
                .sort(Sorts.ascending("queuedAt"))
                .limit(200));
    }

    @Override
    public Page unknown(String officeId, @Nullable String cursor, int limit) {
        String from = cursor == null ? officeId + "/" : cursor;
        List<Document> found = documents
                .find(and(
                        gt(MessageDocuments.UNKNOWN_KEY, from),
                        // '0' is the character after '/'.
                        lt(MessageDocuments.UNKNOWN_KEY, officeId + "0")))
                .sort(Sorts.ascending(MessageDocuments.UNKNOWN_KEY))
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(mapping::read).toList(),
                more ? page.getLast().getString(MessageDocuments.UNKNOWN_KEY) : null);
    }

    @Override
    public long countUnknown() {
        return documents.countDocuments(exists(MessageDocuments.UNKNOWN_KEY));
    }

    @Override
    public long countWaiting() {
        return documents.countDocuments(exists(MessageDocuments.WAITING_SINCE));
    }

    private List<Message> read(Iterable<Document> found) {
        List<Message> read = new ArrayList<>();
        found.forEach(document -> read.add(mapping.read(document)));
        return read;
    }
}

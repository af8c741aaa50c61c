package kr.minwon.notification.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageChanges;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Urgency;
import kr.minwon.outbox.InsertResult;
import kr.minwon.outbox.NewEvent;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Stored;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages in MongoDB. Each step of a hand-over is one compare-and-set on {@code _id} and the version. */
final class MongoMessages implements Messages {
    private static final Logger log = LoggerFactory.getLogger(MongoMessages.class);

    /** The character after '/'. */
    private static final String AFTER_ALL = "0";

    private final MongoCollection<Document> documents;
    private final OutboxCollection<Message> outbox;
    private final MessageDocuments mapping;
    private final PhoneIdentities identities;
    private final MessageEvents events;
    private final MessageChanges changes;
    private final Clock clock;

    /** Makes the events that tell of a message's state. */
    @FunctionalInterface
    interface MessageEvents {
        List<NewEvent> of(Message message, Instant at);
    }

    /** @param mapping as the outbox has it */
    MongoMessages(
            MongoCollection<Document> documents,
            OutboxCollection<Message> outbox,
            MessageDocuments mapping,
            PhoneIdentities identities,
            MessageEvents events,
            MessageChanges changes,
            Clock clock) {
        this.documents = documents;
        this.outbox = outbox;
        this.mapping = mapping;
        this.identities = identities;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    /** The indexes of every query here; listed in the service's README. */
    static void createIndexes(MongoCollection<Document> documents) {
        OutboxIndexes.create(documents);
        for (Urgency urgency : Urgency.values()) {
            documents.createIndex(
                    Indexes.ascending(MessageDocuments.waitingSince(urgency)), new IndexOptions().sparse(true));
        }
        for (String field : List.of(
                AttemptDocuments.SENDING_BY,
                MessageDocuments.MAILING_KEY,
                MessageDocuments.UNKNOWN_KEY,
                MessageDocuments.ASK_KEY,
                MessageDocuments.RESULT_KEY,
                MessageDocuments.REFERENCE_KEYS,
                MessageDocuments.PHONE_KEYS,
                MessageDocuments.EARLIER_KEYS,
                MessageDocuments.OF_PHONE,
                MessageDocuments.MERGE_KEY)) {
            documents.createIndex(Indexes.ascending(field), new IndexOptions().sparse(true));
        }
        documents.createIndex(Indexes.ascending(MessageDocuments.OFFICE, MessageDocuments.QUEUED_AT, "_id"));
        documents.createIndex(
                Indexes.ascending(MessageDocuments.PROVIDER_KEY),
                new IndexOptions().sparse(true).unique(true));
    }

    @Override
    public boolean add(Message message) {
        boolean added = outbox.insert(message.id(), message, List.of()) instanceof InsertResult.Inserted;
        if (added) {
            changes.on(message);
        }
        return added;
    }

    @Override
    public Optional<Message> find(String id) {
        return outbox.find(id).map(Stored::aggregate);
    }

    @Override
    public List<Message> findAll(Collection<String> ids) {
        return read(documents.find(in("_id", ids)));
    }

    @Override
    public Optional<Message> advance(Message before, Message after) {
        Optional<Stored<Message>> stored = stored(before);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try {
            return update(stored.get(), before, after);
        } catch (MongoWriteException e) {
            String id = after.progress().providerMessageId();
            if (id == null || e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            log.error("{}: the provider gave its id {} before; its receipt cannot be told by it", after.id(), id);
            return update(stored.get(), before, after.withoutProviderId());
        }
    }

    /** Until a message is first told of, its document holds no events and need not be read again to be changed. */
    private Optional<Stored<Message>> stored(Message before) {
        if (before.state().isTold() || before.attempt() > 1) {
            return outbox.find(before.id()).filter(there -> there.version() == before.version());
        }
        Document document = mapping.write(before).append("_id", before.id()).append("version", before.version());
        return Optional.of(new Stored<>(before.id(), before.version(), before, document));
    }

    private Optional<Message> update(Stored<Message> stored, Message before, Message after) {
        List<NewEvent> told = after.isNewsAfter(before) ? events.of(after, clock.instant()) : List.of();
        if (!outbox.update(stored, after, told)) {
            return Optional.empty();
        }
        changes.on(after);
        return Optional.of(after.storedAs(stored.version() + 1));
    }

    @Override
    public Optional<Message> findByProviderId(String provider, String providerMessageId) {
        String key = MessageDocuments.key(provider, providerMessageId);
        Optional<Message> latest =
                outbox.findBy(MessageDocuments.PROVIDER_KEY, key).map(Stored::aggregate);
        return latest.isPresent()
                ? latest
                : read(documents.find(eq(MessageDocuments.EARLIER_KEYS, key)).limit(1)).stream()
                        .findFirst();
    }

    @Override
    public List<Message> inDoubt(String provider, int reference) {
        return read(documents.find(
                eq(MessageDocuments.REFERENCE_KEYS, MessageDocuments.referenceKey(provider, reference))));
    }

    @Override
    public List<Message> inDoubtAt(String provider, String phone) {
        List<String> keys = identities.allOf(phone).stream()
                .map(identity -> MessageDocuments.key(provider, identity))
                .toList();
        return read(documents.find(in(MessageDocuments.PHONE_KEYS, keys)));
    }

    @Override
    public Page toAskAbout(String provider, Instant since, @Nullable String cursor, int limit) {
        return page(MessageDocuments.ASK_KEY, from(provider, since, cursor), provider, limit);
    }

    @Override
    public Page awaitingResult(String provider, Instant since, Instant until, @Nullable String cursor, int limit) {
        String last = MessageDocuments.key(provider, until.toString());
        return page(MessageDocuments.RESULT_KEY, from(provider, since, cursor), last, limit);
    }

    private static String from(String provider, Instant since, @Nullable String cursor) {
        String first = MessageDocuments.key(provider, since.toString());
        return cursor == null || cursor.compareTo(first) < 0 ? first : cursor;
    }

    @Override
    public List<Waiting> waiting(Urgency urgency, Instant from, int most) {
        String since = MessageDocuments.waitingSince(urgency);
        List<Waiting> found = new ArrayList<>();
        documents
                .find(gte(since, Date.from(from)))
                .sort(Sorts.ascending(since))
                .projection(Projections.include(since))
                .limit(most)
                .forEach(document -> found.add(new Waiting(
                        document.getString("_id"), document.getDate(since).toInstant())));
        return found;
    }

    @Override
    public List<Message> queuedOf(String mailingId, String after, int most) {
        return read(queued(mailingId, after, most));
    }

    @Override
    public int countQueuedOf(String mailingId, int most) {
        return queued(mailingId, "", most)
                .projection(Projections.include("_id"))
                .into(new ArrayList<>())
                .size();
    }

    private FindIterable<Document> queued(String mailingId, String after, int most) {
        return documents
                .find(and(
                        gt(MessageDocuments.MAILING_KEY, MessageDocuments.key(mailingId, after)),
                        lt(MessageDocuments.MAILING_KEY, mailingId + AFTER_ALL)))
                .sort(Sorts.ascending(MessageDocuments.MAILING_KEY))
                .limit(most);
    }

    @Override
    public Page ofMailing(String mailingId, @Nullable String cursor, int limit) {
        String first = MailingPart.firstMessageId(mailingId);
        String from = cursor == null || cursor.compareTo(first) < 0 ? first : cursor;
        return page("_id", from, first.substring(0, first.length() - 1), limit);
    }

    @Override
    public List<Message> sendingBy(String instance) {
        return read(documents.find(eq(AttemptDocuments.SENDING_BY, instance)));
    }

    /** By the index of what is being sent, which is little at any time. */
    @Override
    public List<Message> sendingSince(Instant before, int most) {
        return read(documents
                .find(and(gt(AttemptDocuments.SENDING_BY, ""), lt(AttemptDocuments.SENT_AT, Date.from(before))))
                .limit(most));
    }

    @Override
    public Page unknown(String officeId, @Nullable String cursor, int limit) {
        return page(MessageDocuments.UNKNOWN_KEY, cursor == null ? officeId + "/" : cursor, officeId, limit);
    }

    /** What comes after {@code from} among the keys that begin with {@code owner/} or come before them. */
    private Page page(String field, String from, String owner, int limit) {
        List<Document> found = documents
                .find(and(gt(field, from), lt(field, owner + AFTER_ALL)))
                .sort(Sorts.ascending(field))
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = found.size() > limit;
        List<Document> page = more ? found.subList(0, limit) : found;
        return new Page(read(page), more ? page.getLast().getString(field) : null);
    }

    @Override
    public Page ofPhone(String officeId, String phone, @Nullable String cursor, int limit) {
        List<Document> found = new ArrayList<>();
        for (String identity : identities.allOf(phone)) {
            String owner = MessageDocuments.key(officeId, identity);
            documents
                    .find(and(
                            gt(MessageDocuments.OF_PHONE, owner + "/"),
                            lt(MessageDocuments.OF_PHONE, owner + (cursor == null ? "0" : "/" + cursor))))
                    .sort(Sorts.descending(MessageDocuments.OF_PHONE))
                    .limit(limit + 1)
                    .into(found);
        }
        found.sort(Comparator.comparing((Document one) -> ofPhone(one)).reversed());
        List<Document> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(read(page), found.size() > limit ? ofPhone(page.getLast()) : null);
    }

    /** When and which, without whose. */
    private static String ofPhone(Document document) {
        return document.getString(MessageDocuments.OF_PHONE).split("/", 3)[2];
    }

    @Override
    public List<Mergeable> mergeable(String after, Instant until, int most) {
        List<Mergeable> found = new ArrayList<>();
        documents
                .find(and(
                        gt(MessageDocuments.MERGE_KEY, after),
                        lt(MessageDocuments.MERGE_KEY, MessageDocuments.moment(until) + "0")))
                .sort(Sorts.ascending(MessageDocuments.MERGE_KEY))
                .projection(Projections.include(MessageDocuments.MERGE_KEY))
                .limit(most)
                .forEach(document -> found.add(
                        new Mergeable(document.getString(MessageDocuments.MERGE_KEY), document.getString("_id"))));
        return found;
    }

    @Override
    public List<Message> made(String officeId, Instant from, Instant before, @Nullable Message after, int most) {
        List<Bson> filters = new ArrayList<>(List.of(
                eq(MessageDocuments.OFFICE, officeId),
                gte(MessageDocuments.QUEUED_AT, Date.from(after == null ? from : after.queuedAt())),
                lt(MessageDocuments.QUEUED_AT, Date.from(before))));
        if (after != null) {
            filters.add(or(gt(MessageDocuments.QUEUED_AT, Date.from(after.queuedAt())), gt("_id", after.id())));
        }
        return documents
                .find(and(filters))
                .sort(Sorts.ascending(MessageDocuments.QUEUED_AT, "_id"))
                .limit(most)
                .map(mapping::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<String> offices() {
        List<String> found = new ArrayList<>();
        for (Document next = officeAfter(""); next != null; next = officeAfter(found.getLast())) {
            found.add(next.getString(MessageDocuments.OFFICE));
        }
        return found;
    }

    private @Nullable Document officeAfter(String officeId) {
        return documents
                .find(gt(MessageDocuments.OFFICE, officeId))
                .sort(Sorts.ascending(MessageDocuments.OFFICE))
                .projection(Projections.include(MessageDocuments.OFFICE))
                .first();
    }

    @Override
    public int countUnknown(int most) {
        return documents
                .find(gt(MessageDocuments.UNKNOWN_KEY, ""))
                .sort(Sorts.ascending(MessageDocuments.UNKNOWN_KEY))
                .projection(Projections.include("_id"))
                .limit(most)
                .into(new ArrayList<>())
                .size();
    }

    private List<Message> read(Iterable<Document> found) {
        List<Message> read = new ArrayList<>();
        found.forEach(document -> read.add(mapping.read(document)));
        return read;
    }
}

package kr.minwon.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates whose pending events, and whose knowledge of what they have seen, live in their own document: a change, its
 * events and the sequence it answers to are one write. Changes are compare-and-set on {@code version}.
 *
 * <p>A document may begin as a placeholder that only keeps early events; it is no aggregate, and an insert or a change
 * fills it. Unique indexes of such a collection must be sparse.
 */
public final class OutboxCollection<A> {
    private static final int MOST_RACES = 200;

    private final Documents documents;
    private final DocumentMapping<A> mapping;
    private final EventSource source;
    private final RelayedCollection relayed;
    private final Clock clock;
    private final Supplier<@Nullable String> traceparent;

    /**
     * @param relay takes the events to Kafka; the collection is registered with it
     * @param traceparent the W3C trace context of what is going on now, or null
     */
    public OutboxCollection(
            MongoCollection<Document> documents,
            DocumentMapping<A> mapping,
            EventSource source,
            Relay relay,
            Clock clock,
            Supplier<@Nullable String> traceparent) {
        this(new MongoDocuments(documents), mapping, source, relay, clock, traceparent);
    }

    OutboxCollection(
            Documents documents,
            DocumentMapping<A> mapping,
            EventSource source,
            Relay relay,
            Clock clock,
            Supplier<@Nullable String> traceparent) {
        this.documents = documents;
        this.mapping = mapping;
        this.source = source;
        this.relayed = relay.register(documents, source);
        this.clock = clock;
        this.traceparent = traceparent;
    }

    /** The aggregate with that id. */
    public Optional<Stored<A>> find(String id) {
        return findBy("_id", id);
    }

    /** The aggregate whose unique field has that value. */
    public Optional<Stored<A>> findBy(String uniqueField, Object value) {
        return Optional.ofNullable(documents.find(uniqueField, value)).flatMap(this::stored);
    }

    /** A document of this collection as an aggregate; empty for a placeholder that only keeps early events. */
    public Optional<Stored<A>> stored(Document document) {
        if (OutboxFields.isPlaceholder(document)) {
            return Optional.empty();
        }
        return Optional.of(new Stored<>(
                document.getString("_id"), OutboxFields.version(document), mapping.read(document), document));
    }

    /** Stores a new aggregate and its events in one write. */
    public InsertResult insert(String id, A aggregate, List<NewEvent> events) {
        InsertResult result = insert(id, written(aggregate), events, null);
        for (int race = 0; race < MOST_RACES; race++) {
            if (!(result instanceof InsertResult.Duplicate taken) || !taken.isOf("_id")) {
                return result;
            }
            Document there = documents.find("_id", id);
            if (there == null || !OutboxFields.isPlaceholder(there)) {
                return result;
            }
            if (update(there, aggregate, events, null)) {
                return new InsertResult.Inserted();
            }
        }
        throw tooManyRaces();
    }

    /**
     * Stores a changed aggregate and its events in one write.
     *
     * @return false when somebody else changed it since it was read; nothing was written then
     */
    public boolean update(Stored<A> before, A after, List<NewEvent> events) {
        return update(before.document(), after, events, null);
    }

    /**
     * Reads, decides and stores until nobody else came between.
     *
     * @param decide is given null when there is no such aggregate; must be repeatable
     */
    public <R> R change(String id, Function<@Nullable Stored<A>, Decision<A, R>> decide) {
        for (int race = 0; race < MOST_RACES; race++) {
            Document document = documents.find("_id", id);
            Stored<A> before = document == null ? null : stored(document).orElse(null);
            Decision<A, R> decision = decide.apply(before);
            A next = decision.next();
            if (next == null || store(id, document, next, decision.events(), null)) {
                return decision.result();
            }
        }
        throw tooManyRaces();
    }

    /**
     * Applies an event once: its effect, its follow-up events and the sequence are one write. An event that comes before
     * its predecessor is kept in the document and applied when the predecessor comes.
     *
     * @throws TooManyEarlyEvents when the document keeps {@value Inbox#MOST_EARLY} already
     * @throws UnreadableEvent when the event carries no sequence, or the handler cannot read it
     */
    public Applied apply(String id, IncomingEvent event, EventHandler<A> handler) {
        if (event.sequence() < 1) {
            throw new UnreadableEvent("an event without a sequence: " + event);
        }
        for (int race = 0; race < MOST_RACES; race++) {
            Document document = documents.find("_id", id);
            Inbox inbox = Inbox.read(document);
            if (event.sequence() <= inbox.seen(event.subject())) {
                return Applied.SEEN_BEFORE;
            }
            A before = document == null
                    ? null
                    : stored(document).map(Stored::aggregate).orElse(null);
            Application<A> application = new Application<>(before, inbox, handler);
            Applied applied = application.of(event, clock.instant());
            if (!application.isWorthStoring() || store(id, document, application.next(), application.events(), inbox)) {
                return application.outcome(applied);
            }
        }
        throw tooManyRaces();
    }

    private static IllegalStateException tooManyRaces() {
        return new IllegalStateException("too many writers at one document");
    }

    private boolean store(
            String id, @Nullable Document before, @Nullable A next, List<NewEvent> events, @Nullable Inbox inbox) {
        if (before != null) {
            return update(before, next, events, inbox);
        }
        Document document = next == null ? new Document(OutboxFields.PLACEHOLDER, true) : written(next);
        InsertResult result = insert(id, document, events, inbox);
        if (result instanceof InsertResult.Duplicate taken && !taken.isOf("_id")) {
            throw new IllegalStateException("taken: " + taken.index());
        }
        return result instanceof InsertResult.Inserted;
    }

    private InsertResult insert(String id, Document document, List<NewEvent> events, @Nullable Inbox inbox) {
        Instant now = clock.instant();
        List<PendingEvent> pending = pending(id, 0, events, now);
        document.put("_id", id);
        document.put(OutboxFields.VERSION, 1L);
        document.put(
                OutboxFields.OUTBOX, new Document("seq", (long) pending.size()).append("pending", documents(pending)));
        if (!pending.isEmpty()) {
            document.put(OutboxFields.RELAY_AT, Date.from(now));
        }
        if (inbox != null) {
            document.put(OutboxFields.INBOX, inbox.write());
            inbox.earlySince().ifPresent(since -> document.put(OutboxFields.EARLY_AT, since));
        }
        String taken = documents.insert(document);
        if (taken != null) {
            return new InsertResult.Duplicate(taken);
        }
        relayed.offer(id, List.of(), pending);
        return new InsertResult.Inserted();
    }

    private boolean update(Document before, @Nullable A after, List<NewEvent> events, @Nullable Inbox inbox) {
        String id = before.getString("_id");
        Instant now = clock.instant();
        List<PendingEvent> pending = pending(id, OutboxFields.sequence(before), events, now);
        List<Bson> changes = new ArrayList<>();
        if (after != null) {
            changes(before, after, changes);
        }
        if (!pending.isEmpty()) {
            changes.add(Updates.pushEach(OutboxFields.PENDING, documents(pending)));
            changes.add(Updates.set(OutboxFields.SEQUENCE, pending.getLast().sequence()));
            // Keeps the older date if one is there; sets it again if a clearing came between.
            changes.add(Updates.min(OutboxFields.RELAY_AT, Date.from(now)));
        }
        if (inbox != null) {
            changes.add(Updates.set(OutboxFields.INBOX, inbox.write()));
            Optional<Date> early = inbox.earlySince();
            if (early.isPresent()) {
                changes.add(Updates.set(OutboxFields.EARLY_AT, early.get()));
            } else if (before.containsKey(OutboxFields.EARLY_AT)) {
                changes.add(Updates.unset(OutboxFields.EARLY_AT));
            }
        }
        changes.add(Updates.inc(OutboxFields.VERSION, 1L));
        if (!documents.update(id, OutboxFields.version(before), Updates.combine(changes))) {
            return false;
        }
        relayed.offer(id, OutboxFields.pending(before), pending);
        return true;
    }

    /** Only the top-level fields that differ are written. */
    private void changes(Document before, A after, List<Bson> changes) {
        boolean placeholder = OutboxFields.isPlaceholder(before);
        Document now = written(after);
        Document then = placeholder ? new Document() : mapping.write(mapping.read(before));
        now.forEach((field, value) -> {
            if (!Objects.deepEquals(value, then.get(field))) {
                changes.add(Updates.set(field, value));
            }
        });
        then.keySet().stream()
                .filter(field -> !now.containsKey(field))
                .forEach(field -> changes.add(Updates.unset(field)));
        if (placeholder) {
            changes.add(Updates.unset(OutboxFields.PLACEHOLDER));
        }
    }

    private Document written(A aggregate) {
        Document document = mapping.write(aggregate);
        OutboxFields.refuseOwnFieldsIn(document);
        return document;
    }

    private List<PendingEvent> pending(String id, long sequence, List<NewEvent> events, Instant now) {
        List<PendingEvent> pending = new ArrayList<>();
        String trace = events.isEmpty() ? null : traceparent.get();
        for (NewEvent event : events) {
            pending.add(PendingEvent.of(event, source, id, sequence + pending.size() + 1, now, trace));
        }
        return pending;
    }

    private static List<Document> documents(List<PendingEvent> pending) {
        return pending.stream().map(PendingEvent::write).toList();
    }
}

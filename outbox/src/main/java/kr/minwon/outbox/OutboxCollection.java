package kr.minwon.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
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
 */
public final class OutboxCollection<A> {
    private static final int MOST_RACES = 200;

    private final MongoCollection<Document> documents;
    private final DocumentMapping<A> mapping;
    private final EventSource source;
    private final Relay.Outbox relay;
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
        this.documents = documents;
        this.mapping = mapping;
        this.source = source;
        this.relay = relay.register(documents, source);
        this.clock = clock;
        this.traceparent = traceparent;
    }

    /** The aggregate with that id. */
    public Optional<Stored<A>> find(String id) {
        return findBy("_id", id);
    }

    /** The aggregate whose unique field has that value. */
    public Optional<Stored<A>> findBy(String uniqueField, Object value) {
        return Optional.ofNullable(documents.find(eq(uniqueField, value)).first())
                .flatMap(this::stored);
    }

    /** A document of this collection as an aggregate; empty for a placeholder that only keeps early events. */
    public Optional<Stored<A>> stored(Document document) {
        if (document.containsKey(OutboxFields.PLACEHOLDER)) {
            return Optional.empty();
        }
        return Optional.of(
                new Stored<>(document.getString("_id"), version(document), mapping.read(document), document));
    }

    /** Stores a new aggregate and its events in one write. */
    public InsertResult insert(String id, A aggregate, List<NewEvent> events) {
        Document document = mapping.write(aggregate);
        document.put("_id", id);
        return insert(id, document, events);
    }

    private InsertResult insert(String id, Document document, List<NewEvent> events) {
        Instant now = clock.instant();
        List<PendingEvent> pending = pending(id, 0, events, now);
        document.put(OutboxFields.VERSION, 1L);
        document.put(
                OutboxFields.OUTBOX,
                new Document("seq", (long) pending.size())
                        .append(
                                "pending",
                                pending.stream().map(PendingEvent::write).toList()));
        if (!pending.isEmpty()) {
            document.put(OutboxFields.RELAY_AT, Date.from(now));
        }
        try {
            documents.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return new InsertResult.Duplicate(e.getError().getMessage());
            }
            throw e;
        }
        relay.offer(id, List.of(), pending);
        return new InsertResult.Inserted();
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
     * @param decide is given null when there is no such document; must be repeatable
     */
    public <R> R change(String id, Function<@Nullable Stored<A>, Decision<A, R>> decide) {
        for (int race = 0; race < MOST_RACES; race++) {
            Stored<A> before = find(id).orElse(null);
            Decision<A, R> decision = decide.apply(before);
            A next = decision.next();
            if (next == null) {
                return decision.result();
            }
            boolean stored = before == null
                    ? insert(id, next, decision.events()) instanceof InsertResult.Inserted
                    : update(before, next, decision.events());
            if (stored) {
                return decision.result();
            }
        }
        throw new IllegalStateException("too many writers at one document");
    }

    /**
     * Applies an event once: its effect, its follow-up events and the sequence are one write. An event that comes before
     * its predecessor is kept in the document and applied when the predecessor comes.
     *
     * @throws TooManyEarlyEvents when the document keeps {@value Inbox#MOST_EARLY} already
     */
    public Applied apply(String id, IncomingEvent event, EventHandler<A> handler) {
        if (event.sequence() < 1) {
            throw new UnreadableEvent("an event without a sequence: " + event);
        }
        for (int race = 0; race < MOST_RACES; race++) {
            Document document = documents.find(eq("_id", id)).first();
            Inbox inbox = Inbox.read(document);
            long seen = inbox.seen(event.subject());
            if (event.sequence() <= seen) {
                return Applied.SEEN_BEFORE;
            }
            if (event.sequence() > seen + 1) {
                if (!inbox.keepEarly(event, clock.instant()) || store(id, document, null, List.of(), inbox)) {
                    return Applied.KEPT_EARLY;
                }
                continue;
            }
            A before = document == null
                    ? null
                    : stored(document).map(Stored::aggregate).orElse(null);
            Effect<A> effect = new Effect<>(before);
            boolean changed = effect.add(event, handler, inbox);
            for (Optional<IncomingEvent> next = inbox.takeNext(); next.isPresent(); next = inbox.takeNext()) {
                effect.add(next.get(), handler, inbox);
            }
            if (store(id, document, effect.next, effect.events, inbox)) {
                return changed ? Applied.APPLIED : Applied.NO_EFFECT;
            }
        }
        throw new IllegalStateException("too many writers at one document");
    }

    /** The state that one event and those kept for it lead to. */
    private static final class Effect<A> {
        private @Nullable A current;
        private @Nullable A next;
        private final List<NewEvent> events = new ArrayList<>();

        Effect(@Nullable A before) {
            current = before;
        }

        boolean add(IncomingEvent event, EventHandler<A> handler, Inbox inbox) {
            Outcome<A> outcome = handler.on(current, event);
            inbox.advance(event);
            events.addAll(outcome.events());
            if (outcome.next() == null) {
                return false;
            }
            next = outcome.next();
            current = next;
            return true;
        }
    }

    private boolean store(String id, @Nullable Document before, @Nullable A next, List<NewEvent> events, Inbox inbox) {
        if (before != null) {
            return update(before, next, events, inbox);
        }
        Document document = next == null ? new Document(OutboxFields.PLACEHOLDER, true) : mapping.write(next);
        document.put("_id", id);
        document.put(OutboxFields.INBOX, inbox.write());
        inbox.earlySince().ifPresent(since -> document.put(OutboxFields.EARLY_AT, since));
        return insert(id, document, events) instanceof InsertResult.Inserted;
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
            changes.add(Updates.pushEach(
                    OutboxFields.PENDING,
                    pending.stream().map(PendingEvent::write).toList()));
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
        long matched = documents
                .updateOne(and(eq("_id", id), eq(OutboxFields.VERSION, version(before))), Updates.combine(changes))
                .getMatchedCount();
        if (matched == 0) {
            return false;
        }
        relay.offer(id, OutboxFields.pending(before), pending);
        return true;
    }

    /** Only the top-level fields that differ are written. */
    private void changes(Document before, A after, List<Bson> changes) {
        Document now = mapping.write(after);
        Document then =
                before.containsKey(OutboxFields.PLACEHOLDER) ? new Document() : mapping.write(mapping.read(before));
        now.forEach((field, value) -> {
            if (!Objects.deepEquals(value, then.get(field))) {
                changes.add(Updates.set(field, value));
            }
        });
        then.keySet().stream()
                .filter(field -> !now.containsKey(field))
                .forEach(field -> changes.add(Updates.unset(field)));
        if (before.containsKey(OutboxFields.PLACEHOLDER)) {
            changes.add(Updates.unset(OutboxFields.PLACEHOLDER));
        }
    }

    private List<PendingEvent> pending(String id, long sequence, List<NewEvent> events, Instant now) {
        List<PendingEvent> pending = new ArrayList<>();
        String trace = events.isEmpty() ? null : traceparent.get();
        for (NewEvent event : events) {
            pending.add(PendingEvent.of(event, source, id, sequence + pending.size() + 1, now, trace));
        }
        return pending;
    }

    private static long version(Document document) {
        return document.get(OutboxFields.VERSION, Number.class).longValue();
    }
}

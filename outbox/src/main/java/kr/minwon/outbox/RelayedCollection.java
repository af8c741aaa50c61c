package kr.minwon.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.minwon.outbox.Documents.Change;
import kr.minwon.outbox.Lanes.Clearing;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One collection's way to Kafka: what is on its way, what is acknowledged, what a crash left. */
final class RelayedCollection {
    private static final Logger log = LoggerFactory.getLogger(RelayedCollection.class);

    /** Gauges count no further; the oldest event's age says how bad it is. */
    static final int MOST_COUNTED = 10_000;

    /** A date so far ahead was written by a clock that went wrong; it is due. */
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(1);

    private final Documents documents;
    private final EventSource source;
    private final Relay relay;
    private final OutboxMeters meters;
    private final Lanes lanes;

    RelayedCollection(Documents documents, EventSource source, Relay relay, OutboxMeters meters, Duration linger) {
        this.documents = documents;
        this.source = source;
        this.relay = relay;
        this.meters = meters;
        this.lanes = new Lanes(linger.toNanos());
    }

    /** Hands over what a document holds pending, lowest first: {@code before} already did, {@code events} are new. */
    void offer(String id, List<PendingEvent> before, List<PendingEvent> events) {
        if (events.isEmpty() || relay.takesNothing()) {
            return;
        }
        List<PendingEvent> all = new ArrayList<>(before);
        all.addAll(events);
        queue(id, all);
    }

    private boolean queue(String id, List<PendingEvent> events) {
        if (!lanes.offer(id, events) || relay.enqueue(this, id)) {
            return true;
        }
        lanes.giveUp(id, relay.nanos());
        return false;
    }

    /** Sends what waits of a document; stops at the first that fails. */
    void transmit(String id) {
        if (relay.isPaused()) {
            lanes.giveUp(id, relay.nanos());
            return;
        }
        for (PendingEvent event : lanes.take(id)) {
            if (lanes.hasFailed(id)) {
                lanes.failed(id, event.sequence(), relay.nanos());
                continue;
            }
            try {
                relay.producer().send(record(id, event), (metadata, failure) -> answered(id, event, failure));
            } catch (RuntimeException e) {
                answered(id, event, e);
            }
        }
    }

    private void answered(String id, PendingEvent event, @Nullable Exception failure) {
        if (failure == null) {
            meters.relayed();
            lanes.acknowledged(id, event.sequence(), relay.nanos());
            relay.succeeded();
        } else {
            meters.sendFailed();
            lanes.failed(id, event.sequence(), relay.nanos());
            relay.failed(event, failure);
        }
    }

    private ProducerRecord<String, byte[]> record(String id, PendingEvent event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(source.topic(), event.key(), event.body());
        header(record, "ce_id", event.id());
        header(record, "ce_type", event.type());
        header(record, "ce_source", source.source());
        header(record, "ce_subject", source.subject(id));
        header(record, "ce_time", event.time().toString());
        header(record, "ce_specversion", "1.0");
        header(record, "content-type", "application/json");
        if (event.traceparent() != null) {
            header(record, "traceparent", event.traceparent());
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Clears what has lingered long enough. */
    void clearDue() {
        clear(lanes.due(relay.nanos()));
    }

    void clearAll() {
        clear(lanes.all());
    }

    private void clear(List<Clearing> clearings) {
        if (clearings.isEmpty()) {
            return;
        }
        try {
            documents.updateEach(
                    clearings.stream().map(RelayedCollection::change).toList());
        } catch (RuntimeException e) {
            lanes.notCleared(clearings);
            throw e;
        }
        lanes.cleared(clearings);
        meters.cleared(clearings.size());
    }

    /**
     * Removes the acknowledged prefix. Where nothing else is known, the filter asks that nothing else was stored either:
     * if something was, whoever stored it sends all that the document holds and clears it.
     */
    private static Change change(Clearing one) {
        Bson remove = Updates.pull(OutboxFields.PENDING, new Document("seq", new Document("$lte", one.prefix())));
        return one.whole()
                ? new Change(
                        and(eq("_id", one.id()), eq(OutboxFields.SEQUENCE, one.prefix())),
                        Updates.combine(remove, Updates.unset(OutboxFields.RELAY_AT)))
                : new Change(eq("_id", one.id()), remove);
    }

    /** Takes up what is left in the documents, oldest first, and measures it; answers whether there is more. */
    boolean sweep(Duration age, Instant now, int batch) {
        List<Document> left = documents.oldest(OutboxFields.RELAY_AT, MOST_COUNTED);
        meters.pending(left.size(), age(left, OutboxFields.RELAY_AT, now));
        List<Document> early = documents.oldest(OutboxFields.EARLY_AT, MOST_COUNTED);
        meters.early(early.size(), age(early, OutboxFields.EARLY_AT, now));
        if (relay.isPaused()) {
            return false;
        }
        List<String> ids = left.stream()
                .filter(one -> isDue(date(one, OutboxFields.RELAY_AT), age, now))
                .map(one -> one.getString("_id"))
                .filter(id -> !lanes.isBusy(id))
                .limit(batch)
                .toList();
        return !ids.isEmpty() && takeUp(ids) && ids.size() == batch;
    }

    private boolean takeUp(List<String> ids) {
        List<Change> nothingPending = new ArrayList<>();
        for (Document document : documents.outboxes(ids)) {
            String id = document.getString("_id");
            List<PendingEvent> pending = OutboxFields.pending(document);
            if (pending.isEmpty()) {
                nothingPending.add(change(new Clearing(id, OutboxFields.sequence(document), true)));
            } else if (!queue(id, pending)) {
                return false;
            }
        }
        if (!nothingPending.isEmpty()) {
            log.warn("{} documents were due without anything pending", nothingPending.size());
            documents.updateEach(nothingPending);
        }
        return true;
    }

    private static boolean isDue(Instant since, Duration age, Instant now) {
        return !since.isAfter(now.minus(age)) || since.isAfter(now.plus(WRONG_CLOCK));
    }

    private static Duration age(List<Document> oldestFirst, String field, Instant now) {
        Duration age =
                oldestFirst.isEmpty() ? Duration.ZERO : Duration.between(date(oldestFirst.getFirst(), field), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static Instant date(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }
}

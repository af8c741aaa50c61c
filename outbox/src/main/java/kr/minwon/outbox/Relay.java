package kr.minwon.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes pending events from their documents to Kafka, a document's in order from the lowest, and removes only the
 * prefix that the broker has acknowledged. Sending twice is harmless, so there is no lease: after a crash, or when a send
 * failed, the sweeper finds what is left by its age. Nothing here runs in a request's thread.
 */
public final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final RelaySettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Runnable> queue;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-keeper").daemon().factory());
    private final Thread sender;
    private volatile boolean closing;

    public Relay(Producer<String, byte[]> producer, RelaySettings settings, Clock clock, MeterRegistry meters) {
        this.producer = producer;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.sender = Thread.ofPlatform().name("outbox-sender").daemon().start(this::send);
        long clearing = settings.clearLinger().toMillis();
        keeper.scheduleWithFixedDelay(guarded("clear", this::clear), clearing, clearing, TimeUnit.MILLISECONDS);
        keeper.scheduleWithFixedDelay(
                guarded("sweep", () -> sweep(settings.sweepAge())),
                settings.sweepEvery().toMillis(),
                settings.sweepEvery().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(String work, Runnable body) {
        return () -> {
            try {
                body.run();
            } catch (MongoException e) {
                // Away for now: the documents keep what is pending and the next turn finds it.
                log.warn("outbox {}: store away: {}", work, e.getClass().getSimpleName());
            } catch (RuntimeException e) {
                log.error("outbox {} failed; the next turn tries again", work, e);
            }
        };
    }

    /** Makes a collection known; what a crash left in it is taken up at once. */
    public Outbox register(MongoCollection<Document> documents, EventSource source) {
        Outbox outbox = new Outbox(documents, source);
        outboxes.add(outbox);
        keeper.execute(guarded("sweep at start", () -> outbox.sweep(Duration.ZERO)));
        return outbox;
    }

    private void send() {
        while (!closing || !queue.isEmpty()) {
            try {
                Runnable next = queue.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("outbox send: {}; the sweeper takes it up", e.toString());
            }
        }
    }

    /** Clears what is acknowledged now; tests call it to move on without waiting for the linger. */
    public void clear() {
        outboxes.forEach(Outbox::clear);
    }

    /** Takes up what has been pending for at least {@code age}. */
    public void sweep(Duration age) {
        outboxes.forEach(outbox -> outbox.sweep(age));
    }

    @Override
    public void close() {
        closing = true;
        try {
            sender.join(CLOSE_WITHIN);
            producer.flush();
            keeper.submit(guarded("last clear", this::clear)).get(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            log.warn("outbox did not clear in time; it is sent again at the next start: {}", e.toString());
        }
        keeper.shutdownNow();
        producer.close(CLOSE_WITHIN);
    }

    /** The pending events of one collection. */
    public final class Outbox {
        private final MongoCollection<Document> documents;
        private final EventSource source;
        private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
        private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        private final AtomicLong pendingDocuments = new AtomicLong();
        private final AtomicLong oldestMillis = new AtomicLong();
        private final AtomicLong earlyDocuments = new AtomicLong();
        private final AtomicLong earlyMillis = new AtomicLong();

        private Outbox(MongoCollection<Document> documents, EventSource source) {
            this.documents = documents;
            this.source = source;
            gauge(OutboxMetric.PENDING, pendingDocuments, 1);
            gauge(OutboxMetric.OLDEST_AGE, oldestMillis, 1_000);
            gauge(OutboxMetric.EARLY, earlyDocuments, 1);
            gauge(OutboxMetric.EARLY_AGE, earlyMillis, 1_000);
        }

        private void gauge(OutboxMetric metric, AtomicLong value, double divisor) {
            io.micrometer.core.instrument.Gauge.builder(metric.meter(), value, held -> held.get() / divisor)
                    .tag("topic", source.topic())
                    .tag("collection", documents.getNamespace().getCollectionName())
                    .register(meters);
        }

        private void count(OutboxMetric metric) {
            meters.counter(metric.meter(), "topic", source.topic()).increment();
        }

        /** Hands over what was just stored; {@code before} is what the document held pending at that moment. */
        void offer(String id, List<PendingEvent> before, List<PendingEvent> events) {
            if (events.isEmpty() || closing) {
                return;
            }
            lanes.compute(id, (key, known) -> {
                Lane lane = known == null ? new Lane() : known;
                if (!lane.add(before, events)) {
                    // Something older is pending that nobody here is sending: it has to go first.
                    return enqueue(() -> reload(id)) ? lane : keepUnlessOver(lane);
                }
                return !lane.enqueue() || enqueue(() -> transmit(id, lane)) ? lane : null;
            });
        }

        private @org.jspecify.annotations.Nullable Lane keepUnlessOver(Lane lane) {
            return lane.isOver() ? null : lane;
        }

        private boolean enqueue(Runnable work) {
            return queue.offer(work);
        }

        private void reload(String id) {
            Document document = documents
                    .find(eq("_id", id))
                    .projection(Projections.include(OutboxFields.PENDING))
                    .first();
            if (document != null) {
                takeUp(id, OutboxFields.pending(document));
            }
        }

        private void takeUp(String id, List<PendingEvent> pending) {
            Lane lane = lanes.compute(id, (key, known) -> {
                Lane found = known == null || known.isOver() ? new Lane() : known;
                found.addAll(pending);
                return found;
            });
            transmit(id, lane);
        }

        private void transmit(String id, Lane lane) {
            for (PendingEvent event : lane.takeWaiting()) {
                try {
                    producer.send(record(id, event), (metadata, failure) -> {
                        if (failure == null) {
                            lane.acknowledged(event);
                            acknowledged.add(id);
                            count(OutboxMetric.RELAYED);
                        } else {
                            failed(id, lane, event, failure);
                        }
                    });
                } catch (RuntimeException e) {
                    failed(id, lane, event, e);
                }
            }
        }

        private void failed(String id, Lane lane, PendingEvent event, Exception failure) {
            log.warn(
                    "{} was not sent ({}); the sweeper tries again",
                    event.type(),
                    failure.getClass().getSimpleName());
            count(OutboxMetric.SEND_FAILURES);
            lane.failed(event);
            acknowledged.add(id);
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

        private void clear() {
            List<String> ids = new ArrayList<>(acknowledged);
            if (ids.isEmpty()) {
                return;
            }
            List<Cleared> clearing = new ArrayList<>();
            for (String id : ids) {
                acknowledged.remove(id);
                Lane lane = lanes.get(id);
                long prefix = lane == null ? 0 : lane.acknowledgedPrefix();
                if (lane != null && prefix > 0) {
                    clearing.add(new Cleared(id, lane, prefix));
                } else {
                    forgetWhenOver(id);
                }
            }
            if (clearing.isEmpty()) {
                return;
            }
            try {
                write(clearing);
            } catch (MongoException e) {
                clearing.forEach(one -> acknowledged.add(one.id()));
                throw e;
            }
            clearing.forEach(one -> {
                one.lane().cleared(one.prefix());
                forgetWhenOver(one.id());
            });
        }

        private record Cleared(String id, Lane lane, long prefix) {}

        private void write(List<Cleared> clearing) {
            // Mostly everything of a document is acknowledged. Where it has grown meanwhile, the filter does not match.
            List<UpdateOneModel<Document>> whole = new ArrayList<>();
            List<UpdateOneModel<Document>> prefix = new ArrayList<>();
            for (Cleared one : clearing) {
                Bson pull = Updates.pull(OutboxFields.PENDING, new Document("seq", new Document("$lte", one.prefix())));
                prefix.add(new UpdateOneModel<>(eq("_id", one.id()), pull));
                whole.add(new UpdateOneModel<>(
                        and(eq("_id", one.id()), eq(OutboxFields.SEQUENCE, one.prefix())),
                        Updates.combine(
                                Updates.set(OutboxFields.PENDING, List.of()), Updates.unset(OutboxFields.RELAY_AT))));
            }
            BulkWriteOptions unordered = new BulkWriteOptions().ordered(false);
            if (documents.bulkWrite(whole, unordered).getMatchedCount() < clearing.size()) {
                documents.bulkWrite(prefix, unordered);
            }
            meters.summary(OutboxMetric.BATCH_SIZE.meter(), "topic", source.topic())
                    .record(clearing.size());
        }

        private void forgetWhenOver(String id) {
            lanes.computeIfPresent(id, (key, lane) -> keepUnlessOver(lane));
        }

        private void sweep(Duration age) {
            Instant now = clock.instant();
            Set<String> busy = new HashSet<>(lanes.keySet());
            List<Document> left = documents
                    .find(lt(OutboxFields.RELAY_AT, Date.from(now.minus(age).plusMillis(1))))
                    .sort(Sorts.ascending(OutboxFields.RELAY_AT))
                    .projection(Projections.include(OutboxFields.PENDING, OutboxFields.RELAY_AT))
                    .limit(settings.sweepBatch())
                    .into(new ArrayList<>());
            oldestMillis.set(
                    left.isEmpty()
                            ? 0
                            : Math.max(
                                    0,
                                    now.toEpochMilli()
                                            - left.getFirst()
                                                    .getDate(OutboxFields.RELAY_AT)
                                                    .getTime()));
            for (Document document : left) {
                String id = document.getString("_id");
                if (!busy.contains(id)) {
                    List<PendingEvent> pending = OutboxFields.pending(document);
                    if (!enqueue(() -> takeUp(id, pending))) {
                        break;
                    }
                }
            }
            pendingDocuments.set(documents.countDocuments(exists(OutboxFields.RELAY_AT)));
            sweepEarly(now);
        }

        private void sweepEarly(Instant now) {
            earlyDocuments.set(documents.countDocuments(exists(OutboxFields.EARLY_AT)));
            Document oldest = documents
                    .find(exists(OutboxFields.EARLY_AT))
                    .sort(Sorts.ascending(OutboxFields.EARLY_AT))
                    .projection(Projections.include(OutboxFields.EARLY_AT))
                    .first();
            earlyMillis.set(
                    oldest == null
                            ? 0
                            : Math.max(
                                    0,
                                    now.toEpochMilli()
                                            - oldest.getDate(OutboxFields.EARLY_AT)
                                                    .getTime()));
        }
    }
}

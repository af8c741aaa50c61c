package kr.minwon.outbox;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes pending events from their documents to Kafka, a document's in order from the lowest, and removes only the
 * prefix that the broker has acknowledged. Sending twice is harmless, so there is no lease: after a crash, or when a send
 * failed, the sweeper finds what is left by its age. Nothing here runs in a request's thread, and nothing grows without
 * bound while the broker is away: what does not fit stays in its document.
 */
public final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration CLOSE_STEP = Duration.ofSeconds(3);
    private static final Duration NEXT_BATCH = Duration.ofMillis(100);

    private record Waiting(RelayedCollection collection, String id) {}

    private final Producer<String, byte[]> producer;
    private final RelaySettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final LongSupplier nanos;
    private final List<RelayedCollection> collections = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Waiting> queue;
    private final BackOff backOff = new BackOff();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ScheduledExecutorService keeper;
    private final Thread sender;

    /**
     * Starts at once.
     *
     * @param producer is closed with the relay; see {@link Producers}
     */
    public Relay(Producer<String, byte[]> producer, RelaySettings settings, Clock clock, MeterRegistry meters) {
        this(producer, settings, clock, meters, System::nanoTime, true);
    }

    /** With {@code running} false nothing happens by itself: tests take each step, and a crash is to take no more. */
    Relay(
            Producer<String, byte[]> producer,
            RelaySettings settings,
            Clock clock,
            MeterRegistry meters,
            LongSupplier nanos,
            boolean running) {
        this.producer = producer;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.nanos = nanos;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("outbox-keeper").daemon().factory());
        this.sender = Thread.ofPlatform().name("outbox-sender").daemon().unstarted(this::send);
        if (running) {
            sender.start();
            long tick = Math.max(5, settings.clearLinger().toMillis() / 4);
            every(tick, "clear", this::clearDue);
            every(settings.sweepEvery().toMillis(), "sweep", () -> sweep(settings.sweepAge()));
        }
    }

    private void every(long millis, String work, Runnable body) {
        keeper.scheduleWithFixedDelay(guarded(work, body), millis, millis, TimeUnit.MILLISECONDS);
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
    RelayedCollection register(Documents documents, EventSource source) {
        RelayedCollection collection = new RelayedCollection(
                documents,
                source,
                this,
                new OutboxMeters(meters, source.topic(), documents.name()),
                settings.clearLinger());
        collections.add(collection);
        if (sender.isAlive()) {
            keeper.execute(guarded("sweep at start", () -> sweep(collection, Duration.ZERO)));
        }
        return collection;
    }

    private void send() {
        while (!closing.get() || !queue.isEmpty()) {
            try {
                Waiting next = queue.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.collection().transmit(next.id());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("outbox send failed; the sweeper takes it up", e);
            }
        }
    }

    /** Sends what is queued, in the caller's thread. */
    void sendQueued() {
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            next.collection().transmit(next.id());
        }
    }

    boolean enqueue(RelayedCollection collection, String id) {
        return !takesNothing() && queue.offer(new Waiting(collection, id));
    }

    boolean takesNothing() {
        return closing.get() || isPaused();
    }

    boolean isPaused() {
        return backOff.isOn(nanos());
    }

    long nanos() {
        return nanos.getAsLong();
    }

    Producer<String, byte[]> producer() {
        return producer;
    }

    /** The broker took an event. After a time of failures, what was left then is taken up without waiting. */
    void succeeded() {
        if (backOff.succeeded() && sender.isAlive()) {
            log.info("outbox: the broker takes events again");
            sweepSoon(Duration.ZERO);
        }
    }

    void failed(PendingEvent event, Exception failure) {
        String why = failure.getClass().getSimpleName();
        if (!(failure instanceof RetriableException)) {
            log.error("outbox: {} {} cannot be sent ({}); it stays pending", event.type(), event.id(), why);
        } else if (backOff.failed(nanos())) {
            log.warn("outbox: the broker takes no events ({}); they stay pending", why);
        }
    }

    /** Clears what has lingered long enough. */
    void clearDue() {
        collections.forEach(RelayedCollection::clearDue);
    }

    /** Clears what is acknowledged now; tests call it to move on without waiting for the linger. */
    public void clear() {
        collections.forEach(RelayedCollection::clearAll);
    }

    /** Takes up what has been pending for at least {@code age}, and measures what there is. */
    public void sweep(Duration age) {
        collections.forEach(collection -> sweep(collection, age));
    }

    private void sweep(RelayedCollection collection, Duration age) {
        if (collection.sweep(age, clock.instant(), settings.sweepBatch()) && sender.isAlive()) {
            keeper.schedule(
                    guarded("sweep on", () -> sweep(collection, age)), NEXT_BATCH.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweepSoon(Duration age) {
        if (!closing.get()) {
            keeper.execute(guarded("sweep", () -> sweep(age)));
        }
    }

    /** Sends what is queued and clears what is acknowledged, within bounds; what is left is sent at the next start. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        try {
            if (sender.isAlive()) {
                sender.join(CLOSE_STEP);
            }
            producer.close(CLOSE_STEP);
            keeper.submit(guarded("last clear", this::clear)).get(CLOSE_STEP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("outbox: not all was cleared; it is sent again at the next start ({})", e.toString());
        }
        keeper.shutdownNow();
    }
}

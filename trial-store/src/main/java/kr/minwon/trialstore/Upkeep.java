package kr.minwon.trialstore;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.trialstore.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forces the journal to disk ten times a second and writes it anew when most of it is history. */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrialStore.class);
    private static final long TICK_MS = 100;

    /** Below this a journal is not worth writing anew while in use. */
    private static final long SMALL = 64L << 20;

    private final TrialBackend backend;
    private final Journal journal;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trial-store-upkeep").daemon().factory());
    private long failedAt;

    Upkeep(TrialBackend backend, Journal journal) {
        this.backend = backend;
        this.journal = journal;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    /** At start nobody waits for writes, so less history is enough. */
    void compactAtStart() {
        if (journal.length() > (1 << 20) + 2 * backend.bytes()) {
            compact();
        }
    }

    private synchronized void tick() {
        try {
            journal.force();
        } catch (IOException e) {
            LOG.error("The disk did not keep the journal; no more writes until the store is started again", e);
        }
        if (journal.length() > failedAt + SMALL + 4 * backend.bytes()) {
            compact();
        }
    }

    synchronized void compact() {
        long before = journal.length();
        try {
            backend.compact(journal);
            failedAt = 0;
            LOG.info("The journal is {} KB instead of {} KB", journal.length() >> 10, before >> 10);
        } catch (IOException | RuntimeException e) {
            // Try again when it has grown as much again; the old journal is whole.
            failedAt = before;
            LOG.warn("The journal of {} KB could not be written anew", before >> 10, e);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}

package kr.minwon.trialstore;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import kr.minwon.trialstore.journal.Change;
import kr.minwon.trialstore.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MongoDB-protocol server in this JVM, for a first try, a pilot and tests; production runs on MongoDB.
 *
 * <p>An acknowledged write survives the kill of the process, whole. It survives a loss of power after a tenth of a
 * second. {@code docs/stores.md} says what it lacks.
 */
public final class TrialStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrialStore.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int DEFAULT_PORT = 8094;

    private final MongoServer server;
    private final Meter meter;
    private final @Nullable Journal journal;
    private final @Nullable Upkeep upkeep;
    private final int port;

    private TrialStore(TrialBackend backend, Meter meter, @Nullable Journal journal, int port) {
        this.meter = meter;
        this.journal = journal;
        this.upkeep = journal == null ? null : new Upkeep(backend, journal);
        if (upkeep != null) {
            upkeep.compactAtStart();
            upkeep.start();
        }
        this.server = new MongoServer(backend);
        try {
            server.bind(LOOPBACK, port);
        } catch (RuntimeException e) {
            closeJournal();
            throw e;
        }
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the store.
     *
     * @param directory where its data are kept; null keeps them in memory only
     * @param port on loopback; 0 takes a free one
     * @throws UncheckedIOException if the data cannot be read, or another store has them open
     */
    public static TrialStore open(@Nullable Path directory, int port) {
        return open(directory, port, Journal::open);
    }

    static TrialStore open(@Nullable Path directory, int port, JournalOpener opener) {
        Meter meter = new Meter();
        TrialBackend backend = new TrialBackend(meter);
        Journal journal = directory == null ? null : recover(directory, opener, backend);
        backend.startJournaling(journal);
        TrialStore store = new TrialStore(backend, meter, journal, port);
        store.announce(directory);
        return store;
    }

    private void announce(@Nullable Path directory) {
        if (directory == null) {
            LOG.info("Trial store in memory only, at {}", uri());
            return;
        }
        LOG.warn(
                "This is Minwon's trial store, for pilots, at {}, data in {}. It has no replica and no transactions:"
                        + " set MONGODB_URI to a MongoDB for production (docs/stores.md).",
                uri(),
                directory);
    }

    /** How the journal of a directory is opened; tests give it a disk that fails. */
    interface JournalOpener {
        Journal open(Path directory, Consumer<Change> changes) throws IOException;
    }

    private static Journal recover(Path directory, JournalOpener opener, TrialBackend backend) {
        long start = System.nanoTime();
        Recovery recovery = new Recovery();
        try {
            Journal journal = opener.open(directory, recovery::apply);
            recovery.into(backend);
            LOG.info(
                    "Read {} KB of journal, {} collections with {} KB, in {} ms",
                    journal.length() >> 10,
                    recovery.collections(),
                    backend.bytes() >> 10,
                    (System.nanoTime() - start) / 1_000_000);
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("The trial store cannot open " + directory + ": " + e.getMessage(), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Where a driver connects to. */
    public String uri() {
        return "mongodb://" + LOOPBACK + ":" + port;
    }

    /** Writes the journal anew now, rather than when it has grown. */
    void compact() {
        if (upkeep != null) {
            upkeep.compact();
        }
    }

    /** What it has done since it was opened. */
    public StoreFigures figures() {
        return meter.figures(journal == null ? 0 : journal.length());
    }

    @Override
    public void close() {
        server.shutdownNow();
        closeJournal();
    }

    private void closeJournal() {
        if (upkeep != null) {
            upkeep.close();
        }
        if (journal != null) {
            try {
                journal.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Runs the store as a process of its own, with data and port as {@code minwon run} has them. */
    public static void main(String[] args) throws InterruptedException {
        String data = System.getenv().getOrDefault("MINWON_DATA", "data");
        int offset = Integer.parseInt(System.getenv().getOrDefault("MINWON_PORT_OFFSET", "0"));
        TrialStore store = open(Path.of(data, "store"), DEFAULT_PORT + offset);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        new CountDownLatch(1).await();
    }
}

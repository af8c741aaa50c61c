package kr.minwon.trialstore;

import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kr.minwon.trialstore.journal.Change;
import kr.minwon.trialstore.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers commands: a write has the store for itself until it stands in the journal, reads see what is between writes. */
final class TrialBackend extends AbstractMongoBackend {

    private static final Logger LOG = LoggerFactory.getLogger(TrialStore.class);
    private static final int OUT_OF_DISK_SPACE = 14031;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final PendingChanges pending = new PendingChanges();
    private final Meter meter;
    private @Nullable Journal journal;
    private @Nullable String unusable;
    private boolean failing;

    TrialBackend(Meter meter) {
        this.meter = meter;
    }

    /** From now on every change is journaled; those made until now were read from there. */
    void startJournaling(@Nullable Journal opened) {
        pending.clear();
        journal = opened;
    }

    @Override
    protected TrialDatabase openOrCreateDatabase(String name) {
        return new TrialDatabase(name, getCursorRegistry(), pending, meter);
    }

    TrialDatabase database(String name) {
        return (TrialDatabase) resolveDatabase(name);
    }

    /** As the library, but without logging the command, which may hold personal data. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerException e) {
            return Replies.error(e);
        } catch (RuntimeException e) {
            String command = message.getDocument().keySet().iterator().next();
            LOG.error("The library failed at a command {}", command, e);
            return Replies.error(new MongoServerException("The trial store failed at this command: " + e));
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        meter.command();
        Refusals.check(command, query);
        return switch (CommandKind.of(command, query)) {
            case TALK -> talk(channel, database, command, query);
            case READ -> read(() -> super.handleCommand(channel, database, command, query));
            case WRITE -> write(() -> super.handleCommand(channel, database, command, query));
        };
    }

    private Document talk(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        if (command.equalsIgnoreCase("getMore") && !(query.get("batchSize") instanceof Number n && n.intValue() > 0)) {
            query.put("batchSize", Replies.BATCH);
        }
        return super.handleCommand(channel, database, command, query);
    }

    private Document read(Supplier<Document> command) {
        lock.readLock().lock();
        try {
            refuseIfUnusable();
            return command.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private Document write(Supplier<Document> command) {
        lock.writeLock().lock();
        try {
            refuseIfUnusable();
            Document reply;
            try {
                reply = command.get();
            } catch (RuntimeException e) {
                // A command of several parts may have changed something before it failed, as in MongoDB.
                commit();
                throw e;
            }
            commit();
            meter.write();
            return reply;
        } finally {
            pending.clear();
            lock.writeLock().unlock();
        }
    }

    private void commit() {
        if (journal == null || pending.isEmpty()) {
            return;
        }
        try {
            journal.append(pending.changes());
            failing = false;
        } catch (IOException e) {
            throw giveUp(e);
        }
    }

    /** Leaves nothing in memory that is not in the journal; where that is impossible, answers nothing any more. */
    private MongoServerError giveUp(IOException cause) {
        if (!failing) {
            failing = true;
            LOG.error("The trial store could not write its journal and refuses writes: {}", cause.getMessage());
        }
        if (pending.canBeTakenBack()) {
            pending.takeBack();
            return notKept(
                    "The trial store could not write its journal, so nothing was changed: " + cause.getMessage());
        }
        unusable = "The trial store could not keep a change of its collections or indexes (" + cause.getMessage()
                + ") and answers nothing until it is started again";
        LOG.error(unusable);
        return notKept(unusable);
    }

    private void refuseIfUnusable() {
        if (unusable != null) {
            throw notKept(unusable);
        }
    }

    private static MongoServerError notKept(String message) {
        return new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", message);
    }

    /** Length of all documents. */
    long bytes() {
        return databases().mapToLong(TrialDatabase::getStorageSize).sum();
    }

    /** Writes the journal anew from what is alive; writes wait only for the last step. */
    void compact(Journal target) throws IOException {
        lock.writeLock().lock();
        List<Stream<Change>> state;
        long asOf;
        try {
            state = databases()
                    .flatMap(database -> database.collections().stream())
                    .map(TrialCollection::state)
                    .toList();
            asOf = target.length();
        } finally {
            lock.writeLock().unlock();
        }
        Journal.Rewrite rewrite =
                target.rewrite(state.stream().flatMap(changes -> changes).iterator(), asOf);
        lock.writeLock().lock();
        try {
            rewrite.finish();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Stream<TrialDatabase> databases() {
        return listDatabaseNames().stream().map(this::database);
    }

    @Override
    public String toString() {
        return "the trial store";
    }
}

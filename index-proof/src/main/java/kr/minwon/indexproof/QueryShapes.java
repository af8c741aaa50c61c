package kr.minwon.indexproof;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * A driver's {@link CommandListener} that records the shape of every find, update, delete, findAndModify, aggregate,
 * count and distinct, the indexes that are created, and counts writes. Add it to a test's {@code MongoClientSettings}.
 */
public final class QueryShapes implements CommandListener {
    private final Set<QueryShape> shapes = ConcurrentHashMap.newKeySet();
    private final Set<DeclaredIndex> created = ConcurrentHashMap.newKeySet();
    private final Map<String, WriteCount> byCollection = new ConcurrentHashMap<>();
    private final AtomicReference<WriteCount> writes = new AtomicReference<>(new WriteCount(0, 0));

    @Override
    public void commandStarted(CommandStartedEvent event) {
        Commands.shapesOf(event.getCommandName(), event.getCommand()).forEach(shapes::add);
        Commands.indexesOf(event.getCommandName(), event.getCommand()).forEach(created::add);
        int documents = Commands.documentsWritten(event.getCommandName(), event.getCommand());
        if (documents > 0) {
            WriteCount one = new WriteCount(1, documents);
            writes.accumulateAndGet(one, QueryShapes::plus);
            if (event.getCommand().isString(event.getCommandName())) {
                String collection =
                        event.getCommand().getString(event.getCommandName()).getValue();
                byCollection.merge(collection, one, QueryShapes::plus);
            }
        }
    }

    /** Every shape seen. */
    public Set<QueryShape> shapes() {
        return Set.copyOf(shapes);
    }

    /** The indexes that the code under test created while this listened. */
    public Set<DeclaredIndex> createdIndexes() {
        return Set.copyOf(created);
    }

    /** The shapes that none of the declared indexes serves. */
    public List<QueryShape> unserved(Collection<DeclaredIndex> declared) {
        IndexRule rule = new IndexRule(declared);
        return shapes.stream().filter(shape -> !rule.serves(shape)).toList();
    }

    /**
     * Fails when a shape was seen that none of the declared indexes serves.
     *
     * @throws AssertionError naming each of them
     */
    public void assertServedBy(Collection<DeclaredIndex> declared) {
        List<QueryShape> unserved = unserved(declared);
        if (!unserved.isEmpty()) {
            throw new AssertionError(unserved.stream()
                    .map(QueryShape::toString)
                    .sorted()
                    .collect(Collectors.joining("\n  ", "no declared index serves\n  ", "\ndeclared: " + declared)));
        }
    }

    /** Fails when a shape was seen that no index created while this listened serves. */
    public void assertServed() {
        assertServedBy(createdIndexes());
    }

    /** Everything written so far; keep it as a mark and ask {@link WriteCount#since}. */
    public WriteCount writes() {
        return Objects.requireNonNull(writes.get());
    }

    /** What was written to one collection so far. */
    public WriteCount writes(String collection) {
        return byCollection.getOrDefault(collection, new WriteCount(0, 0));
    }

    /** Counts writes from zero again; shapes and indexes stay. */
    public void resetWrites() {
        writes.set(new WriteCount(0, 0));
        byCollection.clear();
    }

    /** Forgets the shapes seen so far, such as those of a test's own set-up. */
    public void forgetShapes() {
        shapes.clear();
    }

    private static WriteCount plus(WriteCount a, WriteCount b) {
        return new WriteCount(a.commands() + b.commands(), a.documents() + b.documents());
    }
}

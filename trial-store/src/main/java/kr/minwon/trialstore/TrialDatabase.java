package kr.minwon.trialstore;

import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.minwon.trialstore.index.OrderedIndex;
import kr.minwon.trialstore.journal.Change.Kind;
import org.jspecify.annotations.Nullable;

/** A database of {@link TrialCollection}s; its commands are the library's but for where that differs from MongoDB. */
final class TrialDatabase extends AbstractSynchronizedMongoDatabase<Integer> {

    private final Map<String, TrialCollection> open = new ConcurrentSkipListMap<>();
    private final PendingChanges pending;
    private final Meter meter;

    TrialDatabase(String name, CursorRegistry cursors, PendingChanges pending, Meter meter) {
        super(name, cursors);
        this.pending = pending;
        this.meter = meter;
        initializeNamespacesAndIndexes();
    }

    /** The collections with documents of the product. */
    Collection<TrialCollection> collections() {
        return open.values();
    }

    /** The collection of that name, made if it is not there. */
    TrialCollection collection(String name) {
        return (TrialCollection) resolveOrCreateCollection(name);
    }

    void createIndex(String collection, Document description) {
        description.put("ns", getFullCollectionNamespace(collection));
        addIndex(description);
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> {
                if (!Utils.isTrue(query.get("singleBatch"))) {
                    query.putIfAbsent("batchSize", Replies.BATCH);
                }
                yield super.handleCommand(channel, command, query, databases, oplog);
            }
            case "insert" -> {
                int sent = Replies.list(query, "documents").size();
                Document reply = super.handleCommand(channel, command, query, databases, oplog);
                Replies.countInserted(reply, sent, Utils.isTrue(query.getOrDefault("ordered", true)));
                yield reply;
            }
            case "update" -> update(channel, command, query, databases, oplog);
            case "aggregate" -> aggregate(command, query, databases, oplog);
            case "dropindexes" -> dropIndexes(channel, command, query, databases, oplog);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    /** One after the other, and of an ordered batch none after an error: the library goes on. */
    private Document update(Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        boolean ordered = Utils.isTrue(query.getOrDefault("ordered", true));
        List<Document> updates = Replies.list(query, "updates");
        Document reply = new Document("n", 0).append("nModified", 0);
        for (int i = 0; i < updates.size(); i++) {
            Document one = query.clone();
            one.put("updates", List.of(updates.get(i)));
            Document result = super.handleCommand(channel, command, one, databases, oplog);
            Replies.addUpdate(reply, result, i);
            if (ordered && result.containsKey("writeErrors")) {
                break;
            }
        }
        Utils.markOkay(reply);
        return reply;
    }

    /** A leading match, sort and limit is a query, which an index may serve; the library reads everything first. */
    private Document aggregate(String command, Document query, DatabaseResolver databases, Oplog oplog) {
        String name = nameOf(command, query);
        List<Document> pipeline = new ArrayList<>(Aggregation.parse(query.get("pipeline")));
        TrialCollection collection = open.get(name);
        Document filter = leading(pipeline, "$match") instanceof Document match ? match : new Document();
        Document sort = (Document) leading(pipeline, "$sort");
        int limit = leading(pipeline, "$limit") instanceof Number most ? most.intValue() : 0;
        Aggregation rest = Aggregation.fromPipeline(pipeline, databases, this, collection, oplog);
        rest.validate(new Document("cursor", new Document()));
        List<Document> result = collection == null
                ? List.of()
                : rest.runStages(stream(collection.handleQuery(
                        new QueryParameters(new Document("$query", filter).append("$orderby", sort), 0, limit))));
        return Replies.cursor(getFullCollectionNamespace(name), result, cursorRegistry);
    }

    private static @Nullable Object leading(List<Document> pipeline, String stage) {
        boolean leads = !pipeline.isEmpty() && pipeline.get(0).containsKey(stage);
        return leads ? pipeline.remove(0).get(stage) : null;
    }

    private static String nameOf(String command, Document query) {
        return String.valueOf(query.get(command));
    }

    private static Stream<Document> stream(QueryResult result) {
        return StreamSupport.stream(result.spliterator(), false);
    }

    /** By key and one by one: by name, or all, the library also forgets indexes of other collections. */
    private Document dropIndexes(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        TrialCollection collection = open.get(nameOf(command, query));
        Object which = query.get("index");
        if (collection == null || which instanceof Document) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        List<OrderedIndex> chosen = collection.indexes().stream()
                .filter(index -> !index.getName().equals("_id_"))
                .filter(index -> "*".equals(which) || index.getName().equals(which))
                .toList();
        if (chosen.isEmpty() && !"*".equals(which)) {
            throw new IndexNotFoundException("index not found with name [" + which + "]");
        }
        for (OrderedIndex index : chosen) {
            Document one = query.clone();
            one.put("index", index.toIndexDescription().get("key"));
            super.handleCommand(channel, command, one, databases, oplog);
        }
        Document reply = new Document();
        Utils.markOkay(reply);
        return reply;
    }

    @Override
    protected TrialCollection openOrCreateCollection(String name, CollectionOptions options) {
        TrialCollection collection = new TrialCollection(this, name, options, cursorRegistry, pending, meter);
        if (!collection.isInternal()) {
            open.put(name, collection);
            collection.structure(Kind.CREATE, new Document());
        }
        return collection;
    }

    @Override
    public void unregisterCollection(String name) {
        super.unregisterCollection(name);
        open.remove(name);
    }

    @Override
    protected Index<Integer> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(name, keys, true, sparse);
    }

    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(name, keys, false, sparse);
    }

    @Override
    protected long getStorageSize() {
        return open.values().stream().mapToLong(TrialCollection::bytes).sum();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}

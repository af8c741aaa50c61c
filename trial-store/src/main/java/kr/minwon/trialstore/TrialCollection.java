package kr.minwon.trialstore;

import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.IndexKeySpecsConflictException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.minwon.trialstore.index.IndexPlan;
import kr.minwon.trialstore.index.OrderedIndex;
import kr.minwon.trialstore.journal.Change;
import kr.minwon.trialstore.journal.Change.Kind;
import org.jspecify.annotations.Nullable;

/** A collection of document images with ordered indexes; the library matches, sorts, projects and updates. */
final class TrialCollection extends AbstractSynchronizedMongoCollection<Integer> {

    private final ImageTable images = new ImageTable();
    private final PendingChanges pending;
    private final Meter meter;
    private final ScanLog scans;

    /** How many matches the update in progress needs, which the library does not tell its query; 0 = all. */
    private int wanted;

    TrialCollection(
            TrialDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            PendingChanges pending,
            Meter meter) {
        super(database, name, options, cursors);
        this.pending = pending;
        this.meter = meter;
        this.scans = new ScanLog(database.getDatabaseName() + "." + name);
    }

    /** The library's own lists of names and indexes are rebuilt at start and neither journaled nor counted. */
    boolean isInternal() {
        return getCollectionName().startsWith("system.");
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        int most = limit > 0 ? limit : wanted;
        boolean natural = orderBy != null && orderBy.containsKey("$natural");
        IndexPlan plan = natural ? null : IndexPlan.choose(orderedIndexes(), query, orderBy, most > 0);
        return plan == null
                ? scan(query, orderBy, skip, most, batchSize, fields)
                : read(plan, query, orderBy, skip, most, batchSize, fields);
    }

    private QueryResult read(
            IndexPlan plan,
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        long[] visits = {0};
        Stream<Document> candidates = stream(plan.slots()).map(slot -> {
            visits[0]++;
            return getDocument(slot);
        });
        var comparator = plan.isSorted() ? null : deriveComparator(orderBy);
        QueryResult result = matchDocumentsFromStream(query, candidates, skip, limit, batchSize, comparator, fields);
        if (plan.isKeyLookup()) {
            meter.lookedUp(plan.keys(), visits[0]);
        } else {
            meter.readIndex(visits[0]);
        }
        return result;
    }

    private QueryResult scan(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        long[] visits = {0};
        IntStream slots = isNaturalDescending(orderBy) ? images.slotsBackwards() : images.slots();
        Stream<Document> candidates = slots.mapToObj(slot -> {
            visits[0]++;
            return getDocument(slot);
        });
        QueryResult result = matchDocumentsFromStream(candidates, query, orderBy, skip, limit, batchSize, fields);
        if (!isInternal()) {
            meter.scanned(visits[0]);
            scans.note(query, orderBy, visits[0]);
        }
        return result;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        return scan(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        wanted = multi ? 0 : 1;
        try {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        } finally {
            wanted = 0;
        }
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
        byte[] image = Images.of(document);
        int slot = images.add(image);
        indexes().forEach(index -> index.put(document, slot));
        changed(slot, null, Kind.PUT, image);
        return slot;
    }

    @Override
    protected void handleUpdate(Integer slot, Document before, Document after) {
        byte[] image = Images.of(after);
        byte[] old = images.set(slot, image);
        indexes().forEach(index -> index.replace(before, after, slot));
        changed(slot, old, Kind.PUT, image);
    }

    @Override
    protected void removeDocument(Integer slot) {
        Document document = getDocument(slot);
        byte[] old = images.set(slot, null);
        indexes().forEach(index -> index.drop(document, slot));
        changed(slot, old, Kind.DELETE, Images.of(new Document("_id", document.get("_id"))));
    }

    private void changed(int slot, byte @Nullable [] before, Kind kind, byte[] body) {
        if (!isInternal()) {
            pending.ofDocument(this, slot, before, new Change(kind, getDatabaseName(), getCollectionName(), body));
        }
    }

    /** Puts back what was in a slot, without telling anybody. */
    void restore(int slot, byte @Nullable [] image) {
        byte[] now = images.set(slot, image);
        if (now != null) {
            Document gone = Images.toDocument(now);
            indexes().forEach(index -> index.drop(gone, slot));
        }
        if (image != null) {
            Document back = Images.toDocument(image);
            indexes().forEach(index -> index.put(back, slot));
        }
    }

    /** Adds a document of the journal, which was valid when it was written. */
    void load(byte[] image) {
        int slot = images.add(image);
        boolean byIdOnly = indexes().size() == 1;
        Document document = byIdOnly ? new Document("_id", Images.idOf(image)) : Images.toDocument(image);
        indexes().forEach(index -> index.put(document, slot));
    }

    @Override
    public void addIndex(Index<Integer> index) {
        Index<Integer> known = indexes().stream()
                .filter(other -> other.getName().equals(index.getName()))
                .findFirst()
                .orElse(null);
        if (known != null) {
            if (!known.hasSameOptions(index)) {
                throw new IndexKeySpecsConflictException(index, known);
            }
            return;
        }
        OrderedIndex fresh = (OrderedIndex) index;
        try {
            streamAllDocumentsWithPosition().forEach(each -> {
                fresh.checkAdd(each.getDocument(), this);
                fresh.put(each.getDocument(), each.getPosition());
            });
        } catch (MongoServerError e) {
            throw new IndexBuildFailedException(e, this);
        }
        getIndexes().add(fresh);
        if (!isImplied(fresh)) {
            structure(Kind.INDEX, fresh.toIndexDescription());
        }
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        structure(Kind.DROP_INDEX, new Document("name", name));
    }

    @Override
    public void drop() {
        super.drop();
        structure(Kind.DROP, new Document());
    }

    void structure(Kind kind, Document body) {
        if (!isInternal()) {
            pending.ofStructure(new Change(kind, getDatabaseName(), getCollectionName(), Images.of(body)));
        }
    }

    /** Everything a fresh journal needs to rebuild the collection as it is now. */
    Stream<Change> state() {
        String database = getDatabaseName();
        String name = getCollectionName();
        Stream<Change> create = Stream.of(new Change(Kind.CREATE, database, name, Images.of(new Document())));
        List<Change> descriptions = indexes().stream()
                .filter(index -> !isImplied(index))
                .map(index -> new Change(Kind.INDEX, database, name, Images.of(index.toIndexDescription())))
                .toList();
        Stream<Change> documents = images.snapshot().stream().map(image -> new Change(Kind.PUT, database, name, image));
        return Stream.of(create, descriptions.stream(), documents).flatMap(part -> part);
    }

    private static boolean isImplied(OrderedIndex index) {
        return index.getName().equals("_id_");
    }

    long bytes() {
        return images.bytes();
    }

    List<OrderedIndex> orderedIndexes() {
        return indexes();
    }

    @SuppressWarnings("unchecked")
    private List<OrderedIndex> indexes() {
        return (List<OrderedIndex>) (List<?>) getIndexes();
    }

    @Override
    protected Document getDocument(Integer slot) {
        return Images.toDocument(Objects.requireNonNull(images.get(slot), "an index names an empty slot"));
    }

    @Override
    protected @Nullable Integer findDocumentPosition(Document document) {
        return images.slots()
                .filter(slot -> getDocument(slot).equals(document))
                .boxed()
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
        return images.slots().mapToObj(slot -> new DocumentWithPosition<>(getDocument(slot), slot));
    }

    @Override
    public synchronized int count() {
        return images.count();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return (int) Math.min(Integer.MAX_VALUE, images.bytes());
    }

    private static Stream<Integer> stream(Iterator<Integer> slots) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(slots, Spliterator.ORDERED), false);
    }
}

package kr.minwon.trialstore;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.IndexKeySpecsConflictException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.minwon.trialstore.index.IndexPlan;
import kr.minwon.trialstore.index.OrderedIndex;
import kr.minwon.trialstore.journal.Change;
import kr.minwon.trialstore.journal.Change.Kind;
import org.jspecify.annotations.Nullable;

/** Answers queries by indexes where one helps, and tells every change for the journal. */
final class TrialCollection extends ImageCollection {

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

    @Override
    protected QueryResult queryDocuments(
            Document filter, @Nullable Document sort, int skip, int limit, int batch, @Nullable Document fields) {
        Query query = new Query(filter, sort, skip, limit > 0 ? limit : wanted, batch, fields);
        IndexPlan plan = query.isNatural() ? null : IndexPlan.choose(indexes(), filter, sort, query.limit() > 0);
        return plan == null ? scan(query) : read(plan, query);
    }

    @Override
    protected QueryResult matchDocuments(
            Document filter, @Nullable Document sort, int skip, int limit, int batch, @Nullable Document fields) {
        return scan(new Query(filter, sort, skip, limit, batch, fields));
    }

    private QueryResult read(IndexPlan plan, Query query) {
        Iterable<Integer> slots = plan::slots;
        LongAdder visits = new LongAdder();
        QueryResult result = match(query, StreamSupport.stream(slots.spliterator(), false), plan.isSorted(), visits);
        if (plan.isKeyLookup()) {
            meter.lookedUp(plan.keys(), visits.sum());
        } else {
            meter.readIndex(visits.sum());
        }
        return result;
    }

    private QueryResult scan(Query query) {
        LongAdder visits = new LongAdder();
        IntStream slots = isNaturalDescending(query.sort()) ? images.slotsBackwards() : images.slots();
        QueryResult result = match(query, slots.boxed(), false, visits);
        if (!isInternal()) {
            meter.scanned(visits.sum());
            scans.note(query.filter(), query.sort(), visits.sum());
        }
        return result;
    }

    /** Every candidate is matched against the whole filter; the stream stops at the limit. */
    private QueryResult match(Query query, Stream<Integer> slots, boolean sorted, LongAdder visits) {
        Stream<Document> candidates = slots.map(slot -> {
            visits.increment();
            return getDocument(slot);
        });
        return matchDocumentsFromStream(
                query.filter(),
                candidates,
                query.skip(),
                query.limit(),
                query.batch(),
                sorted ? null : deriveComparator(query.sort()),
                query.fields());
    }

    private record Query(
            Document filter,
            @Nullable Document sort,
            int skip,
            int limit,
            int batch,
            @Nullable Document fields) {

        /** Whether the order of slots is asked for. */
        boolean isNatural() {
            return sort != null && sort.containsKey("$natural");
        }
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
}

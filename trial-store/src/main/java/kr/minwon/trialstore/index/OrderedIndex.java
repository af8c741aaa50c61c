package kr.minwon.trialstore.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One index, unique or not: the {@link SortKey} of each document's values followed by its slot, in order.
 *
 * <p>The library calls {@link #checkAdd} and {@link #checkUpdate} before a change; the collection calls {@link #put},
 * {@link #replace} and {@link #drop} with it. The library's own maintenance calls therefore do nothing.
 */
public final class OrderedIndex extends Index<Integer> {

    private static final int SLOT_BYTES = 4;

    private final boolean unique;
    private final boolean sparse;
    private final IndexedFields fields;
    private final TreeSet<byte[]> entries = new TreeSet<>(Arrays::compareUnsigned);
    private long keyBytes;

    public OrderedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, keys, sparse);
        this.unique = unique;
        this.sparse = sparse;
        this.fields = new IndexedFields(keys, sparse);
    }

    IndexedFields fields() {
        return fields;
    }

    /** Whether documents without the fields are left out. */
    boolean leavesOutMissing() {
        return sparse;
    }

    /** Adds a document that stands in a slot. */
    public void put(Document document, int slot) {
        fields.keysOf(document).forEach(key -> add(entry(key, slot)));
    }

    /** Removes a document that stood in a slot. */
    public void drop(Document document, int slot) {
        fields.keysOf(document).forEach(key -> remove(entry(key, slot)));
    }

    /** Puts a changed document in the place of the old one. */
    public void replace(Document before, Document after, int slot) {
        if (fields.isMultikey() && fields.sameTexts(before, after)) {
            return;
        }
        List<byte[]> old = fields.keysOf(before);
        List<byte[]> now = fields.keysOf(after);
        if (IndexedFields.same(old, now)) {
            return;
        }
        old.forEach(key -> remove(entry(key, slot)));
        now.forEach(key -> add(entry(key, slot)));
    }

    NavigableSet<byte[]> between(KeyRange range) {
        return entries.subSet(range.from(), true, range.to(), false);
    }

    static int slotOf(byte[] entry) {
        int at = entry.length - SLOT_BYTES;
        return (entry[at] & 0xFF) << 24
                | (entry[at + 1] & 0xFF) << 16
                | (entry[at + 2] & 0xFF) << 8
                | (entry[at + 3] & 0xFF);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {
        List<byte[]> keys = fields.keysOf(document);
        if (unique) {
            keys.forEach(key -> refuseTaken(key, document, collection));
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Integer> collection) {
        if (fields.isMultikey() && fields.sameTexts(before, after)) {
            return;
        }
        List<byte[]> keys = fields.keysOf(after);
        if (!unique) {
            return;
        }
        List<byte[]> own = fields.keysOf(before);
        keys.stream()
                .filter(key -> own.stream().noneMatch(mine -> Arrays.equals(mine, key)))
                .forEach(key -> refuseTaken(key, after, collection));
    }

    private void refuseTaken(byte[] key, Document document, MongoCollection<Integer> collection) {
        if (holderOf(key) != null) {
            List<@Nullable Object> values = new ArrayList<>();
            keys().forEach(path -> {
                Object value = Utils.getSubdocumentValueCollectionAware(document, path);
                values.add(value instanceof Missing ? null : value);
            });
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
        }
    }

    private @Nullable Integer holderOf(byte[] key) {
        byte[] entry = entries.ceiling(key);
        boolean held = entry != null
                && entry.length == key.length + SLOT_BYTES
                && Arrays.equals(entry, 0, key.length, key, 0, key.length);
        return held ? slotOf(entry) : null;
    }

    /** The slot of a document by this index; null where the index cannot tell, which the library then skips. */
    @Override
    public @Nullable Integer getPosition(Document document) {
        if (!unique) {
            return null;
        }
        for (byte[] key : fields.keysOf(document)) {
            Integer slot = holderOf(key);
            if (slot != null) {
                return slot;
            }
        }
        return null;
    }

    @Override
    public @Nullable Integer remove(Document document) {
        return getPosition(document);
    }

    /** True also for a non-unique index: the library takes it as leave to find no position by this index. */
    @Override
    protected boolean isSparse() {
        return sparse || !unique;
    }

    @Override
    public void add(Document document, Integer position, MongoCollection<Integer> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Integer position, MongoCollection<Integer> collection) {}

    /** Never asked: the collection plans its queries itself. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Integer> getPositions(Document query) {
        return List.of();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return keyBytes;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex index
                && unique == index.unique
                && sparse == index.sparse
                && fields.sameAs(index.fields);
    }

    @Override
    public Document toIndexDescription() {
        Document key = new Document();
        getKeys().forEach(k -> key.put(k.getKey(), k.isAscending() ? 1 : -1));
        Document description = new Document("v", 2).append("key", key).append("name", getName());
        if (unique) {
            description.put("unique", true);
        }
        if (sparse) {
            description.put("sparse", true);
        }
        return description;
    }

    @Override
    public void drop() {
        entries.clear();
        keyBytes = 0;
    }

    private void add(byte[] entry) {
        if (entries.add(entry)) {
            keyBytes += entry.length;
        }
    }

    private void remove(byte[] entry) {
        if (entries.remove(entry)) {
            keyBytes -= entry.length;
        }
    }

    private static byte[] entry(byte[] key, int slot) {
        byte[] entry = Arrays.copyOf(key, key.length + SLOT_BYTES);
        entry[key.length] = (byte) (slot >>> 24);
        entry[key.length + 1] = (byte) (slot >>> 16);
        entry[key.length + 2] = (byte) (slot >>> 8);
        entry[key.length + 3] = (byte) slot;
        return entry;
    }
}

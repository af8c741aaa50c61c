package kr.minwon.trialstore;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.trialstore.index.OrderedIndex;
import org.jspecify.annotations.Nullable;

/** A collection of document images with ordered indexes; the library matches, sorts, projects and updates. */
abstract class ImageCollection extends AbstractSynchronizedMongoCollection<Integer> {

    protected final ImageTable images = new ImageTable();

    ImageCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    /** The library's own lists of names and indexes are rebuilt at start and neither journaled nor counted. */
    boolean isInternal() {
        return getCollectionName().startsWith("system.");
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

    long bytes() {
        return images.bytes();
    }

    @SuppressWarnings("unchecked")
    List<OrderedIndex> indexes() {
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
}

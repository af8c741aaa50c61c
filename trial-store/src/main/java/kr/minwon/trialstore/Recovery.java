package kr.minwon.trialstore;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.minwon.trialstore.index.SortKey;
import kr.minwon.trialstore.journal.Change;

/** Gathers the changes of a journal and builds the collections as they were after the last of them. */
final class Recovery {

    private record Name(String database, String collection) {}

    private static final class State {
        private final Map<ByteBuffer, byte[]> images = new LinkedHashMap<>();
        private final Map<String, Document> indexes = new LinkedHashMap<>();
    }

    private final Map<Name, State> collections = new LinkedHashMap<>();

    void apply(Change change) {
        Name name = new Name(change.database(), change.collection());
        State state = collections.computeIfAbsent(name, any -> new State());
        switch (change.kind()) {
            case PUT -> state.images.put(idOf(change.body()), change.body());
            case DELETE -> state.images.remove(idOf(change.body()));
            case CREATE -> {}
            case INDEX -> {
                Document description = Images.toDocument(change.body());
                state.indexes.put((String) description.get("name"), description);
            }
            case DROP_INDEX ->
                state.indexes.remove((String) Images.toDocument(change.body()).get("name"));
            case DROP -> collections.remove(name);
        }
    }

    /** Indexes first, so that each document is read once. */
    void into(TrialBackend backend) {
        collections.forEach((name, state) -> {
            TrialDatabase database = backend.database(name.database());
            TrialCollection collection = database.collection(name.collection());
            state.indexes.values().forEach(index -> database.createIndex(name.collection(), index));
            state.images.values().forEach(collection::load);
            state.images.clear();
        });
    }

    int collections() {
        return collections.size();
    }

    private static ByteBuffer idOf(byte[] image) {
        return ByteBuffer.wrap(SortKey.of(Images.idOf(image)));
    }
}

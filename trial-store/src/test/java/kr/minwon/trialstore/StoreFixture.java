package kr.minwon.trialstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A store and a driver connected to it. */
final class StoreFixture implements AutoCloseable {

    final TrialStore store;
    final MongoClient client;

    StoreFixture(@Nullable Path directory) {
        this(TrialStore.open(directory, 0));
    }

    StoreFixture(TrialStore store) {
        this.store = store;
        this.client = MongoClients.create(store.uri() + "/?w=majority&journal=true");
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase("test").getCollection(name);
    }

    StoreFigures figures() {
        return store.figures();
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}

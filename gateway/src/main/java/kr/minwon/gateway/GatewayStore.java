package kr.minwon.gateway;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The gateway's own database: staff accounts, API keys, sessions. */
@Component
public class GatewayStore implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(GatewayStore.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final List<Runnable> indexes = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    GatewayStore(MongoClient client, @Value("${minwon.database}") String name) {
        database = client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** A collection of the database; every write is acknowledged by a majority, journalled. */
    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /** Has something done once when the gateway starts, as soon as the store answers: creating an index. */
    public void atStart(Runnable index) {
        indexes.add(index);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("gateway-indexes").start(this::createIndexes);
    }

    private void createIndexes() {
        while (running) {
            try {
                indexes.forEach(Runnable::run);
                return;
            } catch (MongoException e) {
                log.warn("the store does not answer yet; creating indexes again in {}", RETRY);
                try {
                    Thread.sleep(RETRY);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The service as a process of its own that is killed at any moment and started again, an SMSC and its store beside it. */
final class KilledService implements AutoCloseable {
    private final Phones phones = new Phones();
    private final MongoClient client = MongoClients.create(TestBed.storeUri());
    private final TestBed bed = new TestBed(phones.smppPort());
    private final Path logs;
    private final String[] properties;
    private Process process;

    /** @param properties of the service, such as {@code minwon.smpp.answer-within=2s} */
    KilledService(Path logs, String... properties) {
        this.logs = logs;
        this.properties = properties.clone();
    }

    Phones phones() {
        return phones;
    }

    TestBed bed() {
        return bed;
    }

    MongoDatabase database() {
        return client.getDatabase(bed.database());
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    MongoCollection<Document> messages() {
        return collection("messages");
    }

    void start() throws IOException {
        process = ServiceProcess.start(bed, "killed", Files.createTempFile(logs, "service", ".log"), properties);
    }

    /** Until it is bound to the SMSC. */
    void awaitBound() {
        await().atMost(Duration.ofSeconds(90)).until(() -> phones.sessions() == 1 && process.isAlive());
    }

    /** As {@code kill -9} does. */
    void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        start();
    }

    /** As it should be stopped: whatever may still come twice has come. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** So many messages there are, and none of them waits. */
    void awaitNothingPending(int expected, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            List<String> states = new ArrayList<>();
            messages().find().forEach(message -> states.add(message.getString("state")));
            assertThat(states).hasSize(expected).doesNotContain("queued", "sending");
        });
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
        client.close();
        phones.close();
    }
}

package kr.minwon.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.Office.Case;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, killed at random moments while texts go out; the SMSC is the witness. */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("minwon.kill.rounds", 2);
    private static final int CASES_A_ROUND = 80;
    private static final int WINDOW = 4;

    @TempDir
    Path directory;

    @Test
    void killedAtRandomMomentsItLosesNothingAndTellsNothingTwice() throws Exception {
        try (Phones phones = new Phones();
                MongoClient client = MongoClients.create(TestBed.storeUri())) {
            // Slow answers, so that each kill meets a full window; no receipts, so that what is in doubt stays so.
            phones.faults("{\"submitDelayMs\":40,\"noReceipt\":true}");
            TestBed bed = new TestBed(phones.smppPort());
            MongoCollection<Document> messages =
                    client.getDatabase(bed.database()).getCollection("messages");
            List<Case> filed = new ArrayList<>();
            Process process = start(bed);
            try (Office office = new Office(bed)) {
                for (int round = 0; round < ROUNDS; round++) {
                    long before = messages.countDocuments();
                    Process running = process;
                    await().atMost(Duration.ofSeconds(90)).until(() -> phones.sessions() == 1 && running.isAlive());
                    for (int n = 0; n < CASES_A_ROUND; n++) {
                        filed.add(office.file());
                    }
                    long some = ThreadLocalRandom.current().nextLong(CASES_A_ROUND);
                    await().pollInterval(Duration.ofMillis(5))
                            .atMost(Duration.ofSeconds(60))
                            .until(() -> messages.countDocuments() > before + some);
                    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                    process = start(bed);
                }
                awaitNothingPending(messages, filed.size() * 2);
                // Whatever may still come twice has come.
                process.destroy();
                process.waitFor(30, TimeUnit.SECONDS);
            } finally {
                process.destroyForcibly();
            }
            assertWitness(phones.taken(), messages, filed);
        }
    }

    private static void awaitNothingPending(MongoCollection<Document> messages, int expected) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    List<String> states = new ArrayList<>();
                    messages.find().forEach(message -> states.add(message.getString("state")));
                    assertThat(states).hasSize(expected).doesNotContain("queued", "sending");
                });
    }

    private static void assertWitness(
            Map<String, Integer> taken, MongoCollection<Document> messages, List<Case> filed) {
        assertThat(taken).allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
        List<Document> unknown = messages.find(new Document("state", "unknown")).into(new ArrayList<>());
        assertThat(unknown).hasSizeLessThanOrEqualTo(ROUNDS * WINDOW);
        for (Case one : filed) {
            for (String step : List.of("received.1", "assigned.1")) {
                Document message =
                        messages.find(new Document("_id", one.messageId(step))).first();
                assertThat(message).as(one.messageId(step)).isNotNull();
                String text = one.phone() + " " + message.getString("text");
                if (!message.getString("state").equals("unknown")) {
                    assertThat(taken).containsKey(text);
                }
            }
        }
        System.out.printf(
                "killed %d times: %d texts, %d taken once, %d unknown%n",
                ROUNDS, filed.size() * 2, taken.size(), unknown.size());
    }

    private Process start(TestBed bed) throws IOException {
        Path log = Files.createTempFile(directory, "service", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NotificationServiceApplication.class.getName(),
                "--server.port=0",
                "--management.server.port=0");
        builder.environment().putAll(bed.environment("killed"));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}

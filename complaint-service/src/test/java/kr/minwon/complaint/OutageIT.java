package kr.minwon.complaint;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What holds while the store or the broker is away. Both are this test's own, so that it may take them away. */
@DisabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".+", disabledReason = "stops the store it runs on")
class OutageIT {
    private static final String PATH = "/api/v1/complaints";

    @TempDir
    private Path directory;

    @Test
    void saysSoWhileTheStoreIsAwayAndFilesAgainWhenItIsBack() {
        TrialStore store = TrialStore.open(directory.resolve("store"), 0);
        int port = store.port();
        try (RunningService service = RunningService.start(store.uri(), RunningService.sharedBrokers())) {
            Map<String, Object> filing = Examples.filing();
            String key = Examples.key();
            Reply before = service.post(anonymous(), PATH, Examples.filing());
            assertThat(before.status()).isEqualTo(201);
            store.close();

            Instant start = Instant.now();
            Reply away = service.post(anonymous(), PATH, filing, "Idempotency-Key", key);

            assertThat(away.status()).isEqualTo(503);
            assertThat(away.problem()).isEqualTo("store-away");
            assertThat(away.header("Retry-After")).isPresent();
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(look(service, before).status()).isEqualTo(503);

            try (TrialStore back = TrialStore.open(directory.resolve("store"), port)) {
                assertThat(back.port()).isEqualTo(port);
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(
                                () -> assertThat(look(service, before).status()).isEqualTo(200));
                Reply again = service.post(anonymous(), PATH, filing, "Idempotency-Key", key);
                assertThat(again.status()).isEqualTo(201);
                assertThat(service.database()
                                .getCollection("complaints")
                                .countDocuments(new org.bson.Document(
                                        "idempotencyKey", new org.bson.Document("$exists", true))))
                        .as("the one that was answered 503 is not there twice")
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void filesWhileTheBrokerIsAwayAndTellsItWhenItIsBack() {
        TrialBroker broker = TrialBroker.start(directory.resolve("broker"), 0, 0);
        String brokers = broker.bootstrapServers();
        int port = Integer.parseInt(brokers.substring(brokers.indexOf(':') + 1));
        try (RunningService service = RunningService.start(RunningService.storeUri(), brokers)) {
            Reply first = service.post(anonymous(), PATH, Examples.filing());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(events(brokers, first)).hasSize(1));
            broker.close();

            List<Reply> filed = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Instant start = Instant.now();
                Reply reply = service.post(anonymous(), PATH, Examples.filing());
                assertThat(reply.status()).isEqualTo(201);
                assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
                filed.add(reply);
            }

            try (TrialBroker back = TrialBroker.start(directory.resolve("broker"), port, 0)) {
                assertThat(back.bootstrapServers()).isEqualTo(brokers);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(filed)
                                .allSatisfy(reply ->
                                        assertThat(events(brokers, reply)).isNotEmpty()));
            }
        }
    }

    @Test
    void startsWhileTheBrokerAndTheStoreAreAway() {
        Instant start = Instant.now();

        try (RunningService service = RunningService.start("mongodb://127.0.0.1:9", "127.0.0.1:9")) {
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
            assertThat(service.post(anonymous(), PATH, Examples.filing()).status())
                    .isEqualTo(503);
        }
    }

    private static Reply look(RunningService service, Reply filed) {
        return service.get(
                anonymous(), PATH + "/" + filed.text("receiptNumber"), "X-Lookup-Code", filed.text("lookupCode"));
    }

    private static List<Topic.Event> events(String brokers, Reply filed) {
        try (Topic complaints = new Topic(brokers, "minwon.complaint")) {
            return complaints.of(filed.text("complaintId"));
        }
    }
}

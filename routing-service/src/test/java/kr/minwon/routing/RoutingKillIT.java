package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kr.minwon.routing.testing.Complaints;
import kr.minwon.routing.testing.Complaints.Filed;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.ServiceProcess;
import kr.minwon.routing.testing.Topic;
import kr.minwon.routing.testing.Topic.Heard;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment between reading an event and having told of it: no second assignment, no second clock. */
class RoutingKillIT {
    private static final int ROUNDS = Integer.getInteger("minwon.kill.rounds", 2);
    private static final int PER_ROUND = 60;
    private static final Instant ACCEPTED = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void eachComplaintIsAssignedOnceHoweverOftenTheServiceIsKilled(@TempDir Path directory) throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int offset = ServiceProcess.freeOffset();
        List<Filed> filed = new ArrayList<>();
        try (Ground ground = new Ground();
                Topic topic = new Topic(ground.brokers(), "minwon.routing")) {
            long killed = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Set<String> ours = new HashSet<>();
                try (ServiceProcess service = new ServiceProcess(ground, offset, directory.resolve("log"))) {
                    for (int n = 0; n < PER_ROUND; n++) {
                        Filed complaint = Complaints.filed("street-light", ACCEPTED);
                        filed.add(complaint);
                        ours.add(complaint.id());
                        topic.send("complaint.submitted.v1", complaint.id(), complaint.submitted());
                    }
                    await().atMost(Duration.ofSeconds(120))
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> topic.heard().stream().anyMatch(heard -> ours.contains(heard.key())));
                    if (round > 0) {
                        long millis =
                                Duration.ofNanos(System.nanoTime() - killed).toMillis();
                        System.out.println(
                                "kill -9 to the first event consumed: " + millis + " ms, the start included");
                    }
                    int enough = topic.heard().size() + 1 + random.nextInt(PER_ROUND / 2);
                    await().atMost(Duration.ofSeconds(120))
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> topic.heard().size() >= enough);
                    killed = System.nanoTime();
                    service.kill();
                }
            }
            try (ServiceProcess service = new ServiceProcess(ground, offset, directory.resolve("log"));
                    MongoClient client = MongoClients.create(ground.storeUri())) {
                MongoCollection<Document> items =
                        client.getDatabase(ground.database() + "_routing").getCollection("work_items");
                for (Filed complaint : filed) {
                    topic.send("complaint.answered.v1", complaint.id(), complaint.answered(2, ACCEPTED));
                }
                await().atMost(Duration.ofSeconds(120))
                        .until(() -> items.countDocuments(Filters.eq("queue", "closed")) == filed.size());
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> items.countDocuments(Filters.exists("relayAt")) == 0);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> topic.heard().stream()
                                        .map(Heard::key)
                                        .distinct()
                                        .count()
                                == filed.size());

                assertThat(items.countDocuments()).as("seed %d", seed).isEqualTo(filed.size());
                Map<String, Heard> told = new HashMap<>();
                for (Heard heard : topic.heard()) {
                    Heard before = told.putIfAbsent(heard.key(), heard);
                    assertThat(heard.id()).isEqualTo("work-item/" + heard.key() + "#1");
                    assertThat(before == null || before.body().equals(heard.body()))
                            .as("seed %d: sent again, an event is the same", seed)
                            .isTrue();
                }
                assertThat(told.values())
                        .allSatisfy(
                                heard -> assertThat(heard.body().get("dueAt").asString())
                                        .isEqualTo("2026-11-26T10:00:00+09:00"));
            }
        }
    }
}

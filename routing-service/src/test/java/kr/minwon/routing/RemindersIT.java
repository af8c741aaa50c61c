package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import kr.minwon.routing.testing.Complaints.Filed;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.OpenCases;
import kr.minwon.routing.testing.Service;
import kr.minwon.routing.testing.Topic;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Two instances remind of the same cases. */
class RemindersIT {
    private static final int CASES = 1_000;
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void aThousandCasesDueInOneSecondAreRemindedOfOnceByTwoInstances() {
        Instant accepted = Clock.systemUTC().instant();
        try (Ground ground = new Ground();
                Topic topic = new Topic(ground.brokers(), "minwon.routing");
                Service one = service(ground, "one");
                Service other = service(ground, "other")) {
            MongoCollection<Document> items = one.database().getCollection("work_items");
            Instant due = Clock.systemUTC().instant().plusSeconds(6);
            OpenCases.fill(
                    topic,
                    items,
                    List.of("suggestion"),
                    CASES + 1,
                    accepted,
                    copy -> copy.put("remindAt", Date.from(due)));
            await().atMost(LONG).until(() -> items.countDocuments(Filters.eq("ledger.what", "reminded")) == CASES);
            Duration took = Duration.between(due, Clock.systemUTC().instant());
            System.out.println(CASES + " cases due in one second: reminded of within " + took.toMillis() + " ms");

            for (Document item : items.find()) {
                long reminded = item.getList("ledger", Document.class).stream()
                        .filter(entry -> entry.getString("what").equals("reminded"))
                        .count();
                assertThat(reminded).isLessThanOrEqualTo(1);
            }
            await().atMost(LONG)
                    .until(() -> topic.heard().stream()
                                    .filter(heard -> heard.type().equals("routing.staff-notice.v1"))
                                    .map(Topic.Heard::key)
                                    .distinct()
                                    .count()
                            == CASES);
            assertThat(other.database().getName()).isEqualTo(one.database().getName());
        }
    }

    @Test
    void residentsAreToldHowTheirCasesStandAfterThirtyDaysAndNotTwice() {
        Instant accepted = Instant.parse("2026-11-23T01:00:00Z");
        try (Ground ground = new Ground();
                Topic topic = new Topic(ground.brokers(), "minwon.routing");
                Service one = service(ground, "one")) {
            one.clock().set(accepted);
            Filed complaint = topic.file("suggestion", accepted);
            topic.await(complaint, 1);

            one.clock().set(accepted.plus(Duration.ofDays(30)));

            await().atMost(LONG).until(() -> progress(topic, complaint).size() == 1);
            assertThat(progress(topic, complaint)
                            .getFirst()
                            .body()
                            .get("progress")
                            .asInt())
                    .isEqualTo(1);
            one.clock().set(accepted.plus(Duration.ofDays(60)));
            await().atMost(LONG).until(() -> progress(topic, complaint).size() == 2);
            Document item = one.database().getCollection("work_items").find().first();
            assertThat(item).isNotNull();
            assertThat(item.getDate("progressAt").toInstant()).isEqualTo(accepted.plus(Duration.ofDays(90)));
        }
    }

    private static List<Topic.Heard> progress(Topic topic, Filed complaint) {
        return topic.of(complaint.id()).stream()
                .filter(heard -> heard.type().equals("routing.progress-due.v1"))
                .toList();
    }

    private static Service service(Ground ground, String instance) {
        return new Service(
                ground,
                "--minwon.instance=" + instance,
                "--minwon.routing.reminders-every=50ms",
                "--minwon.routing.jump-hold=0s");
    }
}

package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.minwon.routing.testing.Complaints;
import kr.minwon.routing.testing.Complaints.Filed;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.Service;
import kr.minwon.routing.testing.Service.Answer;
import kr.minwon.routing.testing.Topic;
import kr.minwon.routing.testing.Topic.Heard;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a real broker and store: events in, decisions out. */
class RoutingServiceIT {
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T01:00:00Z");
    private static final Caller OFFICER = TestCalls.staff(Role.OFFICER, "officer-1", "construction");

    private static Ground ground;
    private static Topic topic;
    private static Service service;

    @BeforeAll
    static void start() {
        ground = new Ground();
        topic = new Topic(ground.brokers(), "minwon.routing", "minwon.complaint.routing-service.dlq");
        service = new Service(ground);
    }

    @AfterAll
    static void stop() {
        service.close();
        topic.close();
        ground.close();
    }

    @BeforeEach
    void mondayMorning() {
        service.clock().set(MONDAY_TEN);
    }

    private static List<Heard> awaitHeard(Filed complaint, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> topic.of(complaint.id()), heard -> heard.size() >= count);
    }

    @Test
    void assignsBySubmittedEventAndIsClaimed() {
        Filed complaint = Complaints.filed("street-light", MONDAY_TEN);
        topic.send("complaint.submitted.v1", complaint.id(), complaint.submitted());

        Answer claimed = service.post(OFFICER, "/staff/complaints/" + complaint.digits() + "/claim", "{}");

        assertThat(claimed.status()).as(claimed.http().body()).isEqualTo(200);
        List<Heard> heard = awaitHeard(complaint, 2);
        assertThat(heard).extracting(Heard::type).containsExactly("routing.assigned.v1", "routing.claimed.v1");
    }
}

package kr.minwon.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.trialbroker.TrialBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveChangesIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    private int port;
    private int controllerPort;
    private LiveChanges changes;
    private ComplaintTopic topic;

    @BeforeEach
    void start() throws IOException {
        port = freePort();
        controllerPort = freePort();
        changes = new LiveChanges(new SimpleMeterRegistry());
        topic = new ComplaintTopic("127.0.0.1:" + port, changes, new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        topic.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void tellsOpenPagesOfChangesAlsoAfterTheBrokerWasAway() throws Exception {
        AtomicInteger byId = new AtomicInteger();
        AtomicInteger byNumber = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        changes.subscribe("c1", byId::incrementAndGet);
        changes.subscribe("2611-0000-0000", byNumber::incrementAndGet);
        changes.subscribe("c2", others::incrementAndGet);

        // The gateway may be up before its broker is.
        topic.start();
        try (TrialBroker broker = TrialBroker.start(data, port, controllerPort)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic(ComplaintTopic.TOPIC, 12, (short) 1)))
                        .all()
                        .get();
            }
            await().atMost(SOON).until(topic::isFollowing);
            await().atMost(SOON).until(() -> byId.get() == 1 && byNumber.get() == 1 && others.get() == 1);

            publish(broker, "c1", "{\"sequence\":1,\"receiptNumber\":\"2611-0000-0000\"}");
            await().atMost(SOON).until(() -> byId.get() == 2 && byNumber.get() == 2);
            assertThat(others).hasValue(1);
            publish(broker, "c1", "no json");
            await().atMost(SOON).until(() -> byId.get() == 3);
            assertThat(byNumber).hasValue(2);
            publish(broker, "c1", "{}", "complaint.draft-changed.v1");
            publish(broker, "c1", "{}", "complaint.answered.v1");
            await().atMost(SOON).until(() -> byId.get() >= 4);
            assertThat(byId).as("a draft is the staff's alone").hasValue(4);
        }
        try (TrialBroker broker = TrialBroker.start(data, port, controllerPort)) {
            await().atMost(SOON).ignoreExceptions().until(() -> {
                publish(broker, "c1", "{\"receiptNumber\":\"2611-0000-0000\"}");
                return byNumber.get() >= 3;
            });
        }
    }

    private static void publish(TrialBroker broker, String complaintId, String body) throws Exception {
        publish(broker, complaintId, body, "complaint.changed.v1");
    }

    private static void publish(TrialBroker broker, String complaintId, String body, String type) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 5000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> event =
                    new ProducerRecord<>(ComplaintTopic.TOPIC, complaintId, body.getBytes(StandardCharsets.UTF_8));
            event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            producer.send(event).get();
        }
    }
}

package kr.minwon.routing.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import kr.minwon.routing.testing.Complaints.Filed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other services' side of the broker: sends complaint events and gathers what routing says. */
public final class Topic implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;

    /** An event as it came. */
    public record Heard(String topic, String id, String type, String subject, String key, JsonNode body) {}

    public Topic(String brokers, String... topics) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "group.id",
                        "test",
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        1_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics));
        listener = Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> heard.add(heard(record)));
            }
        } catch (WakeupException closing) {
            consumer.close();
        }
    }

    private static Heard heard(ConsumerRecord<String, byte[]> record) {
        return new Heard(
                record.topic(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                record.key(),
                record.topic().endsWith(".dlq") ? JSON.createObjectNode() : JSON.readTree(record.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Everything heard so far. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** What was heard of one complaint, each event once. */
    public List<Heard> of(String complaintId) {
        return heard.stream().filter(event -> complaintId.equals(event.key())).toList();
    }

    /** Sends an event of a complaint and waits until the broker has it. */
    public void send(String type, String complaintId, String body) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>("minwon.complaint", complaintId, body.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id",
                        complaintId + "#" + body.hashCode(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/minwon/complaint-service",
                        "ce_subject",
                        "complaint/" + complaintId,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_specversion",
                        "1.0",
                        "traceparent",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Tells of a new complaint of that category, as complaint-service does. */
    public Filed file(String category, Instant acceptedAt) {
        Filed complaint = Complaints.filed(category, acceptedAt);
        send("complaint.submitted.v1", complaint.id(), complaint.submitted());
        return complaint;
    }

    /** What was heard of a complaint, when it is so many at least. */
    public List<Heard> await(Filed complaint, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> of(complaint.id()), heard -> heard.size() >= count);
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close();
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package kr.minwon.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.messaging.Examples;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays complaint-service: tells what happens to complaints, and hears what is told of their messages. */
final class Office implements AutoCloseable {
    private static final AtomicInteger NUMBERS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000));

    private final TestBed bed;
    private final KafkaProducer<String, byte[]> producer;

    Office(TestBed bed) {
        this.bed = bed;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBed.brokers(), "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A complaint of a phone of its own. */
    record Case(String id, String receiptNumber, String phone) {
        String messageId(String step) {
            return id + "/" + step + "/reporter";
        }

        /** What the link of a supplement holds. */
        String token() {
            return receiptNumber.replace("-", "") + "s1-AAECAwQFBgcICQoL";
        }
    }

    Case newCase() {
        return newCase("010%08d".formatted(NUMBERS.incrementAndGet()));
    }

    /** A case of a phone that has others. */
    Case newCase(String phone) {
        int number = NUMBERS.incrementAndGet();
        return new Case(
                MessageMother.complaintId(), "2611-%04d-%04d".formatted(number / 1_000, number % 10_000), phone);
    }

    /** Files and assigns a complaint. */
    Case file() {
        Case one = newCase();
        submit(one);
        publish("complaint.assigned.v1", one, 2);
        return one;
    }

    void submit(Case one) {
        publish("complaint.submitted.v1", one, 1);
    }

    void publish(String type, Case one, long sequence) {
        publish(type, one, body(type, one, sequence));
    }

    ObjectNode body(String type, Case one, long sequence) {
        ObjectNode body = Examples.body(type, one.id(), sequence).put("receiptNumber", one.receiptNumber());
        if (body.get("reporter") instanceof ObjectNode reporter) {
            reporter.put("phone", bed.sealed(one.phone()))
                    .put("contactId", bed.identity().of(one.phone()));
            body.put("submittedAt", Instant.now().toString());
        }
        return body.has("link") ? body.put("link", bed.sealedLink(one.token())) : body;
    }

    void publish(String type, Case one, ObjectNode body, String... headers) {
        publish(type, one, Examples.JSON.writeValueAsBytes(body), headers);
    }

    void publish(String type, Case one, byte[] body, String... headers) {
        send("minwon.complaint", type, "complaint/" + one.id(), one, body, headers);
    }

    /** Routing reminds staff of a case. */
    void remind(Case one, long sequence, String kind, @Nullable String officer) {
        ObjectNode body = Examples.body("routing.staff-notice.v1", one.id(), sequence)
                .put("receiptNumber", one.receiptNumber())
                .put("kind", kind);
        if (officer == null) {
            body.remove("officer");
        } else {
            body.putObject("officer").put("id", officer).put("name", officer);
        }
        routing("routing.staff-notice.v1", one, Examples.JSON.writeValueAsBytes(body));
    }

    /** Plays routing-service. */
    void routing(String type, Case one, byte[] body) {
        send("minwon.routing", type, "work-item/" + one.id(), one, body);
    }

    private void send(String topic, String type, String subject, Case one, byte[] body, String... headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, one.id(), body);
        Map<String, String> all = new HashMap<>(Map.of(
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_source",
                "/minwon/test",
                "ce_time",
                Instant.now().toString(),
                "ce_specversion",
                "1.0",
                "ce_subject",
                subject));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        all.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event that was told. */
    record Told(String type, String subject, String traceparent, JsonNode body) {
        String state() {
            return body.get("state").asString();
        }
    }

    /** What was told of the messages of a case, in order. */
    List<Told> told(Case one) {
        return read("minwon.notification", one.id());
    }

    /** What lies with the dead letters of a case. */
    List<Told> deadLetters(Case one) {
        return read("minwon.complaint.notification-service.dlq", one.id());
    }

    /** What lies with the dead letters of what routing said of a case. */
    List<Told> deadNotices(Case one) {
        return read("minwon.routing.notification-service.dlq", one.id());
    }

    private static List<Told> read(String topic, String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestBed.brokers(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<Told> told = new ArrayList<>();
            while (end.entrySet().stream().anyMatch(to -> consumer.position(to.getKey()) < to.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        told.add(told(
                                record.value(),
                                header -> Stream.of(record.headers().toArray())
                                        .filter(one -> one.key().equals(header))
                                        .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                                        .findFirst()
                                        .orElse("")));
                    }
                });
            }
            return told;
        }
    }

    private static Told told(byte[] value, java.util.function.UnaryOperator<String> header) {
        boolean json = value.length > 0 && value[0] == '{';
        return new Told(
                header.apply("ce_type"),
                header.apply("ce_subject"),
                header.apply("traceparent"),
                json ? Examples.JSON.readTree(value) : Examples.JSON.createObjectNode());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}

package kr.minwon.complaint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/** Writes and reads a topic as another service would. */
final class Topic implements AutoCloseable {
    private final String name;
    private final String brokers;
    private final KafkaProducer<String, byte[]> producer;

    /** An event as it was read. */
    record Event(String key, Map<String, String> headers, byte[] value) {
        String type() {
            return headers.get("ce_type");
        }

        JsonNode body() {
            return RunningService.JSON.readTree(value);
        }
    }

    Topic(String brokers, String name) {
        this.brokers = brokers;
        this.name = name;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    /** Publishes an event with the headers of a CloudEvent. */
    void publish(String type, String subject, String key, byte[] body, String... headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(name, key, body);
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
                subject,
                "content-type",
                "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        all.forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every event of the topic so far with that key, in order. */
    List<Event> of(String key) {
        return all().stream().filter(event -> key.equals(event.key())).toList();
    }

    List<Event> all() {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<Event> events = new ArrayList<>();
            while (end.entrySet().stream().anyMatch(to -> consumer.position(to.getKey()) < to.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(event(record)));
            }
            return events;
        }
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        Stream.of(record.headers().toArray())
                .forEach((Header header) ->
                        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Event(record.key(), headers, record.value());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}

package kr.minwon.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Dead letters: where they lie, and how they are sent once more. */
public final class DeadLetters {
    /** Header of a dead letter: why it was put aside, such as {@code UnreadableEvent: the body … cannot be read}. */
    public static final String REASON = "minwon-dead-letter-reason";

    private static final String MORE_REASONS = "kafka_dlt-";
    private static final Duration QUIET = Duration.ofSeconds(3);

    private DeadLetters() {}

    /** Where a group's dead letters of a topic lie. */
    public static String topic(String topic, String group) {
        return topic + "." + group + ".dlq";
    }

    /**
     * Sends the dead letters that were not replayed yet to their topic again, with the headers they first had; an event
     * that was applied meanwhile is ignored by its sequence. Ends when nothing more comes.
     *
     * @param worth which of them to send; the others are passed over
     * @return how many were sent
     */
    public static int replay(
            String brokers, String topic, String group, Predicate<ConsumerRecord<byte[], byte[]>> worth)
            throws InterruptedException {
        int sent = 0;
        try (var consumer = new KafkaConsumer<>(
                        settings(brokers, topic, group), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        Producers.settings(brokers), new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.subscribe(List.of(topic(topic, group)));
            long quietSince = System.nanoTime();
            while (consumer.assignment().isEmpty() || System.nanoTime() - quietSince < QUIET.toNanos()) {
                ConsumerRecords<byte[], byte[]> letters = consumer.poll(Duration.ofMillis(200));
                for (ConsumerRecord<byte[], byte[]> letter : letters) {
                    if (worth.test(letter)) {
                        send(producer, topic, letter);
                        sent++;
                    }
                }
                if (!letters.isEmpty()) {
                    consumer.commitSync();
                    quietSince = System.nanoTime();
                }
            }
        }
        return sent;
    }

    private static Map<String, Object> settings(String brokers, String topic, String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", brokers);
        settings.put("group.id", topic(topic, group) + ".replay");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 50);
        return settings;
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, ConsumerRecord<byte[], byte[]> letter)
            throws InterruptedException {
        ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(topic, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().equals(REASON) && !header.key().startsWith(MORE_REASONS)) {
                again.headers().add(header);
            }
        }
        Future<?> answer = producer.send(again);
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a dead letter could not be sent; it is sent at the next replay", e);
        }
    }
}

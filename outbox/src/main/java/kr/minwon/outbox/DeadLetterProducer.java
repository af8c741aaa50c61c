package kr.minwon.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Puts an event aside in {@code <topic>.<group>.dlq} with its own headers and those that say why. Returns only once the
 * broker has it; if it does not take it, the record is not passed over.
 */
final class DeadLetterProducer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterProducer.class);

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaTemplate<byte[], byte[]> template;
    private final MeterRegistry meters;

    DeadLetterProducer(String brokers, MeterRegistry meters) {
        Map<String, Object> settings = Producers.settings(brokers);
        this.producers =
                new DefaultKafkaProducerFactory<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.template = new KafkaTemplate<>(producers);
        this.meters = meters;
    }

    /** @param topic what the group reads; its count is there, at 0, before the first dead letter */
    ConsumerRecordRecoverer recovererOf(String group, String topic) {
        counter(topic, group);
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(
                template, (record, failure) -> new TopicPartition(DeadLetters.topic(record.topic(), group), -1));
        recoverer.setFailIfSendResultIsError(true);
        recoverer.setWaitForSendResultTimeout(Duration.ofSeconds(12));
        recoverer.setHeadersFunction((record, failure) ->
                new RecordHeaders().add(DeadLetters.REASON, reason(failure).getBytes(StandardCharsets.UTF_8)));
        return (record, failure) -> {
            recoverer.accept(record, failure);
            log.error(
                    "{} partition {} offset {} put aside in the dead letters of {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    group,
                    reason(failure));
            counter(record.topic(), group).increment();
        };
    }

    /** The root of it; only our own words are repeated, since a library's may quote the event. */
    private static String reason(Exception failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && !(root instanceof UnreadableEvent) && depth < 20; depth++) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        boolean ours = root instanceof UnreadableEvent || root instanceof TooManyEarlyEvents;
        return ours ? name + ": " + root.getMessage() : name;
    }

    private Counter counter(String topic, String group) {
        return meters.counter(OutboxMetric.DEAD_LETTERS.meter(), "topic", topic, "group", group);
    }

    @Override
    public void close() {
        producers.destroy();
    }
}

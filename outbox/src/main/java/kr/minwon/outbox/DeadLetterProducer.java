package kr.minwon.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Puts an event aside in {@code <topic>.<group>.dlq} with its own headers and those that say why. Returns only once the
 * broker has it; if it does not take it, the record is not passed over.
 */
final class DeadLetterProducer implements AutoCloseable {
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

    ConsumerRecordRecoverer recovererOf(String group) {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(
                template, (record, failure) -> new TopicPartition(DeadLetters.topic(record.topic(), group), -1));
        recoverer.setFailIfSendResultIsError(true);
        recoverer.setWaitForSendResultTimeout(Duration.ofSeconds(12));
        return (record, failure) -> {
            recoverer.accept(record, failure);
            count(record, group);
        };
    }

    private void count(ConsumerRecord<?, ?> record, String group) {
        meters.counter(OutboxMetric.DEAD_LETTERS.meter(), "topic", record.topic(), "group", group)
                .increment();
    }

    @Override
    public void close() {
        producers.destroy();
    }
}

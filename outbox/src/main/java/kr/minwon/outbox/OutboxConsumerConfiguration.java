package kr.minwon.outbox;

import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What a consuming service imports. While the store is away a record is tried again in place without end, in steps far
 * below {@code max.poll.interval.ms}; what cannot be read is tried three times and put aside in
 * {@code <topic>.<group>.dlq}. If even that fails the record stays where it is.
 */
@Configuration(proxyBeanMethods = false)
public class OutboxConsumerConfiguration {
    private static final long FIRST_WAIT = 200;
    private static final long LONGEST_WAIT = 5_000;
    private static final int RETRIES = 2;

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> eventErrors(
            @Value("${minwon.kafka.brokers}") String brokers, MeterRegistry meters) {
        DefaultKafkaProducerFactory<Object, Object> producers =
                new DefaultKafkaProducerFactory<>(deadLetterSettings(brokers));
        KafkaTemplate<Object, Object> template = new KafkaTemplate<>(producers);
        return (container, destination, group) -> container.setCommonErrorHandler(handler(template, group, meters));
    }

    private static java.util.Map<String, Object> deadLetterSettings(String brokers) {
        java.util.Map<String, Object> settings = Producers.settings(brokers);
        settings.put("key.serializer", org.apache.kafka.common.serialization.ByteArraySerializer.class);
        return settings;
    }

    static DefaultErrorHandler handler(KafkaTemplate<Object, Object> template, String group, MeterRegistry meters) {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(template, (record, failure) -> {
            meters.counter(OutboxMetric.DEAD_LETTERS.meter(), "topic", record.topic(), "group", group)
                    .increment();
            return new TopicPartition(record.topic() + "." + group + ".dlq", -1);
        });
        recoverer.setFailIfSendResultIsError(true);
        DefaultErrorHandler handler = new DefaultErrorHandler(recoverer, new FixedBackOff(FIRST_WAIT, RETRIES));
        handler.setBackOffFunction((record, failure) -> isAway(failure) ? untilItIsBack() : null);
        return handler;
    }

    private static BackOff untilItIsBack() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT, 2);
        backOff.setMaxInterval(LONGEST_WAIT);
        return backOff;
    }

    /** Whether a failure is of the store or the network rather than of the record. */
    static boolean isAway(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++, at = at.getCause()) {
            if (at instanceof MongoServerException answered && !(at instanceof MongoNotPrimaryException)) {
                // The store is there and said no: trying again would not end, unless it says so itself.
                return answered.hasErrorLabel("RetryableWriteError");
            }
            if (at instanceof MongoException || at instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}

package kr.minwon.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Properties;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.function.core.FunctionInvocationHelper;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What a consuming service imports. While the store is away a record is tried again in place without end, in steps far
 * below {@code max.poll.interval.ms}; anything else is tried three times and put aside in {@code <topic>.<group>.dlq}. If
 * even that fails the record stays where it is. A consumed event continues the trace it came with. Consumers are static
 * members named by group, destination and {@code minwon.instance}, and come back soon after a kill.
 */
@Configuration(proxyBeanMethods = false)
public class OutboxConsumerConfiguration {
    private static final long FIRST_WAIT = 200;
    private static final long LONGEST_WAIT = 5_000;
    private static final int RETRIES = 2;

    @Bean
    DeadLetterProducer deadLetterProducer(@Value("${minwon.kafka.brokers}") String brokers, MeterRegistry meters) {
        return new DeadLetterProducer(brokers, meters);
    }

    @Bean
    ConsumersHealth consumersHealthIndicator() {
        return new ConsumersHealth();
    }

    @Bean
    ListenerContainerWithDlqAndRetryCustomizer eventConsumers(
            DeadLetterProducer deadLetters,
            ConsumersHealth health,
            @Value("${minwon.instance:1}") String instance,
            ObjectProvider<Tracer> tracers,
            ObjectProvider<Propagator> propagators) {
        return new Customizer(deadLetters, health, instance, tracers, propagators);
    }

    /**
     * Hands a function the message as it came. Spring Cloud's own would rename the headers of an event that carries no
     * {@code content-type}, which CloudEvents does not ask for.
     */
    @Bean
    FunctionInvocationHelper<Message<?>> messagesAsTheyCome() {
        return new FunctionInvocationHelper<>() {};
    }

    static DefaultErrorHandler errorHandler(ConsumerRecordRecoverer deadLetters) {
        DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters, new FixedBackOff(FIRST_WAIT, RETRIES));
        handler.setBackOffFunction((record, failure) -> Failures.isAway(failure) ? untilItIsBack() : null);
        return handler;
    }

    private static ExponentialBackOff untilItIsBack() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT, 2);
        backOff.setMaxInterval(LONGEST_WAIT);
        return backOff;
    }

    private record Customizer(
            DeadLetterProducer deadLetters,
            ConsumersHealth health,
            String instance,
            ObjectProvider<Tracer> tracers,
            ObjectProvider<Propagator> propagators)
            implements ListenerContainerWithDlqAndRetryCustomizer {

        @Override
        public void configure(
                AbstractMessageListenerContainer<?, ?> container,
                String destination,
                String group,
                @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> unused,
                @Nullable BackOff none) {
            container.setCommonErrorHandler(errorHandler(deadLetters.recovererOf(group, topic(destination))));
            container.getContainerProperties().setKafkaConsumerProperties(settings(group, destination, instance));
            health.add(container::getAssignedPartitions);
            Tracer tracer = tracers.getIfAvailable();
            Propagator propagator = propagators.getIfAvailable();
            if (tracer != null
                    && propagator != null
                    && !container.getContainerProperties().isObservationEnabled()) {
                continueTraces(container, tracer, propagator);
            }
        }

        /** A destination is given as a pattern, with its dots escaped. */
        private static String topic(String destination) {
            return destination.replace("\\", "");
        }

        /**
         * A static member, so that a restart within the session takes its partitions up again at once; every binding is
         * a member of its own, and the container numbers those of a concurrent one.
         */
        private static Properties settings(String group, String destination, String instance) {
            Properties settings = new Properties();
            settings.setProperty(
                    ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                    (group + "." + destination + "." + instance).replaceAll("[^A-Za-z0-9._-]", "_"));
            settings.setProperty(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
            settings.setProperty(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000");
            settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            // A topic made after the consumer started is found as soon as this.
            settings.setProperty(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "5000");
            return settings;
        }

        private static <K, V> void continueTraces(
                AbstractMessageListenerContainer<K, V> container, Tracer tracer, Propagator propagator) {
            container.setRecordInterceptor(new TraceContinuation<>(tracer, propagator));
        }

        /** The binder's own retries would multiply ours. */
        @Override
        public boolean retryAndDlqInBinding(String destination, String group) {
            return false;
        }
    }
}

package kr.minwon.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a service that produces events imports: the relay, and {@link CurrentTrace}. Reads {@code minwon.kafka.brokers}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelaySettings.class)
public class OutboxConfiguration {
    /** The W3C trace context of what is going on now; null outside a trace. */
    @FunctionalInterface
    public interface CurrentTrace extends Supplier<@Nullable String> {}

    @Bean(destroyMethod = "close")
    Relay relay(
            @Value("${minwon.kafka.brokers}") String brokers,
            RelaySettings settings,
            ObjectProvider<Clock> clock,
            MeterRegistry meters) {
        return new Relay(Producers.create(brokers), settings, clock.getIfAvailable(Clock::systemUTC), meters);
    }

    @Bean
    RelayStop relayStop(Relay relay) {
        return new RelayStop(relay);
    }

    @Bean
    CurrentTrace currentTrace(ObjectProvider<Tracer> tracers) {
        return () -> {
            Tracer tracer = tracers.getIfAvailable();
            Span span = tracer == null ? null : tracer.currentSpan();
            return span == null ? null : traceparent(span.context());
        };
    }

    private static String traceparent(TraceContext context) {
        String sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }

    /** Stops the relay after the pages and the consumers, which still store events, and before the store's client. */
    static final class RelayStop implements SmartLifecycle {
        private final Relay relay;
        private volatile boolean running;

        RelayStop(Relay relay) {
            this.relay = relay;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            relay.close();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return 0;
        }
    }
}

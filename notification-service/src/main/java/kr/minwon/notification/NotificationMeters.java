package kr.minwon.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kr.minwon.notification.message.DispatchMeter;
import kr.minwon.notification.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts and traces the dispatch. Nothing here names a person, a phone or a case in a meter. */
@Component
class NotificationMeters implements DispatchMeter {
    private static final Logger log = LoggerFactory.getLogger(NotificationMeters.class);

    private final MeterRegistry meters;
    private final ObjectProvider<Tracer> tracers;
    private final ObjectProvider<Propagator> propagators;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    NotificationMeters(MeterRegistry meters, ObjectProvider<Tracer> tracers, ObjectProvider<Propagator> propagators) {
        this.meters = meters;
        this.tracers = tracers;
        this.propagators = propagators;
        meters.gauge(NotificationMetric.WAITING.meter(), waiting);
        meters.gauge(NotificationMetric.UNKNOWN.meter(), unknown);
    }

    @Override
    public <T> T traced(Message message, Supplier<T> handOver) {
        Tracer tracer = tracers.getIfAvailable();
        Propagator propagator = propagators.getIfAvailable();
        String traceparent = message.traceparent();
        if (tracer == null || propagator == null || traceparent == null) {
            return handOver.get();
        }
        Span span = propagator
                .extract(Map.of("traceparent", traceparent), Map::get)
                .name("sms hand-over")
                .start();
        try (Tracer.SpanInScope inScope = tracer.withSpan(span)) {
            T outcome = handOver.get();
            log.info("{} handed over: {}", message.id(), outcome.getClass().getSimpleName());
            return outcome;
        } finally {
            span.end();
        }
    }

    @Override
    public void handedOver(Message message, Instant at) {
        String step = message.step().substring(0, message.step().indexOf('.'));
        Duration took = Duration.between(message.eventAt(), at);
        Timer.builder(NotificationMetric.HANDED_OVER.meter())
                .tag("step", step)
                .serviceLevelObjectives(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(10))
                .register(meters)
                .record(took.isNegative() ? Duration.ZERO : took);
    }

    private void otherwise(String outcome) {
        meters.counter(NotificationMetric.NOT_HANDED_OVER.meter(), "outcome", outcome)
                .increment();
    }

    @Override
    public void refused() {
        otherwise("refused");
    }

    @Override
    public void busy() {
        otherwise("busy");
    }

    @Override
    public void inDoubt() {
        otherwise("unknown");
    }

    @Override
    public void waiting(long count) {
        waiting.set(count);
    }

    @Override
    public void unknown(long count) {
        unknown.set(count);
    }
}

package kr.minwon.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of one collection. Gauges show what the last sweep saw; reading them asks nobody. */
final class OutboxMeters {
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();
    private final AtomicLong early = new AtomicLong();
    private final AtomicLong earlyMillis = new AtomicLong();
    private final Counter relayed;
    private final Counter failures;
    private final DistributionSummary batch;

    OutboxMeters(MeterRegistry meters, String topic, String collection) {
        Tags tags = Tags.of("topic", topic, "collection", collection);
        gauge(meters, OutboxMetric.PENDING, tags, pending, 1);
        gauge(meters, OutboxMetric.OLDEST_AGE, tags, oldestMillis, 1_000);
        gauge(meters, OutboxMetric.EARLY, tags, early, 1);
        gauge(meters, OutboxMetric.EARLY_AGE, tags, earlyMillis, 1_000);
        relayed = meters.counter(OutboxMetric.RELAYED.meter(), tags);
        failures = meters.counter(OutboxMetric.SEND_FAILURES.meter(), tags);
        batch = meters.summary(OutboxMetric.BATCH_SIZE.meter(), tags);
    }

    private static void gauge(MeterRegistry meters, OutboxMetric metric, Tags tags, AtomicLong value, double divisor) {
        Gauge.builder(metric.meter(), value, held -> held.get() / divisor)
                .tags(tags)
                .register(meters);
    }

    void relayed() {
        relayed.increment();
    }

    void sendFailed() {
        failures.increment();
    }

    void cleared(int documents) {
        batch.record(documents);
    }

    void pending(int documents, Duration oldest) {
        pending.set(documents);
        oldestMillis.set(oldest.toMillis());
    }

    void early(int documents, Duration oldest) {
        early.set(documents);
        earlyMillis.set(oldest.toMillis());
    }
}

package kr.minwon.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kr.minwon.notification.dispatch.DispatchMeter;
import kr.minwon.notification.dispatch.Inquiry;
import kr.minwon.notification.dispatch.Provider;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Counts and traces the dispatch. Nothing here names a person, a phone or a case in a meter. */
@Component
class NotificationMeters implements DispatchMeter {
    private static final Logger log = LoggerFactory.getLogger(NotificationMeters.class);

    private final MeterRegistry meters;
    private final HandOverTrace trace;
    private final Map<Urgency, AtomicInteger> waiting = new EnumMap<>(Urgency.class);
    private final AtomicLong oldestMillis = new AtomicLong();
    private final AtomicInteger unknown = new AtomicInteger();

    NotificationMeters(MeterRegistry meters, HandOverTrace trace) {
        this.meters = meters;
        this.trace = trace;
        for (Urgency urgency : Urgency.values()) {
            AtomicInteger count = new AtomicInteger();
            waiting.put(urgency, count);
            Gauge.builder(NotificationMetric.WAITING.meter(), count, AtomicInteger::get)
                    .tag("lane", urgency.wireName())
                    .register(meters);
        }
        Gauge.builder(NotificationMetric.OLDEST_WAITING.meter(), oldestMillis, millis -> millis.get() / 1_000.0)
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder(NotificationMetric.UNKNOWN.meter(), unknown, AtomicInteger::get)
                .register(meters);
    }

    @Override
    public void traced(Message message, Runnable handOver) {
        trace.run(message.traceparent(), handOver);
    }

    @Override
    public void handedOver(Message message, String provider, Provider.Handover outcome, Instant at) {
        switch (outcome) {
            case Provider.Handover.Accepted accepted -> accepted(message, provider, at);
            case Provider.Handover.Refused refused -> otherwise(provider, "refused");
            case Provider.Handover.Busy busy -> otherwise(provider, "busy");
            case Provider.Handover.Unknown inDoubt -> otherwise(provider, "unknown");
        }
    }

    private void accepted(Message message, String provider, Instant at) {
        // One that is sent again has waited since that was decided, one that was held since it might go.
        boolean late = message.attempt() > 1 || message.waitingSince().isAfter(message.queuedAt());
        Duration took = Duration.between(late ? message.waitingSince() : message.eventAt(), at);
        Timer.builder(NotificationMetric.HANDED_OVER.meter())
                .tag("step", step(message))
                .tag("provider", provider)
                .serviceLevelObjectives(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(10))
                .register(meters)
                .record(took.isNegative() ? Duration.ZERO : took);
        // Of a mailing there may be a hundred thousand.
        log.atLevel(message.isOfMailing() ? Level.DEBUG : Level.INFO)
                .log("{} handed over to {}", message.id(), provider);
    }

    private void otherwise(String provider, String outcome) {
        meters.counter(NotificationMetric.NOT_HANDED_OVER.meter(), "provider", provider, "outcome", outcome)
                .increment();
    }

    @Override
    public void dropped(Message message) {
        meters.counter(NotificationMetric.DROPPED.meter(), "step", step(message))
                .increment();
    }

    private static String step(Message message) {
        return Step.ofNth(message.step()).wireName();
    }

    @Override
    public void waiting(Urgency urgency, int count) {
        waiting.computeIfPresent(urgency, (same, gauge) -> {
            gauge.set(count);
            return gauge;
        });
    }

    @Override
    public void oldestWaiting(Duration age) {
        oldestMillis.set(age.toMillis());
    }

    @Override
    public void unknown(int count) {
        unknown.set(count);
    }

    @Override
    public void receipt(String provider, MessageState state) {
        meters.counter(NotificationMetric.RECEIPTS.meter(), "provider", provider, "state", state.wireName())
                .increment();
    }

    @Override
    public void strayReceipt(String provider) {
        meters.counter(NotificationMetric.STRAY_RECEIPTS.meter(), "provider", provider)
                .increment();
    }

    @Override
    public void ambiguousReceipt(String provider) {
        meters.counter(NotificationMetric.AMBIGUOUS_RECEIPTS.meter(), "provider", provider)
                .increment();
    }

    @Override
    public void asked(String provider, Inquiry.Fate fate) {
        String answer = switch (fate) {
            case Inquiry.Fate.Took took -> "took";
            case Inquiry.Fate.Ended ended -> "ended";
            case Inquiry.Fate.NeverTook never -> "never-took";
            case Inquiry.Fate.CannotTell nothing -> "cannot-tell";
            case Inquiry.Fate.Away gone -> "away";
        };
        meters.counter(NotificationMetric.ASKED.meter(), "provider", provider, "answer", answer)
                .increment();
    }
}

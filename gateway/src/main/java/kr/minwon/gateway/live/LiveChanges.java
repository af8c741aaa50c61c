package kr.minwon.gateway.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.gateway.GatewayMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who wants to know that a complaint has changed. A subscriber is told no more than that: it reads the case anew, as
 * whoever is looking. Being told once too often, or late, is harmless; a page that was open while the broker was away
 * is told when it is back.
 */
@Component
public class LiveChanges {
    private static final Logger log = LoggerFactory.getLogger(LiveChanges.class);

    private final Map<String, Set<Subscription>> subscribers = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    LiveChanges(MeterRegistry meters) {
        Gauge.builder(GatewayMeter.OPEN_PAGES.meterName(), open, AtomicInteger::get)
                .description("Pages open on a live status")
                .register(meters);
    }

    /** What ends a subscription; ending it twice is harmless. */
    public final class Subscription implements AutoCloseable {
        private final String complaintId;
        private final Runnable onChange;

        private Subscription(String complaintId, Runnable onChange) {
            this.complaintId = complaintId;
            this.onChange = onChange;
        }

        @Override
        public void close() {
            subscribers.computeIfPresent(complaintId, (id, all) -> {
                if (all.remove(this)) {
                    open.decrementAndGet();
                }
                return all.isEmpty() ? null : all;
            });
        }
    }

    /**
     * Has something run whenever a complaint has changed, until the subscription is closed.
     *
     * @param complaintId or its receipt number as the services write it: residents know no other name
     *
     * @param onChange runs on a thread of its own; runs for one subscriber may overlap
     */
    public Subscription subscribe(String complaintId, Runnable onChange) {
        Subscription subscription = new Subscription(complaintId, onChange);
        subscribers.compute(complaintId, (id, all) -> {
            Set<Subscription> present = all == null ? ConcurrentHashMap.newKeySet() : all;
            present.add(subscription);
            return present;
        });
        open.incrementAndGet();
        return subscription;
    }

    /** How many pages are open. */
    public int open() {
        return open.get();
    }

    /** Tells those who wait for this complaint. */
    void changed(String complaintId) {
        Set<Subscription> waiting = subscribers.get(complaintId);
        if (waiting != null) {
            waiting.forEach(LiveChanges::tell);
        }
    }

    /** Tells everyone: nobody knows what was missed. */
    void missedSome() {
        subscribers.values().forEach(waiting -> waiting.forEach(LiveChanges::tell));
    }

    private static void tell(Subscription subscription) {
        Thread.ofVirtual().name("live-page").start(() -> {
            try {
                subscription.onChange.run();
            } catch (RuntimeException e) {
                log.warn("an open page could not be refreshed: {}", e.toString());
            }
        });
    }
}

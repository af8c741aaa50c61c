package kr.minwon.routing.workitem;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Waits for a work item that is on its way: a claim may come before the event that brings the item. Woken by this
 * instance's own consumer, and looking again now and then for what another instance applied.
 */
@Component
public class Arrivals {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();

    /** The item of that receipt number is stored. */
    public void arrived(String receiptNumber) {
        CountDownLatch latch = awaited.remove(receiptNumber);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** What {@code look} finds, at once or within the patience; empty when it finds nothing until then. */
    public <T> Optional<T> await(String receiptNumber, Duration patience, Supplier<Optional<T>> look) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            // Listening begins before looking: what arrives between the two is not missed.
            CountDownLatch latch = awaited.computeIfAbsent(receiptNumber, any -> new CountDownLatch(1));
            Optional<T> found = look.get();
            long left = until - System.nanoTime();
            if (found.isPresent() || left <= 0) {
                awaited.remove(receiptNumber, latch);
                return found;
            }
            try {
                // Woken or not, the store says whether it is there.
                latch.await(Math.min(left, LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                awaited.remove(receiptNumber, latch);
                return Optional.empty();
            }
        }
    }
}

package kr.minwon.complaint.complaint;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kr.minwon.complaint.ComplaintMeters;
import org.springframework.stereotype.Component;

/** Waits a moment for routing, which decides the department while the caller is already here. */
@Component
class RoutingWait {
    /** How long a change of another instance may go unheard. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final ComplaintChanges changes;
    private final ComplaintMeters meters;

    RoutingWait(ComplaintChanges changes, ComplaintMeters meters) {
        this.changes = changes;
        this.meters = meters;
    }

    /** Asks until the answer is good or the time is over; the last answer either way. */
    <T> T until(ComplaintId id, Supplier<T> ask, Predicate<T> good) {
        long start = System.nanoTime();
        try (ComplaintChanges.Watch watch = changes.watch(id)) {
            T answer = ask.get();
            if (good.test(answer)) {
                return answer;
            }
            long end = start + Duration.ofMillis(Limits.ROUTING_WAIT_MILLIS).toNanos();
            while (!good.test(answer)
                    && System.nanoTime() - end < 0
                    && !Thread.currentThread().isInterrupted()) {
                long left = end - System.nanoTime();
                watch.await(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
                answer = ask.get();
            }
            meters.routingWait(Duration.ofNanos(System.nanoTime() - start), good.test(answer));
            return answer;
        }
    }
}

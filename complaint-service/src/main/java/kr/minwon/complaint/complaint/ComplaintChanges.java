package kr.minwon.complaint.complaint;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Tells whoever waits in this process that a complaint has changed. A change made by another instance is not heard here,
 * so a waiter also looks for itself from time to time.
 */
@Component
public class ComplaintChanges {
    private final ConcurrentHashMap<ComplaintId, Set<Watch>> watches = new ConcurrentHashMap<>();

    /** Listens from now on; to be opened before the state is read, so that no change falls between. */
    public Watch watch(ComplaintId id) {
        Watch watch = new Watch(id);
        watches.compute(id, (key, present) -> {
            Set<Watch> set = present == null ? ConcurrentHashMap.newKeySet() : present;
            set.add(watch);
            return set;
        });
        return watch;
    }

    /** A complaint has changed. */
    public void changed(ComplaintId id) {
        Set<Watch> waiting = watches.get(id);
        if (waiting != null) {
            waiting.forEach(watch -> watch.changes.release());
        }
    }

    int watched() {
        return watches.size();
    }

    /** One listener. */
    public final class Watch implements AutoCloseable {
        private final ComplaintId id;
        private final Semaphore changes = new Semaphore(0);

        private Watch(ComplaintId id) {
            this.id = id;
        }

        /** Waits for a change, at most so long; returns early when interrupted. */
        public void await(Duration longest) {
            try {
                if (changes.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                    changes.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            watches.computeIfPresent(id, (key, set) -> {
                set.remove(this);
                return set.isEmpty() ? null : set;
            });
        }
    }
}

package kr.minwon.complaint.complaint;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many filings one phone may bring in an hour, because each sends a text to whoever owns the number. Counted in this
 * process; bounded in memory, the phone not heard of for longest gives way.
 */
public final class FilingAllowance {
    private static final int PHONES = 50_000;

    private final int perHour;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > PHONES;
        }
    };

    /** @param perHour filings of one phone in an hour */
    public FilingAllowance(int perHour) {
        this.perHour = perHour;
    }

    /** Takes one filing; when none is left, how long until the next is. */
    Optional<Duration> take(String contactId) {
        var probe = bucket(contactId).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives back a filing that was none. */
    void giveBack(String contactId) {
        bucket(contactId).addTokens(1);
    }

    int perHour() {
        return perHour;
    }

    int phones() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket(String contactId) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    contactId,
                    id -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
                            .build());
        }
    }
}

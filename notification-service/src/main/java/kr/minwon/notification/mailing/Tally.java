package kr.minwon.notification.mailing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.minwon.notification.message.MessageState;
import org.jspecify.annotations.Nullable;

/**
 * How far a mailing has come: counted in the background, all anew each time.
 *
 * @param reach how many it goes to, as counted before it began; null while that is not known
 * @param reachRevision of which revision of the mailing
 * @param counts its messages, by what became of them
 * @param countedAt when its messages were last counted; null when they never were
 */
public record Tally(
        @Nullable Long reach,
        int reachRevision,
        List<Count> counts,
        @Nullable Instant countedAt) {
    /** Nothing is known yet. */
    public static final Tally NONE = new Tally(null, 0, List.of(), null);

    public Tally {
        counts = List.copyOf(counts);
    }

    /**
     * So many messages.
     *
     * @param provider whom they were handed to; null for none
     * @param cause why they are where they are, by its wire name; null for none
     */
    public record Count(
            MessageState state,
            @Nullable String provider,
            @Nullable String cause,
            long messages) {}

    /** How many a revision of the mailing goes to; null while that is counted. */
    public @Nullable Long reachOf(int revision) {
        return reachRevision == revision ? reach : null;
    }

    /** How many are in a state. */
    public long in(MessageState state) {
        return counts.stream()
                .filter(one -> one.state() == state)
                .mapToLong(Count::messages)
                .sum();
    }

    /** How many there are. */
    public long all() {
        return counts.stream().mapToLong(Count::messages).sum();
    }

    /** How many have still to go. */
    public long waiting() {
        return in(MessageState.QUEUED) + in(MessageState.SENDING);
    }

    /** How many a provider took, by provider; those nobody can tell of are among them. */
    public Map<String, Long> handedOver() {
        return counts.stream()
                .filter(one -> one.provider() != null)
                .filter(one -> switch (one.state()) {
                    case ACCEPTED, DELIVERED, UNKNOWN -> true;
                    case FAILED, QUEUED, SENDING, DROPPED -> false;
                })
                .collect(Collectors.toMap(
                        one -> String.valueOf(one.provider()), Count::messages, Long::sum, TreeMap::new));
    }

    /** Why texts did not arrive, the most frequent first; {@code other} where nobody has explained it. */
    public List<Map.Entry<String, Long>> reasons() {
        Map<String, Long> reasons = counts.stream()
                .filter(one -> switch (one.state()) {
                    case FAILED, DROPPED, UNKNOWN -> true;
                    case QUEUED, SENDING, ACCEPTED, DELIVERED -> false;
                })
                .collect(Collectors.toMap(
                        one -> one.cause() == null ? "other" : one.cause(), Count::messages, Long::sum, TreeMap::new));
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
    }
}

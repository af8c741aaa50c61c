package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import kr.minwon.notification.message.Urgency;

/**
 * Who may ask a provider for its next turn. The less urgent give way while something more urgent waits for one, so that it
 * stands behind nobody; those that have given way again and again ask once beside it, so that none starves. The last turn of
 * a window is kept for codes and urgent texts unless the provider is known to answer quickly: else all turns could be out for
 * as long as it takes.
 */
final class Precedence {
    /** Those that gave way to so many need not once. */
    static final int MOST_PASSED_OVER = 15;

    /** A turn of a provider that answers sooner comes back soon enough. */
    private static final Duration QUICK = Duration.ofSeconds(1);

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final int window;
    private final Clock clock;
    private final Map<Urgency, Integer> waiting = new EnumMap<>(Urgency.class);
    private final Map<Urgency, Integer> passedOver = new EnumMap<>(Urgency.class);
    private final Recent answers = new Recent(REMEMBERED);
    private final Recent slow = new Recent(REMEMBERED);
    private int patientOut;

    /** @param window most turns of the provider that are out at once */
    Precedence(int window, Clock clock) {
        this.window = window;
        this.clock = clock;
        for (Urgency urgency : Urgency.values()) {
            waiting.put(urgency, 0);
            passedOver.put(urgency, 0);
        }
    }

    /** One begins to wait for a turn, until it {@link #leaves}. */
    synchronized void waits(Urgency urgency) {
        waiting.merge(urgency, 1, Integer::sum);
    }

    synchronized void leaves(Urgency urgency) {
        waiting.merge(urgency, -1, Integer::sum);
    }

    /** Whether one may ask for a turn now; it has to say whether it {@link #got} one. */
    synchronized boolean mayAsk(Urgency urgency) {
        if (count(passedOver, urgency) < MOST_PASSED_OVER && isMoreUrgentWaiting(urgency)) {
            return false;
        }
        if (isPatient(urgency)) {
            if (patientOut >= window - (keepsOne() ? 1 : 0)) {
                return false;
            }
            patientOut++;
        }
        return true;
    }

    /** What came of asking. */
    synchronized void got(Urgency urgency, boolean turn) {
        if (!turn) {
            back(urgency);
            return;
        }
        passedOver.put(urgency, 0);
        waiting.forEach((other, count) -> {
            if (count > 0 && other.compareTo(urgency) > 0) {
                passedOver.merge(other, 1, Integer::sum);
            }
        });
    }

    /** A turn is over. */
    synchronized void back(Urgency urgency) {
        if (isPatient(urgency)) {
            patientOut--;
        }
    }

    /** The provider took so long to answer. */
    synchronized void answered(Duration took) {
        Instant now = clock.instant();
        answers.add(now);
        if (took.compareTo(QUICK) > 0) {
            slow.add(now);
        }
    }

    private boolean isMoreUrgentWaiting(Urgency urgency) {
        return waiting.entrySet().stream()
                .anyMatch(one -> one.getValue() > 0 && one.getKey().compareTo(urgency) < 0);
    }

    private boolean keepsOne() {
        Instant now = clock.instant();
        return window > 1 && (answers.sum(now) == 0 || slow.sum(now) > 0);
    }

    private static boolean isPatient(Urgency urgency) {
        return urgency.compareTo(Urgency.URGENT) > 0;
    }

    private static int count(Map<Urgency, Integer> counts, Urgency urgency) {
        return counts.getOrDefault(urgency, 0);
    }
}

package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receipts that overtook their submits' answers. Each is stored, and tried often as long as an answer may come; then it is
 * found in the store from time to time, by any instance, until no hand-over before it can still be under way: what an
 * instance that is gone was sending is declared unknown by then. Only then it is nobody's.
 */
final class Overtaking implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Overtaking.class);
    private static final BackOff AGAIN = new BackOff(Duration.ofMillis(20), Duration.ofSeconds(1));
    private static final int MOST_KEPT = 10_000;
    /** Far longer than any id: what is longer is none of ours, and is not kept. */
    private static final int LONGEST_KEY = 300;

    private static final int PAGE = 500;
    private static final int MOST_FAILURES = 3;
    /** What cannot even be looked at for so long, such as that of a phone whose key is gone, is given up. */
    private static final Duration LONGEST_KEPT = Duration.ofDays(7);

    private final Matching matching;
    private final EarlyReceipts early;
    private final Duration answersWithin;
    private final Duration strayAfter;
    private final DispatchMeter meter;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("receipts").daemon().factory());
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();
    private final AtomicInteger stored = new AtomicInteger();
    private @Nullable String cursor;
    private volatile @Nullable Instant started;

    /**
     * @param answersWithin how long an answer may come after a receipt
     * @param givenUpAfter when what was being sent is in doubt at the latest
     */
    Overtaking(
            Matching matching,
            EarlyReceipts early,
            Duration answersWithin,
            Duration givenUpAfter,
            DispatchMeter meter,
            Clock clock) {
        this.matching = matching;
        this.early = early;
        this.answersWithin = answersWithin;
        this.strayAfter = answersWithin.plus(givenUpAfter).multipliedBy(2);
        this.meter = meter;
        this.clock = clock;
    }

    void start() {
        if (!timer.isShutdown()) {
            started = clock.instant();
            timer.scheduleWithFixedDelay(this::sweep, 0, answersWithin.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Stores one; false when there is no room.
     *
     * @throws RuntimeException when the store is away
     */
    boolean isKept(Receipts.Notice notice) {
        if (notice.key().length() > LONGEST_KEY) {
            stray(notice);
            return true;
        }
        if (awaited.contains(notice.key())) {
            return true;
        }
        if (stored.get() >= MOST_KEPT) {
            return false;
        }
        early.keep(notice, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (awaited.add(notice.key())) {
            stored.incrementAndGet();
            later(notice, 1, System.nanoTime() + answersWithin.toNanos());
        }
        return true;
    }

    private void later(Receipts.Notice notice, int tries, long until) {
        if (!timer.isShutdown()) {
            long pause = AGAIN.after(tries).toMillis();
            timer.schedule(() -> again(notice, tries, until), pause, TimeUnit.MILLISECONDS);
        }
    }

    private void again(Receipts.Notice notice, int tries, long until) {
        boolean isOver = System.nanoTime() - until >= 0;
        boolean ended = false;
        try {
            ended = isEnded(notice, isOver);
        } catch (RuntimeException away) {
            log.warn("a receipt waits: {}", away.toString());
        }
        if (ended || isOver) {
            // What has not ended stays stored.
            awaited.remove(notice.key());
        } else {
            later(notice, tries + 1, until);
        }
    }

    /** Whether nothing is left to do about one; it is not stored any more then. */
    private boolean isEnded(Receipts.Notice notice, boolean answersAreStored) {
        if (matching.isApplied(notice) || (answersAreStored && matching.isAppliedByPhone(notice))) {
            forget(notice);
            return true;
        }
        return false;
    }

    private boolean forget(Receipts.Notice notice) {
        boolean forgotten = early.forget(notice);
        if (forgotten) {
            stored.decrementAndGet();
        }
        return forgotten;
    }

    /** Some of those for whose answers nobody waits any more. */
    void sweep() {
        try {
            stored.set(early.count(MOST_KEPT));
            Instant now = clock.instant();
            EarlyReceipts.Page page = early.before(now.minus(answersWithin), cursor, PAGE);
            cursor = page.next();
            int failures = 0;
            for (EarlyReceipts.Early one : page.items()) {
                if (!isLookedAt(one, now) && ++failures > MOST_FAILURES) {
                    return;
                }
            }
        } catch (RuntimeException away) {
            log.warn("receipts wait: {}", away.toString());
        }
    }

    /** False when it cannot be told what it is of. */
    private boolean isLookedAt(EarlyReceipts.Early one, Instant now) {
        Duration waited = Duration.between(one.since(), now);
        try {
            if (!isEnded(one.notice(), true) && waited.compareTo(strayAfter) > 0 && isSettledHere(now)) {
                giveUp(one.notice());
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("a receipt waits: {}", e.toString());
            if (waited.compareTo(LONGEST_KEPT) > 0) {
                giveUp(one.notice());
            }
            return false;
        }
    }

    /** After a start what others had left has to be declared unknown first. */
    private boolean isSettledHere(Instant now) {
        Instant since = started;
        return since != null && Duration.between(since, now).compareTo(answersWithin) > 0;
    }

    private void giveUp(Receipts.Notice notice) {
        if (forget(notice)) {
            stray(notice);
        }
    }

    private void stray(Receipts.Notice notice) {
        meter.strayReceipt(notice.provider());
        log.warn(
                "a receipt belongs to no message that is known: {}",
                notice.key().substring(0, Math.min(LONGEST_KEY, notice.key().length())));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Matches receipts to hand-overs: by the provider's id, else by our own reference among those in doubt. One that overtakes
 * its submit's answer is stored before it is acknowledged, and waits until that is stored; if it then still belongs to none
 * and repeats no reference, it ends the only doubt there is about its phone. A second one does nothing, a late one is as
 * good as an early one.
 */
public final class Receipts implements AutoCloseable {
    /** Most often the answer is being stored at this very moment: nothing need be stored twice then. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private static final BackOff SOON = new BackOff(Duration.ofMillis(20), Duration.ofMillis(40));
    /** So many callers wait so; they are not to be held up all at once. */
    private static final int MOST_AT_ONCE = 4;

    private final Matching matching;
    private final Overtaking overtaking;
    private final Semaphore patience = new Semaphore(MOST_AT_ONCE);

    /**
     * @param early keeps those that wait
     * @param openPhone opens a sealed phone number
     * @param settings how long one waits for its submit's answer, and when a submit is surely over
     */
    public Receipts(
            Messages messages,
            EarlyReceipts early,
            OpenPhone openPhone,
            DispatchSettings settings,
            DispatchMeter meter,
            Clock clock) {
        this.matching = new Matching(messages, new Doubts(messages, openPhone), meter);
        this.overtaking =
                new Overtaking(matching, early, settings.receiptsKept(), settings.abandonedAfter(), meter, clock);
    }

    /**
     * A receipt as it came.
     *
     * @param providerMessageId the provider's id of the message
     * @param phone whose it was, 11 digits; empty when it does not say
     * @param reference ours, if the provider repeats it
     */
    public record Notice(
            String provider,
            String providerMessageId,
            String phone,
            @Nullable Integer reference,
            Receipt receipt) {
        String key() {
            return provider + "/" + providerMessageId;
        }

        /** Without the phone. */
        @Override
        public String toString() {
            return key() + " " + receipt.state();
        }
    }

    /** Begins to look after those that wait, also those of an earlier life and of instances that are gone. */
    public void start() {
        overtaking.start();
    }

    /** Of one alone. */
    public boolean on(Notice notice) {
        return on(List.of(notice));
    }

    /**
     * Applies receipts now, or as soon as their messages are known.
     *
     * @return false when there is no room to keep one: the provider should bring them again
     * @throws RuntimeException when the store is away: the provider should bring them again
     */
    public boolean on(List<Notice> notices) {
        List<Notice> left = notApplied(notices);
        if (!left.isEmpty() && patience.tryAcquire()) {
            try {
                left = notAppliedAtOnce(left);
            } finally {
                patience.release();
            }
        }
        return left.stream().allMatch(overtaking::isKept);
    }

    private List<Notice> notApplied(List<Notice> notices) {
        return notices.stream().filter(notice -> !matching.isApplied(notice)).toList();
    }

    private List<Notice> notAppliedAtOnce(List<Notice> notices) {
        List<Notice> left = notices;
        long until = System.nanoTime() + AT_ONCE.toNanos();
        try {
            for (int tries = 1; !left.isEmpty() && System.nanoTime() - until < 0; tries++) {
                Thread.sleep(SOON.after(tries));
                left = notApplied(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return left;
    }

    @Override
    public void close() {
        overtaking.close();
    }
}

package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches receipts to hand-overs: by the provider's id, else by our own reference among those in doubt. One that overtakes
 * its submit's answer is kept until that is stored; if by then it still belongs to none and repeats no reference, it ends
 * the only doubt there is about its phone. A second one does nothing, a late one is as good as an early one.
 */
public final class Receipts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Receipts.class);
    private static final BackOff AGAIN = new BackOff(Duration.ofMillis(20), Duration.ofSeconds(1));
    private static final int MOST_KEPT = 10_000;

    private final Messages messages;
    private final Doubts doubts;
    private final Duration keptFor;
    private final DispatchMeter meter;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("receipts").daemon().factory());
    private final Map<String, Notice> kept = new ConcurrentHashMap<>();

    /**
     * @param openPhone opens a sealed phone number
     * @param keptFor how long one waits for its submit's answer: longer than a submit does
     */
    public Receipts(Messages messages, OpenPhone openPhone, Duration keptFor, DispatchMeter meter) {
        this.messages = messages;
        this.doubts = new Doubts(messages, openPhone);
        this.keptFor = keptFor;
        this.meter = meter;
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

    /**
     * Applies a receipt now, or as soon as its message is known.
     *
     * @return false when there is no room to keep it: the provider should bring it again
     * @throws RuntimeException when the store is away: the provider should bring it again
     */
    public boolean on(Notice notice) {
        if (isApplied(notice)) {
            return true;
        }
        if (kept.size() >= MOST_KEPT) {
            return false;
        }
        if (kept.putIfAbsent(notice.key(), notice) == null) {
            later(notice, 1, System.nanoTime() + keptFor.toNanos());
        }
        return true;
    }

    private void later(Notice notice, int tries, long until) {
        long pause = AGAIN.after(tries).toMillis();
        timer.schedule(() -> again(notice, tries, until), pause, TimeUnit.MILLISECONDS);
    }

    private void again(Notice notice, int tries, long until) {
        try {
            if (isApplied(notice) || (System.nanoTime() - until >= 0 && isSettledByPhone(notice))) {
                kept.remove(notice.key());
                return;
            }
        } catch (RuntimeException away) {
            log.warn("a receipt waits: {}", away.toString());
        }
        if (System.nanoTime() - until < 0) {
            later(notice, tries + 1, until);
        } else {
            kept.remove(notice.key());
            meter.strayReceipt(notice.provider());
            log.warn("a receipt belongs to no message that is known: {}", notice.key());
        }
    }

    private boolean isApplied(Notice notice) {
        return doubts.byId(notice)
                .or(() -> doubts.byReference(notice))
                .map(found -> isApplied(notice, found))
                .orElse(false);
    }

    /** False when no doubt fits. Where more than one does, each stays: a person decides. */
    private boolean isSettledByPhone(Notice notice) {
        List<Doubts.HandedOver> fitting = doubts.byPhone(notice);
        if (fitting.size() > 1) {
            meter.ambiguousReceipt(notice.provider());
            log.warn("a receipt fits {} messages in doubt and ends none: {}", fitting.size(), notice.key());
            return true;
        }
        return fitting.stream().anyMatch(found -> isApplied(notice, found));
    }

    private boolean isApplied(Notice notice, Doubts.HandedOver found) {
        int attempt = found.attempt();
        // Somebody else may change it at the same moment: then what is stored now decides.
        for (Optional<Message> now = Optional.of(found.message());
                now.isPresent();
                now = messages.find(found.message().id())) {
            Message message = now.get();
            MessageState state = message.attempt(attempt).state();
            if (!state.mayBecome(notice.receipt().state())) {
                return state.isTold();
            }
            Message heard = message.received(attempt, notice.receipt(), notice.providerMessageId());
            if (messages.advance(message, heard).isPresent()) {
                meter.receipt(notice.provider(), notice.receipt().state());
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

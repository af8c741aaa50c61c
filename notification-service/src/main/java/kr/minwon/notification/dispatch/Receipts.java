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
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches receipts to messages, by the provider's id, else by our own reference among the messages in doubt. One that
 * overtakes its submit's answer is kept until that is stored. A second one does nothing, a late one is as good as an
 * early one.
 */
public final class Receipts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Receipts.class);
    private static final BackOff AGAIN = new BackOff(Duration.ofMillis(20), Duration.ofSeconds(1));
    /** About half a minute: longer than a submit waits for its answer. */
    private static final int TRIES = 45;

    private static final int MOST_KEPT = 10_000;

    private final Messages messages;
    private final OpenPhone openPhone;
    private final DispatchMeter meter;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("receipts").daemon().factory());
    private final Map<String, Notice> kept = new ConcurrentHashMap<>();

    /** @param openPhone opens a sealed phone number */
    public Receipts(Messages messages, OpenPhone openPhone, DispatchMeter meter) {
        this.messages = messages;
        this.openPhone = openPhone;
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
            later(notice, 1);
        }
        return true;
    }

    private void later(Notice notice, int tries) {
        timer.schedule(() -> again(notice, tries), AGAIN.after(tries).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void again(Notice notice, int tries) {
        try {
            if (isApplied(notice)) {
                kept.remove(notice.key());
                return;
            }
        } catch (RuntimeException away) {
            log.warn("a receipt waits: {}", away.toString());
        }
        if (tries < TRIES) {
            later(notice, tries + 1);
        } else {
            kept.remove(notice.key());
            meter.strayReceipt(notice.provider());
            log.warn("a receipt belongs to no message that is known: {}", notice.key());
        }
    }

    private boolean isApplied(Notice notice) {
        Optional<Message> found = messages.findByProviderId(notice.provider(), notice.providerMessageId());
        if (found.isEmpty()) {
            found = inDoubt(notice);
        }
        // Somebody else may change it at the same moment: then what is stored now decides.
        for (Optional<Message> now = found;
                now.isPresent();
                now = messages.find(now.get().id())) {
            Message message = now.get();
            if (!message.state().mayBecome(notice.receipt().state())) {
                return message.state().isTold();
            }
            if (messages.advance(message, message.received(notice.receipt())).isPresent()) {
                meter.receipt(notice.provider(), notice.receipt().state());
                return true;
            }
        }
        return false;
    }

    private Optional<Message> inDoubt(Notice notice) {
        Integer reference = notice.reference();
        if (reference == null || notice.phone().isEmpty()) {
            return Optional.empty();
        }
        List<Message> candidates = messages.inDoubt(notice.provider(), reference).stream()
                .filter(message -> openPhone.apply(message.sealedPhone()).equals(notice.phone()))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

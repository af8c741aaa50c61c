package kr.minwon.notification.message;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches receipts to messages; one that overtakes its submit's answer is kept until the answer is recorded. */
public final class Receipts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Receipts.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int TRIES = 120;
    private static final int MOST_KEPT = 10_000;

    private final Messages messages;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("receipts").daemon().factory());
    private final Map<String, Receipt> kept = new ConcurrentHashMap<>();

    public Receipts(Messages messages) {
        this.messages = messages;
    }

    /** Applies a receipt now, or as soon as its message is known. A duplicate does nothing. */
    public void on(String provider, String providerMessageId, Receipt receipt) {
        if (!apply(provider, providerMessageId, receipt)) {
            if (kept.size() >= MOST_KEPT) {
                log.warn("too many receipts for unknown messages; one is passed over");
            } else if (kept.putIfAbsent(provider + "/" + providerMessageId, receipt) == null) {
                later(provider, providerMessageId, receipt, 0);
            }
        }
    }

    private void later(String provider, String id, Receipt receipt, int tried) {
        timer.schedule(() -> again(provider, id, receipt, tried), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void again(String provider, String id, Receipt receipt, int tried) {
        boolean applied;
        try {
            applied = apply(provider, id, receipt);
        } catch (RuntimeException away) {
            log.warn("a receipt waits: {}", away.toString());
            applied = false;
        }
        if (applied || tried >= TRIES) {
            kept.remove(provider + "/" + id);
            if (!applied) {
                log.warn("a receipt of {} belongs to no message that is known", provider);
            }
        } else {
            later(provider, id, receipt, tried + 1);
        }
    }

    private boolean apply(String provider, String providerMessageId, Receipt receipt) {
        Optional<Message> message = messages.findByProviderId(provider, providerMessageId);
        message.ifPresent(found -> messages.become(found.id(), receipt.state(), receipt, receipt.reason()));
        return message.isPresent();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

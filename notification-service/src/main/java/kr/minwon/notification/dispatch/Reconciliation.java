package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks providers, in the background and each by itself, about the texts in doubt that only they can tell of. A restart
 * forgets nothing but the pauses, and two instances that ask do nothing twice.
 */
public final class Reconciliation implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final List<Asking> providers;
    private final ReconciliationSettings settings;
    private final ScheduledExecutorService timer;

    /**
     * @param wishes whether a text of a mailing may still go
     * @param inquiries the providers that can be asked
     * @param openPhone opens a sealed phone number
     * @param queued is given a message that waits to be sent again
     */
    public Reconciliation(
            Messages messages,
            LaterTexts laterTexts,
            Wishes wishes,
            List<Inquiry> inquiries,
            OpenPhone openPhone,
            ReconciliationSettings settings,
            DispatchMeter meter,
            Clock clock,
            Consumer<Message> queued) {
        Settling settling = new Settling(messages, laterTexts, wishes, settings.mostResent(), clock, queued);
        this.settings = settings;
        this.providers = inquiries.stream()
                .map(inquiry -> new Asking(inquiry, messages, openPhone, settling, settings, meter, clock))
                .toList();
        this.timer = Executors.newScheduledThreadPool(
                providers.size(),
                Thread.ofPlatform().name("sms-reconcile-", 0).daemon().factory());
    }

    /** Begins to ask; does nothing where no provider can be asked. */
    public void start() {
        for (Asking provider : providers) {
            if (!timer.isShutdown()) {
                timer.scheduleWithFixedDelay(
                        () -> ask(provider), 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Asks each provider about some of what it may know. */
    void ask() {
        providers.forEach(Reconciliation::ask);
    }

    private static void ask(Asking provider) {
        try {
            provider.goOn();
        } catch (RuntimeException e) {
            // The store is away, or an adapter broke its promise: it goes on next time.
            log.warn("{} is not asked now", provider.provider(), e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.ResultSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks providers that send no receipts what became of the texts they took, round after round. What is to be asked is read
 * from the store, so a restart forgets nothing; what comes of it is a receipt like any other.
 */
public final class ResultRounds implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ResultRounds.class);

    private final List<ResultSource> sources;
    private final Messages messages;
    private final Receipts receipts;
    private final ResultSettings settings;
    private final Clock clock;
    private final Map<String, String> cursors = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sms-results").daemon().factory());

    public ResultRounds(
            List<ResultSource> sources, Messages messages, Receipts receipts, ResultSettings settings, Clock clock) {
        this.sources = List.copyOf(sources);
        this.messages = messages;
        this.receipts = receipts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to ask; does nothing where every provider brings receipts. */
    public void start() {
        if (!sources.isEmpty() && !timer.isShutdown()) {
            long every = settings.every().toMillis();
            timer.scheduleWithFixedDelay(this::ask, every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** One round. */
    void ask() {
        for (ResultSource source : sources) {
            try {
                ask(source);
            } catch (RuntimeException e) {
                log.warn("{} is not asked for results now: {}", source.provider(), e.toString());
            }
        }
    }

    private void ask(ResultSource source) {
        Instant now = clock.instant();
        Instant since = now.minus(settings.giveUpAfter());
        Messages.Page page = messages.awaitingResult(
                source.provider(), since, now, cursors.get(source.provider()), settings.aRound());
        cursors.compute(source.provider(), (name, before) -> page.next());
        Queue<Message> left = new ConcurrentLinkedQueue<>(page.items());
        List<Thread> asking = new ArrayList<>();
        for (int n = 0; n < Math.min(settings.atOnce(), page.items().size()); n++) {
            asking.add(Thread.ofVirtual().name("sms-result-" + n).start(() -> ask(source, left)));
        }
        for (Thread one : asking) {
            try {
                one.join();
            } catch (InterruptedException e) {
                asking.forEach(Thread::interrupt);
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void ask(ResultSource source, Queue<Message> left) {
        try {
            for (Message next = left.poll(); next != null; next = left.poll()) {
                String id = String.valueOf(next.progress().providerMessageId());
                source.result(id)
                        .ifPresent(
                                receipt -> receipts.on(new Receipts.Notice(source.provider(), id, "", null, receipt)));
            }
        } catch (RuntimeException e) {
            // The store is away, or an adapter broke its promise: what is left is asked about in another round.
            log.warn("{} is not asked for results now: {}", source.provider(), e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.ResultSource;

/**
 * Asks providers that send no receipts what became of the texts they took, round after round, each provider by itself: one
 * that does not answer holds up no other. What is to be asked is read from the store, so a restart forgets nothing but the
 * pauses; what comes of it is a receipt like any other.
 */
public final class ResultRounds implements AutoCloseable {
    private final List<ResultRound> rounds;
    private final ResultSettings settings;
    private final ScheduledExecutorService timer;

    public ResultRounds(
            List<ResultSource> sources, Messages messages, Receipts receipts, ResultSettings settings, Clock clock) {
        this.rounds = sources.stream()
                .map(source -> new ResultRound(source, messages, receipts, settings, clock))
                .toList();
        this.settings = settings;
        this.timer = Executors.newScheduledThreadPool(
                rounds.size(),
                Thread.ofPlatform().name("sms-results-", 0).daemon().factory());
    }

    /** Begins to ask; does nothing where every provider brings receipts. */
    public void start() {
        long every = settings.every().toMillis();
        for (ResultRound round : rounds) {
            if (!timer.isShutdown()) {
                timer.scheduleWithFixedDelay(round::ask, every, every, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** One round of each. */
    void ask() {
        rounds.forEach(ResultRound::ask);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

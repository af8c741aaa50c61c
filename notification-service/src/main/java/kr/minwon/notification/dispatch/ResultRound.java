package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.ResultSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one provider for results, some texts at a time, no faster than its pace and each text with growing pauses. Once it
 * cannot be asked the round is over, and it is left alone for a while.
 */
final class ResultRound {
    private static final Logger log = LoggerFactory.getLogger(ResultRound.class);

    private final ResultSource source;
    private final Messages messages;
    private final Receipts receipts;
    private final ResultSettings settings;
    private final Clock clock;
    private final Pauses pauses;
    private final Pace pace;
    private final Beat beat;
    private @Nullable String cursor;

    ResultRound(ResultSource source, Messages messages, Receipts receipts, ResultSettings settings, Clock clock) {
        this.source = source;
        this.messages = messages;
        this.receipts = receipts;
        this.settings = settings;
        this.clock = clock;
        BackOff backOff = new BackOff(settings.every(), settings.longestBackOff());
        this.pauses = new Pauses(backOff);
        this.pace = new Pace(backOff, clock);
        this.beat = new Beat(settings.perSecond());
    }

    /** The next round, unless the provider is left alone. */
    void ask() {
        try {
            if (!pace.isPaused()) {
                askAt(clock.instant());
            }
        } catch (RuntimeException e) {
            // The store is away; what is to be asked stays there.
            log.warn("{} is not asked for results now: {}", source.provider(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askAt(Instant now) throws InterruptedException {
        Instant since = now.minus(settings.giveUpAfter());
        Messages.Page page = messages.awaitingResult(source.provider(), since, now, cursor, settings.aRound());
        List<Message> due = page.items().stream()
                .filter(message -> pauses.isDue(message.id(), now))
                .toList();
        ResultSource.Said.Away away = ask(due);
        if (away == null) {
            cursor = page.next();
            pauses.forget(since);
            if (!due.isEmpty()) {
                pace.goOn();
            }
        } else {
            pace.slowDown(away.notBefore());
            log.warn("{} cannot be asked for results: {}", source.provider(), away.why());
        }
    }

    /** Some at once; the first that tells that the provider is away ends it. */
    private ResultSource.Said.@Nullable Away ask(List<Message> due) throws InterruptedException {
        Queue<Message> left = new ConcurrentLinkedQueue<>(due);
        AtomicReference<ResultSource.Said.@Nullable Away> away = new AtomicReference<>();
        List<Thread> asking = new ArrayList<>();
        try {
            for (int n = 0; n < Math.min(settings.atOnce(), due.size()); n++) {
                asking.add(Thread.ofVirtual().name("sms-result-" + n).start(() -> ask(left, away)));
            }
            for (Thread one : asking) {
                one.join();
            }
        } catch (InterruptedException e) {
            asking.forEach(Thread::interrupt);
            throw e;
        }
        return away.get();
    }

    private void ask(Queue<Message> left, AtomicReference<ResultSource.Said.@Nullable Away> away) {
        try {
            for (Message next = left.poll(); next != null && away.get() == null; next = left.poll()) {
                beat.await();
                if (away.get() == null) {
                    ask(next, away);
                }
            }
        } catch (RuntimeException e) {
            // The store is away, or an adapter broke its promise: what is left is asked about in another round.
            log.warn("{} is not asked for results now: {}", source.provider(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Message message, AtomicReference<ResultSource.Said.@Nullable Away> away) {
        pauses.askedInVain(message.id(), clock.instant());
        String id = String.valueOf(message.progress().providerMessageId());
        switch (source.result(id)) {
            case ResultSource.Said.Ended ended -> {
                if (receipts.on(new Receipts.Notice(source.provider(), id, "", null, ended.receipt()))) {
                    pauses.settled(message.id());
                }
            }
            case ResultSource.Said.NothingYet nothing -> {}
            case ResultSource.Said.Away gone -> {
                // Longer than the provider is left alone: one that always brings an error is not all that is asked
                // about.
                pauses.askedInVain(message.id(), clock.instant());
                away.compareAndSet(null, gone);
            }
        }
    }
}

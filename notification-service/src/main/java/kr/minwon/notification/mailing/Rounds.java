package kr.minwon.notification.mailing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kr.minwon.notification.mailing.Mailings.Change;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.subscription.Subscribers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for mailings in the background, a round at a time: counts whom they go to, begins them when their time has
 * come, takes up their recipients as room comes free, lets go what a pause held, drops what was called off, and counts what
 * became of them. Everything is done again after a crash, and may be done by two instances at once.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int PAGE = 100;
    private static final int DROPPED_A_ROUND = 2_000;
    /** How many subscribers there are changes while a draft lies. */
    private static final Duration REACH_GOOD_FOR = Duration.ofMinutes(5);
    /** For so long after a resumption what was held is looked for: a hand-over may still have believed in the pause. */
    private static final Duration LET_GO_FOR = Duration.ofSeconds(15);

    private static final Duration FIRST_COUNT = Duration.ofSeconds(2);
    private static final Duration LATE_COUNT = Duration.ofSeconds(30);
    /** Counting takes at most a twentieth of the time. */
    private static final int SHARE = 20;

    private final Mailings mailings;
    private final Tallies tallies;
    private final Messages messages;
    private final Subscribers subscribers;
    private final Expansion expansion;
    private final MailingSettings settings;
    private final Clock clock;
    private final Consumer<Message> queued;
    private final Map<String, Instant> countAgain = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mailings").daemon().factory());

    /** @param queued is given each message that waits to go */
    public Rounds(
            Mailings mailings,
            Tallies tallies,
            Messages messages,
            Subscribers subscribers,
            Expansion expansion,
            MailingSettings settings,
            Clock clock,
            Consumer<Message> queued) {
        this.mailings = mailings;
        this.tallies = tallies;
        this.messages = messages;
        this.subscribers = subscribers;
        this.expansion = expansion;
        this.settings = settings;
        this.clock = clock;
        this.queued = queued;
    }

    /** Begins. */
    public void start() {
        timer.scheduleWithFixedDelay(this::all, 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void all() {
        try {
            String after = "";
            List<Mailing> page;
            do {
                page = mailings.underWay(after, PAGE);
                Map<String, Tally> known =
                        tallies.of(page.stream().map(Mailing::id).toList());
                for (Mailing mailing : page) {
                    round(mailing, known.getOrDefault(mailing.id(), Tally.NONE));
                    after = mailing.id();
                }
            } while (page.size() == PAGE && !timer.isShutdown());
        } catch (RuntimeException e) {
            // The store is away; nothing is lost, it is done in the next round.
            log.warn("mailings wait: {}", e.toString());
        }
    }

    /** Does what one mailing needs now. */
    void round(Mailing mailing, Tally known) {
        switch (mailing.state()) {
            case DRAFT, SUBMITTED -> reach(mailing, known);
            case APPROVED -> {
                if (isDue(mailing)) {
                    begin(mailing);
                } else {
                    reach(mailing, known);
                }
            }
            case SENDING -> {
                letGo(mailing);
                expansion.takeUp(mailing, queued);
                count(mailing, known).ifPresent(tally -> finish(mailing, tally));
            }
            case CANCELLED -> {
                drop(mailing);
                count(mailing, known);
            }
            case PAUSED, DONE -> count(mailing, known);
        }
    }

    private void reach(Mailing mailing, Tally known) {
        Instant again = countAgain.getOrDefault(mailing.id(), Instant.MIN);
        if (known.reachOf(mailing.revision()) == null || !clock.instant().isBefore(again)) {
            countReach(mailing);
            countAgain.put(mailing.id(), clock.instant().plus(REACH_GOOD_FOR));
        }
    }

    private void countReach(Mailing mailing) {
        tallies.reached(mailing.id(), subscribers.count(mailing.reach()), mailing.revision());
    }

    private boolean isDue(Mailing mailing) {
        Instant sendAt = mailing.letter().sendAt();
        return sendAt == null || !sendAt.isAfter(clock.instant());
    }

    /** Who stopped since it was last counted is none of those it goes to. */
    private void begin(Mailing mailing) {
        countReach(mailing);
        countAgain.remove(mailing.id());
        move(mailing.id(), Move.START);
    }

    /** A pause put aside what was queued; the night is asked again when its turn comes. */
    private void letGo(Mailing mailing) {
        Instant resumed = mailing.at(Move.RESUME);
        if (resumed == null || clock.instant().isAfter(resumed.plus(LET_GO_FOR))) {
            return;
        }
        String after = "";
        List<Message> page;
        do {
            page = messages.queuedOf(mailing.id(), after, PAGE);
            for (Message message : page) {
                if (message.isHeldAt(clock.instant())) {
                    messages.advance(message, message.heldUntil(null)).ifPresent(queued);
                }
                after = message.recipient();
            }
        } while (page.size() == PAGE);
    }

    private void drop(Mailing mailing) {
        Reason why = new Reason("called off", Cause.CALLED_OFF);
        for (int n = 0; n < DROPPED_A_ROUND; n += PAGE) {
            List<Message> page = messages.queuedOf(mailing.id(), "", PAGE);
            page.forEach(message -> messages.advance(message, message.dropped(why)));
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private void finish(Mailing mailing, Tally tally) {
        boolean takenUp = mailings.find(mailing.id()).map(Mailing::takenUp).orElse(false);
        // Counted before or after it was taken up, a message that waits is still in the queue or being handed over.
        if (takenUp && tally.waiting() == 0 && messages.countQueuedOf(mailing.id(), 1) == 0) {
            move(mailing.id(), Move.FINISH);
        }
    }

    /** Counts, unless that was done a moment ago. */
    private Optional<Tally> count(Mailing mailing, Tally known) {
        Instant now = clock.instant();
        if (now.isBefore(countAgain.getOrDefault(mailing.id(), Instant.MIN))) {
            return Optional.empty();
        }
        Tally tally = counted(mailing);
        Duration took = Duration.between(now, clock.instant()).multipliedBy(SHARE);
        boolean quiet = mailing.state().isOver() && tally.counts().equals(known.counts());
        Duration pause = quiet ? LATE_COUNT : FIRST_COUNT;
        countAgain.put(mailing.id(), clock.instant().plus(took.compareTo(pause) > 0 ? took : pause));
        if (mailing.state().isOver() && isSettled(mailing, tally, now)) {
            mailings.change(mailing.id(), one -> new Change<>(one.settle(), true));
            countAgain.remove(mailing.id());
        }
        return Optional.of(tally);
    }

    private boolean isSettled(Mailing mailing, Tally tally, Instant now) {
        Instant over = Objects.requireNonNullElse(
                mailing.at(mailing.state() == MailingState.DONE ? Move.FINISH : Move.CANCEL), mailing.createdAt());
        boolean nothingToCome = tally.waiting() + tally.in(MessageState.ACCEPTED) + tally.in(MessageState.UNKNOWN) == 0;
        return tally.waiting() == 0 && (nothingToCome || now.isAfter(over.plus(settings.receiptsFor())));
    }

    private Tally counted(Mailing mailing) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Tally.Count> counts = tallies.count(mailing.id());
        tallies.counted(mailing.id(), counts, at);
        return new Tally(null, 0, counts, at);
    }

    private void move(String id, Move move) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Boolean> moved = mailings.change(
                id,
                mailing -> move.mayBeMadeFrom(mailing.state())
                        ? new Change<>(mailing.moved(move, Signature.ofTime(move, now)), true)
                        : new Change<>(null, false));
        if (moved.orElse(false)) {
            log.info("mailing {}: {}", id, move.wireName());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what waits in the store and is not in this instance's memory: after a start, when another instance died, or
 * because there was no room. Takes it up in the order in which it was stored, a bounded part at a time. While it has not
 * caught up, new messages wait in the store too, so that they do not overtake.
 */
final class Sweep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int PAGE = 500;
    private static final int MOST_COUNTED = 1_000;
    private static final Duration CATCH_UP = Duration.ofMillis(100);
    /** Sweeps from one look at what is in doubt to the next. */
    private static final int KEEP_HOUSE = 10;

    private final Messages messages;
    private final Lanes lanes;
    private final HandOver handOver;
    private final String instance;
    private final DispatchSettings settings;
    private final DispatchMeter meter;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sms-sweep").daemon().factory());
    private boolean caughtUp;
    private long turnedAway;

    Sweep(
            Messages messages,
            Lanes lanes,
            HandOver handOver,
            String instance,
            DispatchSettings settings,
            DispatchMeter meter,
            Clock clock) {
        this.messages = messages;
        this.lanes = lanes;
        this.handOver = handOver;
        this.instance = instance;
        this.settings = settings;
        this.meter = meter;
        this.clock = clock;
    }

    void start() {
        timer.execute(this::sweepAndGoOn);
        long every = settings.sweepEvery().multipliedBy(KEEP_HOUSE).toMillis();
        timer.scheduleWithFixedDelay(this::keepHouse, 0, every, TimeUnit.MILLISECONDS);
    }

    /** A new message: goes to its lane at once, or is found in the store in its turn. */
    synchronized void offer(Message message) {
        if (!caughtUp || !lanes.offer(message)) {
            caughtUp = false;
            turnedAway++;
        }
    }

    private void sweepAndGoOn() {
        Duration pause = settings.sweepEvery();
        try {
            // Half empty before it is filled again: each sweep passes over what is in memory already.
            if (isCaughtUp() || lanes.room() * 2 >= settings.capacity()) {
                measureOldest();
                sweep();
            }
            pause = isCaughtUp() ? settings.sweepEvery() : CATCH_UP;
        } catch (RuntimeException e) {
            // The store is away; what waits stays where it is.
            log.warn("waiting messages are not looked for now: {}", e.toString());
        }
        if (!timer.isShutdown()) {
            timer.schedule(this::sweepAndGoOn, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void measureOldest() {
        List<Messages.Waiting> oldest = messages.waiting(Instant.EPOCH, 1);
        Duration age = oldest.isEmpty()
                ? Duration.ZERO
                : Duration.between(oldest.getFirst().since(), clock.instant());
        meter.oldestWaiting(age.isNegative() ? Duration.ZERO : age);
    }

    /** Takes up what there is room for. */
    void sweep() {
        long turnedAwayBefore = turnedAway();
        Instant notAfter = isCaughtUp() ? clock.instant().minus(settings.sweepAge()) : Instant.MAX;
        Instant from = Instant.EPOCH;
        List<Messages.Waiting> page;
        do {
            page = messages.waiting(from, PAGE);
            if (!takeUp(page, notAfter)) {
                catchUp(false, turnedAwayBefore);
                return;
            }
            if (!page.isEmpty()) {
                Instant last = page.getLast().since();
                // A page of one moment only: go past it, what is left of it comes first the next time.
                from = last.equals(from) ? last.plusMillis(1) : last;
            }
        } while (page.size() == PAGE);
        catchUp(true, turnedAwayBefore);
    }

    /** False when there is no room for more. */
    private boolean takeUp(List<Messages.Waiting> page, Instant notAfter) {
        List<String> ids = page.stream()
                .filter(one -> !one.since().isAfter(notAfter))
                .map(Messages.Waiting::id)
                .filter(id -> !lanes.knows(id))
                .toList();
        if (ids.isEmpty()) {
            return true;
        }
        if (lanes.room() == 0) {
            return false;
        }
        List<Message> found = new ArrayList<>(messages.findAll(ids));
        found.removeIf(message -> message.state() != MessageState.QUEUED);
        found.sort(Comparator.comparing(Message::waitingSince).thenComparing(Message::id));
        return found.stream().allMatch(lanes::offer);
    }

    private synchronized long turnedAway() {
        return turnedAway;
    }

    private synchronized boolean isCaughtUp() {
        return caughtUp;
    }

    private synchronized void catchUp(boolean reachedTheEnd, long turnedAwayBefore) {
        caughtUp = reachedTheEnd && turnedAway == turnedAwayBefore;
    }

    /** What this instance was handing over when it last stopped: nobody can tell how far it came. */
    void declareUnknown() {
        for (Message left : messages.sendingBy(instance)) {
            declareUnknown(left, "stopped while it was handed over");
        }
    }

    private void keepHouse() {
        try {
            meter.unknown(messages.countUnknown(MOST_COUNTED));
            Instant before = clock.instant().minus(settings.leftBehindAfter());
            for (Message sending : messages.sendingBy(instance)) {
                Instant since = sending.progress().sentAt();
                if (since != null && since.isBefore(before) && !handOver.isUnderWay(sending.id())) {
                    declareUnknown(sending, "left behind while it was handed over");
                }
            }
        } catch (RuntimeException e) {
            log.warn("messages in doubt are not counted now: {}", e.toString());
        }
    }

    private void declareUnknown(Message sending, String reason) {
        if (messages.advance(sending, sending.unknown(new Reason(reason, Cause.STOPPED)))
                .isPresent()) {
            log.warn("{} is unknown: {}", sending.id(), reason);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

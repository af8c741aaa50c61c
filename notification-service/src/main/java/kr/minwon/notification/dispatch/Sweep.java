package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what waits in the store and is not in this instance's memory: after a start, when another instance died, because
 * there was no room, or because it was held. Keeps house over what is in doubt.
 */
final class Sweep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int MOST_COUNTED = 1_000;
    private static final Duration CATCH_UP = Duration.ofMillis(100);
    private static final int MOST_ABANDONED = 200;
    private static final int MOST_UNGATHERED = 10;
    /** Sweeps from one look at what is in doubt to the next. */
    private static final int KEEP_HOUSE = 10;

    private final Messages messages;
    private final HandOver handOver;
    private final Gathering gathering;
    private final String instance;
    private final DispatchSettings settings;
    private final DispatchMeter meter;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sms-sweep").daemon().factory());
    private final Map<Urgency, Backlog> backlogs = new EnumMap<>(Urgency.class);
    private int ungathered;

    Sweep(
            Messages messages,
            Lanes lanes,
            HandOver handOver,
            Gathering gathering,
            String instance,
            DispatchSettings settings,
            DispatchMeter meter,
            Clock clock) {
        this.messages = messages;
        this.handOver = handOver;
        this.gathering = gathering;
        this.instance = instance;
        this.settings = settings;
        this.meter = meter;
        this.clock = clock;
        for (Urgency urgency : Urgency.values()) {
            backlogs.put(urgency, new Backlog(urgency, messages, lanes, settings));
        }
    }

    void start() {
        timer.execute(this::sweepAndGoOn);
        long every = settings.sweepEvery().multipliedBy(KEEP_HOUSE).toMillis();
        timer.scheduleWithFixedDelay(this::keepHouse, 0, every, TimeUnit.MILLISECONDS);
    }

    /** A new message: goes to its lane at once, or is found in the store in its turn or when it is held no longer. */
    void offer(Message message) {
        if (!message.isHeldAt(clock.instant())) {
            backlog(message.urgency()).offer(message);
        }
    }

    private Backlog backlog(Urgency urgency) {
        return backlogs.computeIfAbsent(urgency, none -> {
            throw new IllegalStateException("no backlog of " + none);
        });
    }

    private void sweepAndGoOn() {
        Duration pause = settings.sweepEvery();
        try {
            sweep();
            pause = backlogs.values().stream().allMatch(Backlog::isCaughtUp) ? settings.sweepEvery() : CATCH_UP;
        } catch (RuntimeException e) {
            // The store is away; what waits stays where it is.
            log.warn("waiting messages are not looked for now: {}", e.toString());
        }
        if (!timer.isShutdown()) {
            timer.schedule(this::sweepAndGoOn, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        Duration oldest = Duration.ZERO;
        RuntimeException failed = null;
        for (Urgency urgency : Urgency.values()) {
            try {
                Duration age = sweep(urgency, now);
                oldest = age.compareTo(oldest) > 0 ? age : oldest;
            } catch (RuntimeException e) {
                // It may be of these texts alone: the others need not wait for it.
                failed = e;
            }
        }
        meter.oldestWaiting(oldest);
        if (failed != null) {
            throw failed;
        }
    }

    private Duration sweep(Urgency urgency, Instant now) {
        Backlog backlog = backlog(urgency);
        // What many are told waits for its pace, which is nothing to be woken by.
        Duration oldest = urgency == Urgency.BULK ? Duration.ZERO : backlog.oldest(now);
        if (urgency == Urgency.NOTICE) {
            gather(now);
        }
        backlog.sweep(now);
        return oldest;
    }

    /** Nothing is taken up by itself that is about to be told with others, unless that fails again and again. */
    private void gather(Instant now) {
        try {
            gathering.of(now).forEach(this::offer);
            ungathered = 0;
        } catch (RuntimeException e) {
            if (++ungathered < MOST_UNGATHERED) {
                throw e;
            }
            log.error("notices cannot be told together, so each goes by itself", e);
        }
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
            Instant longBefore = clock.instant().minus(settings.abandonedAfter());
            for (Message abandoned : messages.sendingSince(longBefore, MOST_ABANDONED)) {
                if (!handOver.isUnderWay(abandoned.id())) {
                    declareUnknown(
                            abandoned,
                            "left behind by " + abandoned.progress().sendingBy() + " while it was handed over");
                }
            }
        } catch (RuntimeException e) {
            log.warn("no house is kept over messages in doubt now: {}", e.toString());
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

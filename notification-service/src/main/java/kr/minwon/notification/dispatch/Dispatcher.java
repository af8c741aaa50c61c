package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.message.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes queued messages to the providers: those of one lane in order and one at a time, a window of lanes at once. A
 * message is claimed in the store immediately before its only submit, so a crash leaves at most a window in doubt.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK_UP = Duration.ofMillis(200);
    private static final Duration PREDECESSOR_PAUSE = Duration.ofMillis(200);
    /** How long a text waits for a provider of 알림톡 that takes nothing now. */
    private static final Duration KAKAO_PATIENCE = Duration.ofSeconds(30);

    private static final BackOff STORE_AWAY = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Choice choice;
    private final Templates templates;
    private final Staleness staleness;
    private final Wishes wishes;
    private final DispatchSettings settings;
    private final Lanes lanes;
    private final Order order;
    private final BackOff backOff;
    private final HandOver handOver;
    private final Sweep sweep;
    private final DispatchMeter meter;
    private final Clock clock;
    private final List<Thread> workers = new ArrayList<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean outOfPatience = new AtomicBoolean();

    /**
     * @param instance whose messages are unknown when it starts while they are being sent
     * @param openPhone opens a sealed phone number
     * @param gathering makes one text of several that are held no longer
     * @throws IllegalArgumentException when a hand-over may last longer than it takes until others give it up
     */
    public Dispatcher(
            Messages messages,
            Choice choice,
            Staleness staleness,
            String instance,
            OpenPhone openPhone,
            Templates templates,
            DispatchSettings settings,
            LaneSettings laneSettings,
            DailyCap cap,
            Wishes wishes,
            Gathering gathering,
            DispatchMeter meter,
            Clock clock) {
        settings.requireLongerThan(choice.answersWithin());
        this.choice = choice;
        this.staleness = staleness;
        this.wishes = wishes;
        this.templates = templates;
        this.settings = settings;
        this.meter = meter;
        this.clock = clock;
        this.lanes = new Lanes(settings.capacity(), laneSettings);
        this.order = new Order(messages);
        this.backOff = new BackOff(settings.firstBackOff(), settings.longestBackOff());
        this.handOver = new HandOver(
                messages,
                instance,
                openPhone,
                templates,
                cap,
                wishes,
                settings.leftBehindAfter(),
                meter,
                clock,
                outOfPatience::get);
        this.sweep = new Sweep(messages, lanes, handOver, gathering, instance, settings, meter, clock);
    }

    /**
     * Declares what this instance was sending when it last stopped unknown, then begins.
     *
     * @throws RuntimeException while the store is away; nothing has begun then
     */
    public void start() {
        sweep.declareUnknown();
        if (closing.get()) {
            return;
        }
        for (int n = 0; n < choice.window(); n++) {
            workers.add(Thread.ofPlatform().name("sms-" + n).daemon().start(this::work));
        }
        sweep.start();
    }

    /** Takes a stored message into its lane, unless others wait in the store that go before it. */
    public void offer(Message message) {
        if (message.state() == MessageState.QUEUED && !closing.get()) {
            sweep.offer(message);
        }
    }

    private void work() {
        while (!closing.get()) {
            try {
                Optional<Lane> lane = lanes.take(LOOK_UP);
                for (Urgency urgency : Urgency.values()) {
                    meter.waiting(urgency, lanes.size(urgency));
                }
                if (lane.isPresent()) {
                    serve(lane.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(Lane lane) throws InterruptedException {
        Message first = lanes.first(lane);
        try {
            Optional<Message> predecessor = order.predecessorOf(first);
            if (predecessor.isEmpty()) {
                handOver(lane, first);
            } else if (isHeld(lane, first)) {
                // What is behind another that waits for the morning waits for it too, and asks for it no more.
                return;
            } else if (predecessor.get().isDigest()) {
                if (predecessor.get().state() == MessageState.QUEUED) {
                    // It has a lane of its own: in two at once it could be claimed twice.
                    lanes.hurry(predecessor.get(), lanes.urgency(lane));
                }
                lanes.later(lane, PREDECESSOR_PAUSE);
            } else if (predecessor.get().state() == MessageState.QUEUED) {
                lanes.putBefore(lane, predecessor.get());
                lanes.again(lane);
            } else {
                // Another instance is sending it, or was when it died; then it becomes unknown in time.
                lanes.later(lane, PREDECESSOR_PAUSE);
            }
        } catch (RuntimeException e) {
            // Nothing was submitted: the store is away, or the phone cannot be opened with the keys there are.
            log.warn("{} waits: {}", first.id(), e.toString());
            lanes.later(lane, STORE_AWAY.after(lane.failed()));
        } catch (Error e) {
            // The worker must live; if the message was claimed it cannot be claimed again, and becomes unknown in time.
            log.error("{} waits", first.id(), e);
            lanes.later(lane, STORE_AWAY.after(lane.failed()));
        }
    }

    private void handOver(Lane lane, Message first) throws InterruptedException {
        Optional<Reason> stale = wishes.refusal(first).or(() -> staleness.of(first));
        if (stale.isPresent()) {
            settle(lane, first, handOver.drop(first, stale.get()));
            return;
        }
        if (isHeld(lane, first)) {
            return;
        }
        String sender = sender(first);
        if (isByKakao(first) && !choice.carries(sender, first.outgoing())) {
            settle(lane, first, handOver.fallBack(first, "no provider of 알림톡 is switched on"));
            return;
        }
        Optional<Choice.Chosen> granted =
                choice.turn(sender, first.outgoing(), lane.takenAs(), lane::isPassedOver, LOOK_UP);
        if (granted.isEmpty()) {
            if (isTiredOfKakao(first)) {
                settle(lane, first, handOver.fallBack(first, "no provider of 알림톡 could take it"));
            } else if (lane.passesOver()) {
                // Others may have a turn with the provider that is passed over here.
                lanes.later(lane, LOOK_UP);
            } else {
                lanes.again(lane);
            }
            return;
        }
        try (Choice.Chosen turn = granted.get()) {
            List<HandOver.Result> result = new ArrayList<>(1);
            meter.traced(first, () -> result.add(tried(lane, first, turn)));
            if (result.getFirst() instanceof HandOver.Result.Queued queued) {
                queuedAgain(lane, queued, turn.provider(), sender);
            } else {
                settle(lane, first, result.getFirst());
            }
        }
    }

    /** Whether it is not to go now: it is stored so, and found again when that is over. */
    private boolean isHeld(Lane lane, Message first) {
        Optional<Instant> held = wishes.heldUntil(first, lanes.urgency(lane));
        held.ifPresent(until -> settle(lane, first, handOver.hold(first, until)));
        return held.isPresent();
    }

    private static boolean isByKakao(Message message) {
        return message.outgoing().alimtalk() != null;
    }

    /** An SMS in half a minute is worth more than 알림톡 some time. */
    private boolean isTiredOfKakao(Message message) {
        return isByKakao(message)
                && clock.instant().isAfter(message.waitingSince().plus(KAKAO_PATIENCE));
    }

    private String sender(Message message) {
        return templates.office(message.about().officeId()).sender().digits();
    }

    private HandOver.Result tried(Lane lane, Message first, Choice.Chosen turn) {
        try {
            return handOver.of(first, lane, turn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HandOver.Result.Done(false);
        }
    }

    /** A definite "not now": another provider may have it at once, this one after a pause. */
    private void queuedAgain(Lane lane, HandOver.Result.Queued queued, String provider, String sender) {
        if (isTiredOfKakao(queued.stored())) {
            settle(
                    lane,
                    queued.stored(),
                    handOver.fallBack(queued.stored(), queued.why().reason()));
            return;
        }
        lanes.replaceFirst(lane, queued.stored());
        if (queued.why().slowDown()) {
            lanes.again(lane);
            return;
        }
        Duration grown = backOff.after(lane.failed());
        Duration asked = queued.why().pause();
        Duration pause = asked.compareTo(grown) > 0 ? asked : grown;
        lane.passOver(provider, pause);
        if (choice.hasOther(sender, queued.stored().outgoing(), lane::isPassedOver)) {
            lanes.again(lane);
        } else {
            lanes.later(lane, pause);
        }
    }

    private void settle(Lane lane, Message first, HandOver.Result result) {
        switch (result) {
            case HandOver.Result.Done done -> {
                if (done.accepted()) {
                    order.accepted(first.id());
                }
                lanes.done(lane);
            }
            case HandOver.Result.Changed changed -> {
                lanes.replaceFirst(lane, changed.stored());
                lanes.again(lane);
            }
            case HandOver.Result.Queued queued -> throw new IllegalStateException("queued again is settled before");
        }
    }

    /** A hand-over under way is let finish, so that a stop in order leaves nothing in doubt. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        sweep.close();
        long until = System.nanoTime() + settings.stopWithin().toNanos();
        for (Thread worker : workers) {
            try {
                worker.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        outOfPatience.set(true);
        lanes.close();
    }
}

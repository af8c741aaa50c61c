package kr.minwon.notification.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes queued messages to the provider: those of one lane in order and one at a time, a window of lanes at once. A
 * message is claimed in the store immediately before its only submit, so a crash leaves at most a window in doubt.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration PREDECESSOR_PAUSE = Duration.ofMillis(300);
    private static final int REMEMBERED = 10_000;

    private final Messages messages;
    private final Provider provider;
    private final UnaryOperator<String> openPhone;
    private final Templates templates;
    private final DispatchSettings settings;
    private final DispatchMeter meter;
    private final Clock clock;

    private final Map<String, Deque<Message>> lanes = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Deque<String> letGo = new ArrayDeque<>();
    private final Set<String> letGoSet = new HashSet<>();
    private final LinkedBlockingQueue<String> ready = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sms-timer").daemon().factory());
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean closing;
    private volatile int failures;

    /** @param openPhone opens a sealed phone number */
    public Dispatcher(
            Messages messages,
            Provider provider,
            UnaryOperator<String> openPhone,
            Templates templates,
            DispatchSettings settings,
            DispatchMeter meter,
            Clock clock) {
        this.messages = messages;
        this.provider = provider;
        this.openPhone = openPhone;
        this.templates = templates;
        this.settings = settings;
        this.meter = meter;
        this.clock = clock;
    }

    /** Declares what was being sent at the last stop unknown, then begins. Throws while the store is away. */
    public void start() {
        for (Message left : messages.leftSending()) {
            messages.become(left.id(), MessageState.UNKNOWN, null, "stopped while it was handed over");
            log.warn("{} is unknown: this instance stopped while it was handed over", left.id());
        }
        sweep(Duration.ZERO);
        for (int n = 0; n < settings.window(); n++) {
            workers.add(Thread.ofVirtual().name("sms-" + n).start(this::work));
        }
        timer.scheduleWithFixedDelay(
                this::sweepQuietly,
                settings.sweepEvery().toMillis(),
                settings.sweepEvery().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void sweepQuietly() {
        try {
            sweep(settings.sweepAge());
            meter.waiting(messages.countWaiting());
            meter.unknown(messages.countUnknown());
        } catch (RuntimeException e) {
            // The store is away; what waits stays where it is.
            log.warn("sweep of waiting messages: {}", e.toString());
        }
    }

    private void sweep(Duration atLeast) {
        messages.waiting(atLeast, settings.sweepBatch()).forEach(this::offer);
    }

    /** Takes a queued message into its lane; one that is known already is left alone. */
    public void offer(Message message) {
        synchronized (lanes) {
            if (closing || !known.add(message.id())) {
                return;
            }
            Deque<Message> lane = lanes.computeIfAbsent(message.lane(), name -> new ArrayDeque<>());
            lane.addLast(message);
            if (lane.size() == 1) {
                ready.add(message.lane());
            }
        }
    }

    private void work() {
        while (!closing) {
            try {
                String lane = ready.poll(200, TimeUnit.MILLISECONDS);
                if (lane != null) {
                    serve(lane);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(String lane) throws InterruptedException {
        Message head;
        synchronized (lanes) {
            Deque<Message> waiting = lanes.get(lane);
            if (waiting == null || waiting.isEmpty()) {
                return;
            }
            head = waiting.getFirst();
        }
        Duration pause;
        try {
            pause = attempt(head);
        } catch (RuntimeException e) {
            // Before the claim: the store is away. After it, the record of the outcome was retried until it stood.
            log.warn("{} waits: {}", head.id(), e.toString());
            pause = backOff();
        }
        if (pause.isZero()) {
            done(lane, head);
        } else {
            timer.schedule(() -> ready.add(lane), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Zero when the message is done with here, else how long to wait before the lane is served again. */
    private Duration attempt(Message message) throws InterruptedException {
        if (!provider.isReady()) {
            return backOff();
        }
        if (message.previous() != null && !hasLetGo(message.previous())) {
            return PREDECESSOR_PAUSE;
        }
        String phone = openPhone.apply(message.sealedPhone());
        String sender = templates.office(message.officeId()).sender();
        if (!messages.claim(message.id(), clock.instant())) {
            // Another instance has it, or it is done with.
            return Duration.ZERO;
        }
        Provider.Handover outcome =
                meter.traced(message, () -> provider.submit(message.id(), sender, phone, message.text()));
        return switch (outcome) {
            case Provider.Handover.Accepted accepted -> {
                Instant now = clock.instant();
                untilStored(() -> messages.accepted(message.id(), provider.name(), accepted.providerMessageId(), now));
                failures = 0;
                meter.handedOver(message, now);
                remember(message.id());
                yield Duration.ZERO;
            }
            case Provider.Handover.Refused refused -> {
                untilStored(() -> messages.become(message.id(), MessageState.FAILED, null, refused.reason())
                        .isPresent());
                meter.refused();
                log.warn("{} failed: {}", message.id(), refused.reason());
                yield Duration.ZERO;
            }
            case Provider.Handover.Busy busy -> {
                untilStored(() -> messages.putBack(message.id(), clock.instant()));
                meter.busy();
                Duration own = backOff();
                yield busy.pause().compareTo(own) > 0 ? busy.pause() : own;
            }
            case Provider.Handover.Unknown unknown -> {
                untilStored(() -> messages.become(message.id(), MessageState.UNKNOWN, null, unknown.reason())
                        .isPresent());
                meter.inDoubt();
                log.warn("{} is unknown: {}", message.id(), unknown.reason());
                yield Duration.ZERO;
            }
        };
    }

    private boolean hasLetGo(String previous) {
        synchronized (lanes) {
            if (letGoSet.contains(previous)) {
                return true;
            }
        }
        Optional<Message> before = messages.find(previous);
        // A predecessor that was never stored cannot be waited for.
        return before.map(message -> message.state().letsTheNextGo()).orElse(true);
    }

    private void remember(String id) {
        synchronized (lanes) {
            letGo.addLast(id);
            letGoSet.add(id);
            if (letGo.size() > REMEMBERED) {
                letGoSet.remove(letGo.removeFirst());
            }
        }
    }

    /** What happened at the provider has to be recorded, or the message would be in doubt for no reason. */
    private void untilStored(java.util.function.BooleanSupplier store) throws InterruptedException {
        for (long wait = 50; ; wait = Math.min(wait * 2, 2_000)) {
            try {
                if (!store.getAsBoolean()) {
                    log.info("a message had moved on before its hand-over was recorded");
                }
                return;
            } catch (RuntimeException e) {
                if (closing) {
                    throw e;
                }
                log.warn("the outcome of a hand-over is not recorded yet: {}", e.toString());
                Thread.sleep(wait);
            }
        }
    }

    private Duration backOff() {
        int exponent = Math.min(failures, 10);
        failures = exponent + 1;
        long longest = settings.longestBackOff().toMillis();
        long step = Math.min(longest, settings.firstBackOff().toMillis() << exponent);
        return Duration.ofMillis(step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
    }

    private void done(String lane, Message message) {
        synchronized (lanes) {
            known.remove(message.id());
            Deque<Message> waiting = lanes.get(lane);
            if (waiting == null) {
                return;
            }
            waiting.remove(message);
            if (waiting.isEmpty()) {
                lanes.remove(lane);
            } else {
                ready.add(lane);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        timer.shutdown();
        // A hand-over under way is let finish, so that a stop in order leaves nothing in doubt.
        for (Thread worker : workers) {
            try {
                worker.join(Duration.ofSeconds(12));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

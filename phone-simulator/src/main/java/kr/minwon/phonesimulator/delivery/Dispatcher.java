package kr.minwon.phonesimulator.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each delivery, once it is due, to a session of its system id, until it is acknowledged.
 *
 * <p>What nobody is bound for waits for the next bind. A delivery that fails is tried again, so an
 * ESME may get it twice, as from any SMSC.
 */
public final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private static final int OK = 0;
    private static final int PERMANENT_ERROR = 0x65;
    private static final int REFUSED = 0x66;
    private static final int IDLE_SECONDS = 1;

    /** A delivery and the clearing it came after: what is older than the last clearing is forgotten. */
    private record Due(Delivery delivery, int clearing) {}

    private record Lane(Receiver receiver, BlockingQueue<Due> queue) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Lane> lanes = new ArrayList<>();
    private final Queue<Due> parked = new ArrayDeque<>();
    private final AtomicInteger owed = new AtomicInteger();
    private final Acknowledgements acknowledgements;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final int window;
    private final Duration retry;
    private final AtomicInteger clearings = new AtomicInteger();

    /**
     * A dispatcher without sessions.
     *
     * @param window deliveries in flight to one session
     * @param retry pause before a delivery that failed is tried again
     */
    public Dispatcher(
            Acknowledgements acknowledgements,
            ScheduledExecutorService timer,
            Clock clock,
            int window,
            Duration retry) {
        this.acknowledgements = acknowledgements;
        this.timer = timer;
        this.clock = clock;
        this.window = window;
        this.retry = retry;
    }

    /** Sends this delivery when it is due. It must be on disk already. */
    public void schedule(Delivery delivery) {
        owed.incrementAndGet();
        later(new Due(delivery, clearings.get()), delivery.dueAt() - clock.millis());
    }

    /** How many are not acknowledged yet. */
    public int owed() {
        return owed.get();
    }

    /** A session was bound: it gets what waited for its system id. */
    public void opened(Receiver receiver) {
        Lane lane = new Lane(receiver, new LinkedBlockingQueue<>());
        lock.lock();
        try {
            lanes.add(lane);
            parked.removeIf(
                    due -> receiver.takes(due.delivery()) && lane.queue().add(due));
        } finally {
            lock.unlock();
        }
        for (int n = 0; n < window; n++) {
            Thread.ofVirtual().name("deliver-" + n).start(() -> work(lane));
        }
        if (!receiver.open()) {
            // it went between its bind and now, so its closing may already have been told
            closed(receiver);
        }
    }

    /** A session is gone: what it had not acknowledged waits for another. */
    public void closed(Receiver receiver) {
        List<Due> left = new ArrayList<>();
        lock.lock();
        try {
            lanes.stream()
                    .filter(lane -> lane.receiver().equals(receiver))
                    .forEach(lane -> lane.queue().drainTo(left));
            lanes.removeIf(lane -> lane.receiver().equals(receiver));
        } finally {
            lock.unlock();
        }
        left.forEach(this::offer);
    }

    /** Forgets everything that is owed, and last, so that a kill brings nothing back, what was acknowledged. */
    public void clear() {
        lock.lock();
        try {
            clearings.incrementAndGet();
            parked.clear();
            lanes.forEach(lane -> lane.queue().clear());
            owed.set(0);
        } finally {
            lock.unlock();
        }
        acknowledgements.clear();
    }

    private void later(Due due, long millis) {
        if (millis <= 0) {
            offer(due);
        } else {
            // what it returns only tells that it ran
            var unused = timer.schedule(() -> offer(due), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void offer(Due due) {
        lock.lock();
        try {
            if (forgotten(due)) {
                return;
            }
            lanes.stream()
                    .filter(lane -> lane.receiver().takes(due.delivery()))
                    .min(Comparator.comparingInt(lane -> lane.queue().size()))
                    .ifPresentOrElse(lane -> lane.queue().add(due), () -> parked.add(due));
        } finally {
            lock.unlock();
        }
    }

    private void work(Lane lane) {
        while (lane.receiver().open()) {
            try {
                Due due = lane.queue().poll(IDLE_SECONDS, TimeUnit.SECONDS);
                if (due != null && !forgotten(due)) {
                    deliver(lane.receiver(), due);
                }
            } catch (InterruptedException e) {
                // nobody interrupts these threads; were it to happen, the session goes on without this one
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void deliver(Receiver receiver, Due due) {
        Delivery delivery = due.delivery();
        try {
            int status = OK;
            for (int copy = 0; copy < delivery.copies(); copy++) {
                status = receiver.deliver(delivery);
            }
            if (status == OK || status == PERMANENT_ERROR || status == REFUSED) {
                settle(due, status);
                return;
            }
        } catch (Receiver.DeliveryFailed e) {
            log.debug("A deliver_sm was not acknowledged", e);
        } catch (RuntimeException e) {
            log.error("A deliver_sm could not be sent or its acknowledgement not be recorded", e);
        }
        later(due, receiver.open() ? retry.toMillis() : 0);
    }

    private void settle(Due due, int status) {
        acknowledgements.record(due.delivery(), status, clock.millis());
        if (!forgotten(due)) {
            owed.decrementAndGet();
        }
        due.delivery().settled().complete(status);
    }

    private boolean forgotten(Due due) {
        return due.clearing() != clearings.get();
    }
}

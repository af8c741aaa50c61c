package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.message.Message;

/**
 * The messages that wait in memory, by lane. A lane is in one place: ready, with whoever took it, or paused; so its
 * messages go one at a time. Lanes are taken in the order in which they became ready.
 */
final class Lanes implements AutoCloseable {
    private final int capacity;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Deque<Lane> ready = new ArrayDeque<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sms-pauses").daemon().factory());

    Lanes(int capacity) {
        this.capacity = capacity;
    }

    /** Takes a message to the end of its lane; false when there is no room. One that is known already stays as it is. */
    synchronized boolean offer(Message message) {
        if (known.contains(message.id())) {
            return true;
        }
        if (known.size() >= capacity) {
            return false;
        }
        known.add(message.id());
        Lane lane = lanes.computeIfAbsent(message.lane(), Lane::new);
        lane.waiting().addLast(message);
        if (lane.waiting().size() == 1) {
            ready.addLast(lane);
            notifyAll();
        }
        return true;
    }

    /** The next lane that is ready; it is the caller's until it is given back by one of the methods below. */
    synchronized Optional<Lane> take(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (ready.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        return Optional.of(ready.removeFirst());
    }

    synchronized Message first(Lane lane) {
        return lane.waiting().getFirst();
    }

    /** The first message is stored otherwise than it was thought. */
    synchronized void replaceFirst(Lane lane, Message stored) {
        lane.waiting().removeFirst();
        lane.waiting().addFirst(stored);
        lane.claimInDoubt(false);
    }

    /** Another message of the lane has to go before the first. */
    synchronized void putBefore(Lane lane, Message predecessor) {
        if (!known.add(predecessor.id())) {
            lane.waiting().removeIf(message -> message.id().equals(predecessor.id()));
        }
        lane.waiting().addFirst(predecessor);
        lane.reset();
    }

    /** Gives a lane back to be taken next. */
    synchronized void again(Lane lane) {
        ready.addFirst(lane);
        notifyAll();
    }

    /** Gives a lane back to be taken after a pause. */
    void later(Lane lane, Duration pause) {
        if (!timer.isShutdown()) {
            timer.schedule(() -> resume(lane), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void resume(Lane lane) {
        ready.addLast(lane);
        notifyAll();
    }

    /** The first message is done with; gives the lane back when more wait in it. */
    synchronized void done(Lane lane) {
        known.remove(lane.waiting().removeFirst().id());
        lane.reset();
        if (lane.waiting().isEmpty()) {
            lanes.remove(lane.name());
        } else {
            ready.addLast(lane);
            notifyAll();
        }
    }

    synchronized boolean knows(String id) {
        return known.contains(id);
    }

    synchronized int size() {
        return known.size();
    }

    synchronized int room() {
        return capacity - known.size();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

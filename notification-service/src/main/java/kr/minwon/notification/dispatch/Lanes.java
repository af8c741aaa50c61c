package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait in memory, by lane. A lane is in one place: ready, with whoever took it, or paused; so its
 * messages go one at a time. The lanes with the most urgent messages are taken first, within their limits, and those of one
 * urgency in the order in which they became ready; yet of those that are passed over again and again one is taken now and
 * then, so that none starves.
 */
final class Lanes implements AutoCloseable {
    /** One that is passed over so often is next. */
    private static final int MOST_PASSED_OVER = 15;

    /** With nothing that could be taken soon, and nobody to say so. */
    private static final long LONGEST_WAIT_MILLIS = 200;

    private final int capacity;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Urgency> known = new HashMap<>();
    private final Map<Urgency, Kind> kinds = new EnumMap<>(Urgency.class);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sms-pauses").daemon().factory());

    /** The lanes of one urgency that are ready. */
    private static final class Kind {
        private final Deque<Lane> ready = new ArrayDeque<>();
        private final Quota quota;
        private int size;
        private int passedOver;

        Kind(LaneSettings.Limit limit) {
            this.quota = new Quota(limit);
        }
    }

    /** @param capacity most messages of one urgency */
    Lanes(int capacity, LaneSettings settings) {
        this.capacity = capacity;
        for (Urgency urgency : Urgency.values()) {
            kinds.put(urgency, new Kind(settings.of(urgency)));
        }
    }

    private Kind kind(Urgency urgency) {
        return kinds.computeIfAbsent(urgency, none -> {
            throw new IllegalStateException("no lanes for " + none);
        });
    }

    /** Takes a message to the end of its lane; false when there is no room. One that is known already stays as it is. */
    synchronized boolean offer(Message message) {
        if (known.containsKey(message.id())) {
            return true;
        }
        if (room(message.urgency()) <= 0) {
            return false;
        }
        know(message);
        Lane lane = lanes.computeIfAbsent(message.lane(), Lane::new);
        lane.waiting().addLast(message);
        if (lane.waiting().size() == 1) {
            ready(lane, false);
        } else {
            hurry(lane);
        }
        return true;
    }

    /** A message that what is so urgent waits for, in another lane: it is taken in, room or not, and its lane hurries. */
    synchronized void hurry(Message predecessor, Urgency urgency) {
        Lane lane = lanes.computeIfAbsent(predecessor.lane(), Lane::new);
        lane.hurriedTo(urgency);
        if (known.containsKey(predecessor.id())) {
            hurry(lane);
            return;
        }
        know(predecessor);
        lane.waiting().addLast(predecessor);
        if (lane.waiting().size() == 1) {
            ready(lane, false);
        }
    }

    private void know(Message message) {
        if (known.put(message.id(), message.urgency()) == null) {
            kind(message.urgency()).size++;
        }
    }

    private void forget(Message message) {
        Urgency urgency = known.remove(message.id());
        if (urgency != null) {
            kind(urgency).size--;
        }
    }

    private void ready(Lane lane, boolean next) {
        Urgency urgency = lane.urgency();
        lane.readyAs(urgency);
        if (next) {
            kind(urgency).ready.addFirst(lane);
        } else {
            kind(urgency).ready.addLast(lane);
        }
        notifyAll();
    }

    /** Something more urgent waits behind: the whole lane is that urgent now. */
    private void hurry(Lane lane) {
        Urgency before = lane.readyAs();
        if (before != null && lane.urgency().compareTo(before) < 0) {
            kind(before).ready.remove(lane);
            ready(lane, false);
        }
    }

    /** The next lane that is ready; it is the caller's until it is given back by one of the methods below. */
    synchronized Optional<Lane> take(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            long now = System.nanoTime();
            Urgency next = next(now);
            if (next != null) {
                return Optional.of(taken(next, now));
            }
            long left = until - now;
            if (left <= 0) {
                return Optional.empty();
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, pause(now)));
        }
    }

    private @Nullable Urgency next(long now) {
        Urgency next = null;
        for (Map.Entry<Urgency, Kind> one : kinds.entrySet()) {
            Kind kind = one.getValue();
            if (!kind.ready.isEmpty()
                    && kind.quota.allows(now)
                    && (next == null || kind.passedOver >= MOST_PASSED_OVER)) {
                next = one.getKey();
            }
        }
        return next;
    }

    private Lane taken(Urgency urgency, long now) {
        kinds.forEach((other, kind) -> {
            boolean passes = other.compareTo(urgency) > 0 && !kind.ready.isEmpty();
            kind.passedOver = passes ? kind.passedOver + 1 : other == urgency ? 0 : kind.passedOver;
        });
        Kind kind = kind(urgency);
        kind.quota.taken(now);
        Lane lane = kind.ready.removeFirst();
        lane.readyAs(null);
        lane.takenAs(urgency);
        return lane;
    }

    private long pause(long now) {
        return kinds.values().stream()
                .filter(kind -> !kind.ready.isEmpty())
                .mapToLong(kind -> kind.quota.pause(now))
                .filter(pause -> pause > 0)
                .min()
                .orElse(TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS));
    }

    private void back(Lane lane) {
        kind(lane.takenAs()).quota.back();
    }

    /** How urgent it is with all that waits in it, or for it. */
    synchronized Urgency urgency(Lane lane) {
        return lane.urgency();
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
        if (known.containsKey(predecessor.id())) {
            lane.waiting().removeIf(message -> message.id().equals(predecessor.id()));
        }
        know(predecessor);
        lane.waiting().addFirst(predecessor);
        lane.reset();
    }

    /** Gives a lane back to be taken next. */
    synchronized void again(Lane lane) {
        back(lane);
        ready(lane, true);
    }

    /** Gives a lane back to be taken after a pause. */
    synchronized void later(Lane lane, Duration pause) {
        back(lane);
        notifyAll();
        if (!timer.isShutdown()) {
            timer.schedule(() -> resume(lane), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void resume(Lane lane) {
        ready(lane, false);
    }

    /** The first message is done with; gives the lane back when more wait in it. */
    synchronized void done(Lane lane) {
        back(lane);
        forget(lane.waiting().removeFirst());
        lane.reset();
        if (lane.waiting().isEmpty()) {
            lanes.remove(lane.name());
            notifyAll();
        } else {
            ready(lane, false);
        }
    }

    synchronized boolean knows(String id) {
        return known.containsKey(id);
    }

    /** How many messages of that urgency wait here. */
    synchronized int size(Urgency urgency) {
        return kind(urgency).size;
    }

    synchronized int room(Urgency urgency) {
        return capacity - kind(urgency).size;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

package kr.minwon.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The documents of one collection that have events on their way, and those whose acknowledged events are to be cleared.
 * A lane is forgotten only when nothing of it is in flight, so an answer from the broker always finds the lane it is for.
 */
final class Lanes {
    /** A document whose events never stop is cleared in part once so many are acknowledged. */
    private static final int CLEARED_AT_THE_LATEST = 32;

    private final long lingerNanos;
    private final Map<String, Lane> lanes = new HashMap<>();
    // In the order in which they fall due, since every one lingers as long.
    private final Map<String, Long> clearAt = new LinkedHashMap<>();

    Lanes(long lingerNanos) {
        this.lingerNanos = lingerNanos;
    }

    /**
     * What can be cleared of a document.
     *
     * @param prefix the sequence up to which all is acknowledged
     * @param whole whether nothing beyond it is known here
     */
    record Clearing(String id, long prefix, boolean whole) {}

    /** Takes in a document's pending events, lowest first; true when it has to be queued for sending. */
    synchronized boolean offer(String id, List<PendingEvent> events) {
        Lane lane = lanes.computeIfAbsent(id, key -> new Lane());
        boolean toQueue = lane.add(events);
        forgetWhenOver(id, lane);
        return toQueue;
    }

    /** The events to send now. */
    synchronized List<PendingEvent> take(String id) {
        Lane lane = lanes.get(id);
        return lane == null ? List.of() : lane.takeWaiting();
    }

    synchronized boolean hasFailed(String id) {
        Lane lane = lanes.get(id);
        return lane == null || lane.hasFailed();
    }

    synchronized void acknowledged(String id, long sequence, long now) {
        settle(id, lane -> lane.acknowledged(sequence), now + lingerNanos);
    }

    /** An event was not sent: what follows it here is left to the sweeper. */
    synchronized void failed(String id, long sequence, long now) {
        settle(id, lane -> lane.failed(sequence), now);
    }

    /** There is no room, or nobody to send to. */
    synchronized void giveUp(String id, long now) {
        settle(id, Lane::giveUpWaiting, now);
    }

    private void settle(String id, Consumer<Lane> step, long due) {
        Lane lane = lanes.get(id);
        if (lane == null) {
            return;
        }
        step.accept(lane);
        boolean clearable = lane.acknowledgedPrefix() > 0;
        if (clearable && (lane.isSettled() || lane.size() >= CLEARED_AT_THE_LATEST)) {
            clearAt.putIfAbsent(id, due);
        }
        forgetWhenOver(id, lane);
    }

    /** What falls due; a document with more on its way waits, so that all of it costs one write. */
    synchronized List<Clearing> due(long now) {
        List<Clearing> due = new ArrayList<>();
        Iterator<Map.Entry<String, Long>> all = clearAt.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Long> next = all.next();
            if (next.getValue() - now > 0) {
                continue;
            }
            all.remove();
            Lane lane = lanes.get(next.getKey());
            if (lane != null && (lane.isSettled() || lane.size() >= CLEARED_AT_THE_LATEST)) {
                long prefix = lane.acknowledgedPrefix();
                due.add(new Clearing(next.getKey(), prefix, lane.isSettled() && !lane.hasFailed()));
            }
        }
        return due;
    }

    /** Everything that can be cleared, due or not. */
    synchronized List<Clearing> all() {
        clearAt.replaceAll((id, due) -> Long.MIN_VALUE / 2);
        return due(0);
    }

    synchronized void cleared(List<Clearing> cleared) {
        for (Clearing one : cleared) {
            Lane lane = lanes.get(one.id());
            if (lane != null) {
                lane.cleared(one.prefix());
                forgetWhenOver(one.id(), lane);
            }
        }
    }

    /** The store did not take it: the sweeper sends these again, which is harmless. */
    synchronized void notCleared(List<Clearing> left) {
        for (Clearing one : left) {
            Lane lane = lanes.get(one.id());
            if (lane != null && lane.isSettled()) {
                lanes.remove(one.id());
                clearAt.remove(one.id());
            }
        }
    }

    private void forgetWhenOver(String id, Lane lane) {
        if (lane.isOver()) {
            lanes.remove(id);
        }
    }

    synchronized boolean isBusy(String id) {
        return lanes.containsKey(id);
    }

    synchronized int size() {
        return lanes.size();
    }
}

package kr.minwon.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The events of one document that are on their way, in order. Once one fails nothing after it is sent from here: the
 * sweeper starts again from the lowest that the document still holds. Guarded by {@link Lanes}.
 */
final class Lane {
    private enum State {
        WAITING,
        SENT,
        ACKNOWLEDGED,
        FAILED
    }

    private static final class Entry {
        private final PendingEvent event;
        private State state = State.WAITING;

        Entry(PendingEvent event) {
            this.event = event;
        }
    }

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private long last;
    private boolean queued;
    private boolean failed;

    /** Takes in what is newer than what it has; true when the lane has to be queued for sending. */
    boolean add(List<PendingEvent> events) {
        if (failed) {
            return false;
        }
        for (PendingEvent event : events) {
            if (event.sequence() > last) {
                entries.put(event.sequence(), new Entry(event));
                last = event.sequence();
            }
        }
        boolean toQueue = !queued && hasAny(State.WAITING);
        queued |= toQueue;
        return toQueue;
    }

    List<PendingEvent> takeWaiting() {
        queued = false;
        List<PendingEvent> taken = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.state == State.WAITING) {
                entry.state = State.SENT;
                taken.add(entry.event);
            }
        }
        return taken;
    }

    void acknowledged(long sequence) {
        mark(sequence, State.ACKNOWLEDGED);
    }

    void failed(long sequence) {
        mark(sequence, State.FAILED);
        giveUpWaiting();
    }

    /** What was not sent yet stays for the sweeper. */
    void giveUpWaiting() {
        failed = true;
        entries.values().removeIf(entry -> entry.state == State.WAITING);
    }

    private void mark(long sequence, State state) {
        Entry entry = entries.get(sequence);
        if (entry != null) {
            entry.state = state;
        }
    }

    boolean hasFailed() {
        return failed;
    }

    /** Nothing waits and nothing is in flight. */
    boolean isSettled() {
        return !hasAny(State.WAITING) && !hasAny(State.SENT);
    }

    private boolean hasAny(State state) {
        return entries.values().stream().anyMatch(entry -> entry.state == state);
    }

    /** The sequence up to which everything is acknowledged; 0 when the lowest is not. */
    long acknowledgedPrefix() {
        long prefix = 0;
        for (Entry entry : entries.values()) {
            if (entry.state != State.ACKNOWLEDGED) {
                break;
            }
            prefix = entry.event.sequence();
        }
        return prefix;
    }

    int size() {
        return entries.size();
    }

    void cleared(long prefix) {
        entries.headMap(prefix, true).clear();
    }

    /** Nothing will happen here any more. */
    boolean isOver() {
        return isSettled() && acknowledgedPrefix() == 0;
    }
}

package kr.minwon.outbox;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The events of one document that are on their way; guarded by itself. */
final class Lane {
    private enum State {
        WAITING,
        SENT,
        ACKNOWLEDGED,
        FAILED
    }

    private record Entry(PendingEvent event, State state) {}

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private boolean queued;

    /** Adds events; false when one that must go before them is not known here, so the document has to be read. */
    synchronized boolean add(List<PendingEvent> before, List<PendingEvent> events) {
        if (!before.stream().allMatch(event -> entries.containsKey(event.sequence()))) {
            return false;
        }
        addAll(events);
        return true;
    }

    synchronized void addAll(Collection<PendingEvent> events) {
        events.forEach(event -> entries.putIfAbsent(event.sequence(), new Entry(event, State.WAITING)));
    }

    /** Whether it has to be put into the queue now: once, until it is taken. */
    synchronized boolean enqueue() {
        boolean first = !queued;
        queued = true;
        return first;
    }

    synchronized List<PendingEvent> takeWaiting() {
        queued = false;
        List<PendingEvent> waiting = entries.values().stream()
                .filter(entry -> entry.state() == State.WAITING)
                .map(Entry::event)
                .toList();
        waiting.forEach(event -> mark(event, State.SENT));
        return waiting;
    }

    synchronized void acknowledged(PendingEvent event) {
        mark(event, State.ACKNOWLEDGED);
    }

    synchronized void failed(PendingEvent event) {
        mark(event, State.FAILED);
    }

    private void mark(PendingEvent event, State state) {
        entries.computeIfPresent(event.sequence(), (sequence, entry) -> new Entry(event, state));
    }

    /** The sequence up to which everything is acknowledged; 0 when the lowest is not. */
    synchronized long acknowledgedPrefix() {
        long prefix = 0;
        for (Entry entry : entries.values()) {
            if (entry.state() != State.ACKNOWLEDGED) {
                break;
            }
            prefix = entry.event().sequence();
        }
        return prefix;
    }

    synchronized long highest() {
        return entries.isEmpty() ? 0 : entries.lastKey();
    }

    synchronized void cleared(long prefix) {
        entries.headMap(prefix, true).clear();
    }

    /** Whether nothing more will happen here: empty, or stuck behind a failure that the sweeper takes up. */
    synchronized boolean isOver() {
        boolean moving = entries.values().stream()
                .anyMatch(entry -> entry.state() == State.WAITING || entry.state() == State.SENT);
        return !moving && acknowledgedPrefix() == 0;
    }
}

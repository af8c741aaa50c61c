package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Urgency;

/**
 * What waits in the store with one urgency and is not in this instance's memory. It is taken up in the order in which it was
 * stored, a bounded part at a time. While it has not caught up, new messages wait in the store too, so that they do not
 * overtake their like; those of another urgency know nothing of it.
 */
final class Backlog {
    private static final int PAGE = 500;

    private final Urgency urgency;
    private final Messages messages;
    private final Lanes lanes;
    private final DispatchSettings settings;
    private boolean caughtUp;
    private long turnedAway;

    Backlog(Urgency urgency, Messages messages, Lanes lanes, DispatchSettings settings) {
        this.urgency = urgency;
        this.messages = messages;
        this.lanes = lanes;
        this.settings = settings;
    }

    /** A new message: goes to its lane at once, or is found in the store in its turn. */
    synchronized void offer(Message message) {
        if (!caughtUp || !lanes.offer(message)) {
            caughtUp = false;
            turnedAway++;
        }
    }

    synchronized boolean isCaughtUp() {
        return caughtUp;
    }

    /** How long the oldest has waited. */
    Duration oldest(Instant now) {
        List<Messages.Waiting> oldest = messages.waiting(urgency, Instant.EPOCH, 1);
        Duration age = oldest.isEmpty()
                ? Duration.ZERO
                : Duration.between(oldest.getFirst().since(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Takes up what there is room for and what is not held any longer. */
    void sweep(Instant now) {
        // Half empty before it is filled again: each sweep passes over what is in memory already.
        if (!isCaughtUp() && lanes.room(urgency) * 2 < settings.capacity()) {
            return;
        }
        long turnedAwayBefore = turnedAway();
        Instant notAfter = isCaughtUp() ? now.minus(settings.sweepAge()) : Instant.MAX;
        Instant from = Instant.EPOCH;
        List<Messages.Waiting> page;
        do {
            page = messages.waiting(urgency, from, PAGE);
            if (!takeUp(page, notAfter, now)) {
                catchUp(false, turnedAwayBefore);
                return;
            }
            if (!page.isEmpty()) {
                Instant last = page.getLast().since();
                // A page of one moment only: go past it, what is left of it comes first the next time.
                from = last.equals(from) ? last.plusMillis(1) : last;
            }
        } while (page.size() == PAGE && !from.isAfter(notAfter));
        catchUp(true, turnedAwayBefore);
    }

    /** False when there is no room for more. */
    private boolean takeUp(List<Messages.Waiting> page, Instant notAfter, Instant now) {
        List<String> ids = page.stream()
                .filter(one -> !one.since().isAfter(notAfter))
                .map(Messages.Waiting::id)
                .filter(id -> !lanes.knows(id))
                .toList();
        if (ids.isEmpty()) {
            return true;
        }
        if (lanes.room(urgency) <= 0) {
            return false;
        }
        List<Message> found = new ArrayList<>(messages.findAll(ids));
        found.removeIf(message -> message.state() != MessageState.QUEUED || message.isHeldAt(now));
        found.sort(Comparator.comparing(Message::waitingSince)
                .thenComparing(Message::queuedAt)
                .thenComparing(Message::id));
        return found.stream().allMatch(lanes::offer);
    }

    private synchronized long turnedAway() {
        return turnedAway;
    }

    private synchronized void catchUp(boolean reachedTheEnd, long turnedAwayBefore) {
        caughtUp = reachedTheEnd && turnedAway == turnedAwayBefore;
    }
}

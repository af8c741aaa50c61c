package kr.minwon.routing.workitem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Placement;
import kr.minwon.routing.office.Policy;

/** Counts the clocks of one office's items, and writes what happens to them into their ledgers. */
public record Counting(StatutoryClocks clocks, Office office) {
    StatutoryClock start(Placement placement, Instant acceptedAt) {
        return clocks.start(office, placement, acceptedAt);
    }

    StatutoryClock untilAccepted(Placement placement, Instant submittedAt) {
        return clocks.untilAccepted(office, placement, submittedAt);
    }

    /** The clock of an item if that happened to it. */
    StatutoryClock after(WorkItem item, ClockEntry entry) {
        return clocks.recount(
                office, item.petition(), item.clock(), item.clock().state().after(entry));
    }

    /** When an item's clock is over by this office's calendar. */
    Instant dueAt(WorkItem item) {
        return clocks.dueAt(office, item.petition(), item.clock());
    }

    /** The reminder that comes next after a moment. */
    Optional<Reminder> nextReminder(StatutoryClock clock, Instant after) {
        return clocks.nextReminder(office, clock, after);
    }

    /** The last one that has come at a moment. */
    Optional<Reminder> lastReminder(StatutoryClock clock, Instant at) {
        return clocks.lastReminder(office, clock, at);
    }

    /** The last day to object to what was told at a moment; the day of the notice is not counted (민법 제157조). */
    LocalDate objectionUntil(Instant toldAt) {
        return workingDayFrom(SeoulTime.local(toldAt).toLocalDate().plusDays(ClockMoves.OBJECTION_DAYS));
    }

    /** A day, or the next on which the office works. */
    LocalDate workingDayFrom(LocalDate day) {
        return clocks.workingDayFrom(office, day);
    }

    /** The policy that a clock was set under. */
    Policy policy(StatutoryClock clock) {
        return clocks.policy(office, clock);
    }

    /** When the resident is told how a case stands, by the policy that its clock was set under. */
    ProgressNotices progress(StatutoryClock clock, Instant from) {
        return ProgressNotices.of(from, policy(clock).notices().progressEveryDays());
    }

    /** Working time by the hours of the day it begins on. */
    Duration working(Instant from, Instant to) {
        return clocks.working(office, office.policyOn(SeoulTime.local(from).toLocalDate()), from, to);
    }

    private Duration left(StatutoryClock clock, Instant at) {
        return clocks.working(office, policy(clock), at, clock.dueAt());
    }

    /**
     * Puts what happened to the clock into a draft.
     *
     * @param recount whether the deadline follows from it; a clock that stands or ends keeps its last one
     */
    void put(
            WorkItemDraft draft,
            WorkItem before,
            ClockEntry entry,
            String what,
            String by,
            String note,
            String article,
            boolean recount) {
        StatutoryClock old = before.clock();
        StatutoryClock next =
                recount ? after(before, entry) : old.with(old.state().after(entry));
        draft.clock = next;
        boolean runs = draft.status.isOpen() || draft.status == WorkStatus.FILED;
        draft.reminder = runs && next.state().pause() == null
                ? clocks.nextReminder(office, next, entry.at()).orElse(null)
                : null;
        draft.ledger = draft.ledger.with(new Ledger.Entry(
                entry.at(),
                what,
                by,
                note,
                new ClockChange(
                        entry, article, old.dueAt(), next.dueAt(), left(old, entry.at()), left(next, entry.at()))));
    }
}

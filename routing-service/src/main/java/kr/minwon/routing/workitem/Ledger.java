package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a work item and its clock, oldest first. Bounded: older entries move to pages of their own.
 *
 * @param pages how many pages were split off
 */
public record Ledger(List<Entry> entries, int pages) {
    /** Most entries a work item keeps itself. */
    static final int MOST = 200;

    private static final int PAGE = 100;

    /**
     * One thing that happened.
     *
     * @param what {@code started}, {@code claimed}, {@code given}, {@code moved}, {@code closed}, {@code paused},
     *     {@code resumed}, {@code suspended}, {@code extended}, {@code proposed}, {@code declined}, {@code recomputed},
     *     {@code reminded}, {@code filed}, {@code progress}, {@code reopened}, {@code continued}, {@code sentAway}, {@code pressed},
     *     {@code objectionMoved}
     * @param by {@code system}, or the staff member's id
     * @param note a Korean sentence
     * @param change what it did to the clock; null when it did nothing to it
     */
    public record Entry(
            Instant at,
            String what,
            String by,
            String note,
            @Nullable ClockChange change) {
        /** An entry that does nothing to the clock. */
        static Entry of(Instant at, String what, String by, String note) {
            return new Entry(at, what, by, note, null);
        }
    }

    /** Entries that were split off, by the number of their page. */
    public record Page(int number, List<Entry> entries) {}

    public Ledger {
        entries = List.copyOf(entries);
    }

    /** A ledger that begins with these. */
    static Ledger begin(List<Entry> first) {
        return new Ledger(first, 0);
    }

    Ledger with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Ledger(more, pages);
    }

    /** What no longer fits: the same until it is split off. */
    public Optional<Page> overflow() {
        return entries.size() <= MOST ? Optional.empty() : Optional.of(new Page(pages + 1, entries.subList(0, PAGE)));
    }

    /** The ledger without its overflow, which a page holds by now. */
    public Ledger bounded() {
        return entries.size() <= MOST ? this : new Ledger(entries.subList(PAGE, entries.size()), pages + 1);
    }
}

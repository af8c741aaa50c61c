package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened, oldest first. A document stays bounded: over {@value Limits#TIMELINE} entries the oldest
 * {@value Limits#TIMELINE_PAGE} become a page of their own. Since entries are only ever appended, a page's content
 * follows from its number, and writing it twice writes the same.
 *
 * @param pages how many pages lie before {@code entries}
 */
public record Timeline(int pages, List<Entry> entries) {
    /** The timeline of a complaint that nothing has happened to. */
    public static final Timeline EMPTY = new Timeline(0, List.of());

    /**
     * One thing that happened.
     *
     * @param step stable name, such as {@code assigned}
     * @param text a Korean sentence
     * @param staffOnly whether residents do not see it
     */
    public record Entry(Instant at, String step, String text, boolean staffOnly) {}

    /**
     * Entries that no longer fit.
     *
     * @param number from 1
     */
    public record Page(int number, List<Entry> entries) {}

    public Timeline {
        entries = List.copyOf(entries);
    }

    /** With one more entry at the end. */
    public Timeline plus(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Timeline(pages, more);
    }

    /** The page to be written before this timeline is, when it has grown too long. */
    public Optional<Page> overflow() {
        return entries.size() > Limits.TIMELINE
                ? Optional.of(new Page(pages + 1, entries.subList(0, Limits.TIMELINE_PAGE)))
                : Optional.empty();
    }

    /** What remains once {@link #overflow()} is written. */
    public Timeline bounded() {
        return overflow().isEmpty()
                ? this
                : new Timeline(pages + 1, entries.subList(Limits.TIMELINE_PAGE, entries.size()));
    }
}

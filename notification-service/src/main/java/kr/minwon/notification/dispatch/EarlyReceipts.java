package kr.minwon.notification.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receipts that were acknowledged before their text was known, stored so that no stop loses one. */
public interface EarlyReceipts {
    /**
     * Stores one; the same again does nothing.
     *
     * @param since when it came
     * @throws RuntimeException when the store is away: it must not be acknowledged then
     */
    void keep(Receipts.Notice notice, Instant since);

    /** Forgets one; false when it is forgotten already. */
    boolean forget(Receipts.Notice notice);

    /** How many there are; counts no further than {@code most}. */
    int count(int most);

    /** A page of those that came before a moment, the oldest first. */
    Page before(Instant moment, @Nullable String cursor, int most);

    /**
     * One that waits.
     *
     * @param since when it came
     */
    record Early(Receipts.Notice notice, Instant since) {}

    /**
     * A page.
     *
     * @param next where the next begins; null at the end
     */
    record Page(List<Early> items, @Nullable String next) {}
}

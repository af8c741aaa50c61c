package kr.minwon.routing.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The work items. */
public interface WorkItems {
    /** The item of a receipt number ({@code YYMM-DDDD-DDDC}) of an office. */
    Optional<WorkItem> find(String officeId, String receiptNumber);

    /** Decides and stores until nobody else came between; the item is one that was found. */
    Move change(String complaintId, Function<WorkItem, Move> decide);

    /** Everything that happened to an item, oldest first, also what its own document no longer holds. */
    List<Ledger.Entry> ledger(WorkItem item);

    /**
     * Items that are not over and due at a moment or later, by their deadlines.
     *
     * @param latestFirst in which direction: where an item moves to must be behind who goes through them
     * @param after the end of the stretch before; null for the first
     */
    Stretch stretch(
            String officeId, boolean latestFirst, Standing standing, Instant dueFrom, @Nullable String after, int most);

    /**
     * Some items in a row.
     *
     * @param end where the next stretch begins; null when there is none
     */
    record Stretch(List<WorkItem> items, @Nullable String end) {}

    /**
     * The ids of an office's items that may be objected to until a day, in their order.
     *
     * @param after the last one that was looked at; null for the first
     */
    List<String> objectionsUntil(String officeId, LocalDate lastDay, @Nullable String after, int most);

    /** The items that were closed last, the last first. */
    List<WorkItem> lastClosed(String officeId, int most);

    /** Open items whose clock runs and whose deadline passed before a moment, the oldest first. */
    List<OverdueReport.Late> openAndLate(String officeId, Instant dueBefore, int most);

    /** How often items were closed after their deadline since a moment, also those that were opened again; most items. */
    List<OverdueReport.Late> closedLate(String officeId, Instant closedFrom, int most);

    /** The ids of items of whichever office that staff are to be reminded of by now, the oldest first. */
    List<String> toRemindOf(Instant now, int most);

    /** The ids of items of whichever office whose residents are to be told how they stand by now, the oldest first. */
    List<String> toTellProgressOf(Instant now, int most);

    /** A page of a view, by one indexed query. */
    QueueQuery.Page page(QueueQuery query);

    /** How many items of each department are in a view; counts at most so many. */
    Map<String, Long> countByDepartment(QueueQuery query);

    /** When the oldest of each department's unassigned items was accepted, among so many of the most urgent. */
    Map<String, Instant> oldestUnassigned(String officeId, int among);
}

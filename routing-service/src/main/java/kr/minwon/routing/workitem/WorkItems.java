package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The work items. */
public interface WorkItems {
    /** The item of a receipt number ({@code YYMM-DDDD-DDDC}) of an office. */
    Optional<WorkItem> find(String officeId, String receiptNumber);

    /** Decides and stores until nobody else came between; the item is one that was found. */
    Move change(String complaintId, Function<WorkItem, Move> decide);

    /** Everything that happened to an item, oldest first, also what its own document no longer holds. */
    List<Ledger.Entry> ledger(WorkItem item);

    /** A page of a view, by one indexed query. */
    QueueQuery.Page page(QueueQuery query);

    /** How many items of each department are in a view; counts at most so many. */
    Map<String, Long> countByDepartment(QueueQuery query);

    /** When the oldest of each department's unassigned items was accepted, among so many of the most urgent. */
    Map<String, Instant> oldestUnassigned(String officeId, int among);
}

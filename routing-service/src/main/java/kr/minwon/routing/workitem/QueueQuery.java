package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a view.
 *
 * @param departmentId whose items; null for the whole office
 * @param officerId who asks, for {@link QueueView#MINE}
 * @param now what is due before is overdue
 * @param soon what is due until then is due soon
 * @param after where the page before ended; null for the first
 * @param limit most items
 */
public record QueueQuery(
        String officeId,
        @Nullable String departmentId,
        QueueView view,
        String officerId,
        Instant now,
        Instant soon,
        @Nullable String after,
        int limit) {
    /**
     * A page.
     *
     * @param next where it ended; null when there is no more
     */
    public record Page(List<QueueItem> items, @Nullable String next) {}
}

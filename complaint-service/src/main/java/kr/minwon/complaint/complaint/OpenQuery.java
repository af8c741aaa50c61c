package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.Set;

/**
 * Which complaints that everyone may read are asked for.
 *
 * @param until not included
 * @param categories all when empty
 * @param statuses all when empty
 * @param skip how many of the latest are passed over; with {@code most} at most {@value Limits#OPEN_ROWS}
 */
public record OpenQuery(
        String officeId,
        Instant from,
        Instant until,
        Set<String> categories,
        Set<ComplaintStatus> statuses,
        int skip,
        int most) {
    public OpenQuery {
        categories = Set.copyOf(categories);
        statuses = Set.copyOf(statuses);
        if (skip < 0 || most < 1 || (long) skip + most > Limits.OPEN_ROWS) {
            throw new IllegalArgumentException("not within the first " + Limits.OPEN_ROWS);
        }
    }
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which complaints that everyone may read are asked for.
 *
 * @param until not included
 * @param categories all when empty
 * @param statuses all when empty, but never withdrawn: what was taken back is no longer for everyone
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
        statuses = (statuses.isEmpty() ? Arrays.stream(ComplaintStatus.values()) : statuses.stream())
                .filter(status -> status != ComplaintStatus.WITHDRAWN)
                .collect(Collectors.toUnmodifiableSet());
        if (skip < 0 || most < 1 || (long) skip + most > Limits.OPEN_ROWS) {
            throw new IllegalArgumentException("not within the first " + Limits.OPEN_ROWS);
        }
    }
}

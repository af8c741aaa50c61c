package kr.minwon.complaint.complaint.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.ComplaintStatus;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.OpenQuery;
import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Reads what a list that everyone may read is asked for, and says everything that is wrong with it at once. */
final class PublicQueries {
    private static final Duration MOST = Duration.ofDays(Limits.OPEN_DAYS);

    private final Categories categories;
    private final Clock clock;
    private final FieldErrors errors = new FieldErrors();

    PublicQueries(Categories categories, Clock clock) {
        this.categories = categories;
        this.clock = clock;
    }

    /** @throws kr.minwon.problems.InvalidFieldsException naming each parameter */
    OpenQuery of(
            String officeId,
            List<String> codes,
            @Nullable String from,
            @Nullable String until,
            @Nullable String open,
            int offset,
            int limit) {
        Instant end = moment("until", until);
        Instant begin = moment("from", from);
        if (end == null) {
            end = begin == null ? clock.instant().plusMillis(1) : begin.plus(MOST);
        }
        if (begin == null) {
            begin = end.minus(MOST);
        }
        // A day over: whoever names the last day, or the last second, means all of it.
        if (Duration.between(begin, end).compareTo(MOST.plusDays(1)) > 0) {
            errors.add("from", "too-many-days", Limits.OPEN_DAYS);
        }
        codes.stream()
                .filter(code -> !categories.knows(code))
                .findFirst()
                .ifPresent(code -> errors.add("category", "unknown-category", String.join(", ", categories.codes())));
        Set<ComplaintStatus> statuses = statuses(open);
        if (offset < 0 || limit < 1 || (long) offset + limit > Limits.OPEN_ROWS) {
            errors.add("limit", "too-many-rows", Limits.OPEN_ROWS);
        }
        errors.throwIfAny();
        return new OpenQuery(officeId, begin, end, Set.copyOf(codes), statuses, offset, limit);
    }

    private Set<ComplaintStatus> statuses(@Nullable String open) {
        if (open == null || open.isEmpty()) {
            return Set.of();
        }
        if (!open.equals("true") && !open.equals("false")) {
            errors.add("open", "unknown-openness");
        }
        return Arrays.stream(ComplaintStatus.values())
                .filter(status -> status.isOpen() == open.equals("true"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable Instant moment(String field, @Nullable String iso) {
        if (iso == null || iso.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime moment = OffsetDateTime.parse(iso);
            if (moment.getYear() >= 1 && moment.getYear() <= 9998) {
                return moment.toInstant();
            }
        } catch (DateTimeException noMoment) {
            // Said below.
        }
        errors.add(field, "moment");
        return null;
    }
}

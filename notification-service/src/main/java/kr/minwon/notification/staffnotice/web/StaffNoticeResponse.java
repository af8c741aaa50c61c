package kr.minwon.notification.staffnotice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.staffnotice.StaffNotice;
import org.jspecify.annotations.Nullable;

/**
 * A notice as staff see it; times are ISO-8601 in Seoul.
 *
 * @param key for {@code upTo} of what was seen
 * @param kind {@code half} {@code dueSoon} {@code due} {@code overdue} {@code acceptance}
 * @param officerId who is responsible; absent for nobody
 * @param seen whether the caller has seen it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffNoticeResponse(
        String noticeId,
        String key,
        String receiptNumber,
        @Nullable String title,
        String kind,
        String dueAt,
        int workingDaysLate,
        String departmentId,
        @Nullable String officerId,
        String remindedAt,
        boolean seen) {
    static StaffNoticeResponse of(StaffNotice notice, @Nullable String seenUpTo) {
        return new StaffNoticeResponse(
                notice.id(),
                notice.key(),
                notice.about().receiptNumber(),
                notice.title(),
                notice.kind().wireName(),
                SeoulTime.seconds(notice.dueAt()),
                notice.workingDaysLate(),
                notice.departmentId(),
                notice.officerId(),
                SeoulTime.seconds(notice.remindedAt()),
                seenUpTo != null && notice.key().compareTo(seenUpTo) <= 0);
    }
}

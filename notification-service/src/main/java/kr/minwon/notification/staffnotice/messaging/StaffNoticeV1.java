package kr.minwon.notification.staffnotice.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import kr.minwon.notification.message.About;
import kr.minwon.notification.staffnotice.NoticeKind;
import kr.minwon.notification.staffnotice.StaffNotice;
import org.jspecify.annotations.Nullable;

/** The fields of {@code routing.staff-notice.v1} that this service reads, and no others. */
record StaffNoticeV1(
        @Nullable String complaintId,
        @Nullable String officeId,
        @Nullable String receiptNumber,
        @Nullable String kind,
        @Nullable OffsetDateTime dueAt,
        @Nullable Integer workingDaysLate,
        @Nullable DepartmentV1 department,
        @Nullable OffsetDateTime remindedAt,
        @Nullable OfficerV1 officer,
        @Nullable String title) {
    static final String TYPE = "routing.staff-notice.v1";

    record DepartmentV1(@Nullable String id) {}

    record OfficerV1(@Nullable String id) {}

    /**
     * What it says.
     *
     * @throws IllegalArgumentException when a field is missing or says what none may
     */
    StaffNotice notice(long sequence, Instant now) {
        return new StaffNotice(
                new About(present(complaintId), present(officeId), present(receiptNumber)),
                sequence,
                NoticeKind.of(present(kind)),
                title,
                present(dueAt).toInstant(),
                present(workingDaysLate),
                present(present(department).id()),
                officer == null ? null : present(officer.id()),
                present(remindedAt).toInstant(),
                now);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }
}

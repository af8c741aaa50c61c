package kr.minwon.notification.message.messaging;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The fields of complaint events that this service reads, and no others. */
final class ComplaintEvents {
    private ComplaintEvents() {}

    record SubmittedV1(
            String complaintId,
            String officeId,
            String receiptNumber,
            ReporterV1 reporter,
            boolean smsConsent,
            OffsetDateTime submittedAt) {}

    record ReporterV1(String phone) {}

    record DepartmentV1(String id, String name, String contact) {}

    record OfficerV1(String name) {}

    record AssignedV1(DepartmentV1 department, OffsetDateTime dueAt, OffsetDateTime assignedAt) {}

    record AnsweredV1(
            String outcome,
            DepartmentV1 department,
            @Nullable OfficerV1 officer,
            OffsetDateTime answeredAt) {}

    record WithdrawnV1(OffsetDateTime withdrawnAt) {}
}

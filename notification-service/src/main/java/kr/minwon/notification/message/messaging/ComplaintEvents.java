package kr.minwon.notification.message.messaging;

import org.jspecify.annotations.Nullable;

/** The fields of complaint events that this service reads, and no others. */
final class ComplaintEvents {
    private ComplaintEvents() {}

    record SubmittedV1(
            @Nullable String complaintId,
            @Nullable String officeId,
            @Nullable String receiptNumber,
            @Nullable ReporterV1 reporter,
            @Nullable Boolean smsConsent,
            @Nullable String status,
            @Nullable String submittedAt,
            @Nullable String language,
            @Nullable String channel,
            @Nullable String link) {}

    record ReporterV1(@Nullable String phone, @Nullable String contactId) {}

    record DepartmentV1(
            @Nullable String id,
            @Nullable String name,
            @Nullable String contact) {}

    record OfficerV1(@Nullable String id, @Nullable String name) {}

    record StartedV1(@Nullable OfficerV1 officer, @Nullable String startedAt) {}

    record AssignedV1(
            @Nullable DepartmentV1 department,
            @Nullable String dueAt,
            @Nullable String assignedAt) {}

    record AnsweredV1(
            @Nullable String outcome,
            @Nullable DepartmentV1 department,
            @Nullable OfficerV1 officer,
            @Nullable String answeredAt) {}

    record WithdrawnV1(@Nullable String withdrawnAt) {}

    record SupplementRequestedV1(
            @Nullable Integer supplement,
            @Nullable String request,
            @Nullable String answerBy,
            @Nullable DepartmentV1 department,
            @Nullable OfficerV1 officer,
            @Nullable String requestedAt,
            @Nullable String link) {}

    record SupplementedV1(
            @Nullable Integer supplement,
            @Nullable DepartmentV1 department,
            @Nullable String suppliedAt) {}

    record DeadlineChangedV1(
            @Nullable String reason,
            @Nullable String dueAt,
            @Nullable DepartmentV1 department,
            @Nullable String changedAt,
            @Nullable String cause) {}

    record AcceptedV1(@Nullable String acceptedAt) {}

    record ChangedV1(@Nullable Integer change, @Nullable String changedAt) {}

    record ProgressV1(
            @Nullable Integer progress,
            @Nullable DepartmentV1 department,
            @Nullable OfficerV1 officer,
            @Nullable String dueAt,
            @Nullable String reportedAt) {}

    record MergedV1(
            @Nullable String reason,
            @Nullable DepartmentV1 department,
            @Nullable OfficerV1 officer,
            @Nullable String mergedAt) {}

    record ContinuedV1(
            @Nullable DepartmentV1 department, @Nullable String continuedAt) {}

    record ClosedV1(
            @Nullable String reason,
            @Nullable String explanation,
            @Nullable DepartmentV1 department,
            @Nullable OfficerV1 officer,
            @Nullable String closedAt) {}

    record TextedV1(@Nullable String replyId, @Nullable String refusal) {}

    record ExtendedV1(
            @Nullable Integer extension,
            @Nullable String reason,
            @Nullable String dueAt,
            @Nullable DepartmentV1 department,
            @Nullable OfficerV1 officer,
            @Nullable String extendedAt) {}

    record ConsentRequestedV1(
            @Nullable Integer extension,
            @Nullable String reason,
            @Nullable String dueAt,
            @Nullable DepartmentV1 department,
            @Nullable OfficerV1 officer,
            @Nullable String requestedAt,
            @Nullable String link) {}

    record ReturnedV1(
            @Nullable String reason,
            @Nullable DepartmentV1 department,
            @Nullable OfficerV1 officer,
            @Nullable String returnedAt) {}

    record TransferredV1(
            @Nullable String agency,
            @Nullable String reason,
            @Nullable DepartmentV1 department,
            @Nullable String transferredAt) {}
}

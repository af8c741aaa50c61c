package kr.minwon.complaint.complaint.messaging;

import java.util.List;
import kr.minwon.complaint.complaint.messaging.RoutingAssignedV1.DepartmentV1;
import kr.minwon.complaint.complaint.messaging.RoutingClaimedV1.OfficerV1;
import org.jspecify.annotations.Nullable;

/** What is read of {@code routing.deadline-changed.v1}. */
record RoutingDeadlineChangedV1(
        @Nullable String cause,
        @Nullable Integer extension,
        @Nullable String reason,
        @Nullable String dueAt,
        @Nullable String period,
        @Nullable List<String> steps,
        @Nullable DepartmentV1 department,
        @Nullable OfficerV1 officer,
        @Nullable String changedAt,
        @Nullable Boolean tell) {}

package kr.minwon.complaint.complaint.messaging;

import kr.minwon.complaint.complaint.messaging.RoutingAssignedV1.DepartmentV1;
import kr.minwon.complaint.complaint.messaging.RoutingClaimedV1.OfficerV1;
import org.jspecify.annotations.Nullable;

/** What is read of {@code routing.progress-due.v1}. */
record RoutingProgressDueV1(
        @Nullable Integer progress,
        @Nullable DepartmentV1 department,
        @Nullable OfficerV1 officer,
        @Nullable String dueAt,
        @Nullable String progressAt) {}

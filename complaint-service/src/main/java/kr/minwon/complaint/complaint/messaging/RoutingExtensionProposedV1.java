package kr.minwon.complaint.complaint.messaging;

import kr.minwon.complaint.complaint.messaging.RoutingAssignedV1.DepartmentV1;
import kr.minwon.complaint.complaint.messaging.RoutingClaimedV1.OfficerV1;
import org.jspecify.annotations.Nullable;

/** What is read of {@code routing.extension-proposed.v1}. */
record RoutingExtensionProposedV1(
        @Nullable Integer extension,
        @Nullable String reason,
        @Nullable String dueAt,
        @Nullable DepartmentV1 department,
        @Nullable OfficerV1 officer,
        @Nullable String proposedAt) {}

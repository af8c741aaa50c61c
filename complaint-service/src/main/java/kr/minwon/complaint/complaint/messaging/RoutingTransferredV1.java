package kr.minwon.complaint.complaint.messaging;

import kr.minwon.complaint.complaint.messaging.RoutingAssignedV1.DepartmentV1;
import org.jspecify.annotations.Nullable;

/** What is read of {@code routing.transferred.v1}. */
record RoutingTransferredV1(
        @Nullable String agency,
        @Nullable String reason,
        @Nullable DepartmentV1 department,
        @Nullable String transferredAt) {}

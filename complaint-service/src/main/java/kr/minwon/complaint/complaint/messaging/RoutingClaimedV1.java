package kr.minwon.complaint.complaint.messaging;

import kr.minwon.complaint.complaint.messaging.RoutingAssignedV1.DepartmentV1;
import org.jspecify.annotations.Nullable;

/** What is read of {@code routing.claimed.v1}. */
record RoutingClaimedV1(
        @Nullable DepartmentV1 department,
        @Nullable OfficerV1 officer,
        @Nullable String claimedAt) {
    /** The officer in routing's events. */
    record OfficerV1(@Nullable String id, @Nullable String name) {}
}

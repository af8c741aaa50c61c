package kr.minwon.complaint.complaint.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of {@code routing.assigned.v1}. */
record RoutingAssignedV1(
        @Nullable DepartmentV1 department,
        @Nullable String dueAt,
        @Nullable String period,
        @Nullable String petitionKind,
        @Nullable List<String> steps,
        @Nullable String assignedAt,
        int assignment) {
    /** The department in routing's events. */
    record DepartmentV1(
            @Nullable String id,
            @Nullable String name,
            @Nullable String contact) {}
}

package kr.minwon.routing.workitem;

import java.time.Instant;
import kr.minwon.routing.office.Department;

/** What others are told of a work item. */
public sealed interface RoutingEvent {
    /** The item after it happened. */
    WorkItem item();

    /** It has a department and a deadline; again, with the next number, for each other department. */
    record WorkAssigned(WorkItem item, Department department, Instant at, String by) implements RoutingEvent {}

    /** An officer became responsible. */
    record WorkClaimed(WorkItem item, Department department, Officer officer, Instant at, String by)
            implements RoutingEvent {}
}

package kr.minwon.routing.workitem;

import java.time.Instant;
import java.time.LocalDate;
import kr.minwon.routing.office.Department;
import org.jspecify.annotations.Nullable;

/** What others are told of a work item. */
public sealed interface RoutingEvent {
    /** The item after it happened. */
    WorkItem item();

    /** It has a department and a deadline; again, with the next number, for each other department. */
    record WorkAssigned(WorkItem item, Department department, Instant at, String by) implements RoutingEvent {}

    /** An officer became responsible. */
    record WorkClaimed(WorkItem item, Department department, Officer officer, Instant at, String by)
            implements RoutingEvent {}

    /**
     * The clock has another deadline.
     *
     * @param cause {@code extended}, {@code suspended}, {@code resumed} or {@code recomputed}
     * @param reason why, a Korean sentence
     * @param officer who decided; null for the system
     * @param tell whether the resident is to hear of it by a text
     */
    record DeadlineChanged(
            WorkItem item,
            Department department,
            ClockEntry.Kind cause,
            String reason,
            @Nullable Officer officer,
            Instant at,
            boolean tell)
            implements RoutingEvent {}

    /** Staff have to be reminded of it. */
    record StaffReminded(WorkItem item, Department department, Reminder reminder, Instant at) implements RoutingEvent {}

    /**
     * The resident has to be told how it stands (민원처리법 시행령 제23조).
     *
     * @param number 1 for the first notice
     */
    record ProgressDue(WorkItem item, Department department, int number, Instant at) implements RoutingEvent {}

    /**
     * A refused statutory petition may be objected to (민원처리법 제35조).
     *
     * @param answer the refusal, from 1
     * @param lastDay the last day to object
     */
    record ObjectionTerm(WorkItem item, Department department, int answer, LocalDate lastDay, Instant at)
            implements RoutingEvent {}

    /** The resident has to be asked for a further extension. */
    record ExtensionProposed(WorkItem item, Department department, Proposal proposal) implements RoutingEvent {}

    /** Another office has it now. */
    record WorkSentAway(WorkItem item, Department department, String agency, String reason, Instant at, String by)
            implements RoutingEvent {}
}

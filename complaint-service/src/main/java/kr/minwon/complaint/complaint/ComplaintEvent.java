package kr.minwon.complaint.complaint;

import java.time.Instant;

/** What others are told of a complaint. */
public sealed interface ComplaintEvent {
    /** Filed; with status accepted, the statutory clock runs. */
    record ComplaintSubmitted() implements ComplaintEvent {}

    /**
     * A department has it, until a date.
     *
     * @param number 1 for the first department, 2 for the next
     */
    record ComplaintAssigned(Department department, Deadline deadline, Instant at, int number)
            implements ComplaintEvent {}

    /** An officer has it. */
    record ComplaintStarted(Department department, Officer officer, Instant at) implements ComplaintEvent {}

    /**
     * Answered.
     *
     * @param number 1 for the first answer
     */
    record ComplaintAnswered(Answer answer, int number) implements ComplaintEvent {}

    /** A supplement is asked for. */
    record SupplementRequested(Supplement supplement, Department department) implements ComplaintEvent {}

    /** The supplement came. */
    record Supplemented(int number, Department department, Instant at) implements ComplaintEvent {}

    /** Counted again by another calendar, and the office tells the resident. */
    record DeadlineMoved(DeadlineChange change) implements ComplaintEvent {}

    /** The period was extended. */
    record ComplaintExtended(DeadlineChange change) implements ComplaintEvent {}

    /** A further extension needs the resident's consent. */
    record ConsentRequested(Consent consent, Department department, Officer officer) implements ComplaintEvent {}

    /** The resident consented, or did not. */
    record ConsentAnswered(int extension, boolean agreed, Instant at) implements ComplaintEvent {}

    /** Returned without an answer. */
    record ComplaintReturned(Ending ending, Department department, Officer officer) implements ComplaintEvent {}

    /** Another office has it. */
    record ComplaintTransferred(Ending ending, Department department) implements ComplaintEvent {}

    /** Taken back. */
    record ComplaintWithdrawn(Instant at) implements ComplaintEvent {}

    /** Answered and rated. */
    record ComplaintClosed(Instant at) implements ComplaintEvent {}
}

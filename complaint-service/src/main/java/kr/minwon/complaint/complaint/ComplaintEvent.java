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

    /** Taken back. */
    record ComplaintWithdrawn(Instant at) implements ComplaintEvent {}

    /** Answered and rated. */
    record ComplaintClosed(Instant at) implements ComplaintEvent {}
}

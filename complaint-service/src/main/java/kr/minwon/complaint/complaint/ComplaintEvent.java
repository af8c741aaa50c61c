package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /** Accepted by hand; the statutory clock runs. */
    record ComplaintAccepted(Officer officer, Instant at) implements ComplaintEvent {}

    /** Opened again by its resident. */
    record ComplaintReopened(Reopening reopening) implements ComplaintEvent {}

    /**
     * The resident is told how it stands (민원처리법 시행령 §23).
     *
     * @param officer who has it; null when nobody has
     * @param number 1 for the first notice
     */
    record ProgressReported(
            int number, Department department, @Nullable Officer officer, Instant dueAt, Instant at)
            implements ComplaintEvent {}

    /** Answered with another petition from now on. */
    record ComplaintMerged(Merger merger, Department department) implements ComplaintEvent {}

    /** Closed as a repeat. */
    record RepeatClosed(Ending ending, Department department, Officer officer) implements ComplaintEvent {}

    /**
     * The draft of an answer waits, was returned, or no longer stands; never what it says.
     *
     * @param department whose draft it is; of a dropped one, whose case it is now
     */
    record DraftChanged(State state, AnswerDraft draft, Department department, Instant at) implements ComplaintEvent {
        /** How the draft stands. */
        public enum State {
            /** Somebody is to decide on it. */
            AWAITING,
            /** Its author is to write it anew. */
            RETURNED,
            /** The case changed under it. */
            DROPPED;

            public String wireName() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** What was taken back, so that the case goes on. */
    enum Continuation {
        SEPARATED("separated"),
        REPEAT_UNDONE("repeat-undone");

        private final String wireName;

        Continuation(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** What had ended goes on. */
    record ComplaintContinued(Continuation what, Department department, Instant at) implements ComplaintEvent {}

    /** Its resident changed what was asked. */
    record ComplaintChanged(Change change) implements ComplaintEvent {}

    /**
     * A text of the resident was taken, or could not be.
     *
     * @param refusal null when it was taken
     */
    record ResidentTexted(ResidentText text, @Nullable Refusal refusal) implements ComplaintEvent {}

    /** Taken back. */
    record ComplaintWithdrawn(Instant at) implements ComplaintEvent {}

    /** Answered and rated. */
    record ComplaintClosed(Instant at) implements ComplaintEvent {}
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintContinued;
import kr.minwon.complaint.complaint.ComplaintEvent.RepeatClosed;
import kr.minwon.complaint.complaint.Decision.Refused;
import kr.minwon.complaint.complaint.Decision.Unchanged;
import kr.minwon.complaint.complaint.Procedures.Acting;
import org.jspecify.annotations.Nullable;

/**
 * The same person brings the same matter three times or more (반복민원, 민원처리법 §23): once two results were told, a later one
 * may be closed; never a statutory petition. Marking and closing can be undone.
 */
public final class Repeats {
    private Repeats() {}

    /** Marks the petition as a repeat of earlier ones. */
    public static Decision mark(Complaint complaint, List<ReceiptNumber> of, Acting by, Instant at) {
        Refusal refusal = refusal(complaint, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        if (of.size() < Limits.REPEATS - 1) {
            return new Refused(Refusal.TOO_FEW_REPEATS);
        }
        RepeatedPetition earlier = complaint.progress().procedure().repeated();
        if (earlier != null && earlier.of().equals(of)) {
            return new Unchanged(complaint);
        }
        Draft draft = new Draft(complaint);
        draft.procedure = draft.procedure.with(new RepeatedPetition(of, by.officer(), at));
        draft.noteForStaff(at, "repeatMarked", Sentences.repeatMarked(by.officer(), of));
        return draft.changed();
    }

    /** It is no repeat after all. */
    public static Decision unmark(Complaint complaint, Acting by, Instant at) {
        Refusal refusal = refusal(complaint, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        if (complaint.progress().procedure().repeated() == null) {
            return new Unchanged(complaint);
        }
        Draft draft = new Draft(complaint);
        draft.procedure = draft.procedure.with((RepeatedPetition) null);
        draft.noteForStaff(at, "repeatUnmarked", Sentences.repeatUnmarked(by.officer()));
        return draft.changed();
    }

    /**
     * Closes a marked one without another answer.
     *
     * @param results how many of the earlier ones were answered
     */
    public static Decision close(
            Complaint complaint, String reason, int results, Acting by, Instant at, @Nullable RequestMark request) {
        Ending earlier = complaint.progress().procedure().ending();
        Decision repeat = earlier == null ? null : complaint.compare(earlier.request(), request);
        if (repeat != null) {
            return repeat;
        }
        Refusal refusal = refusal(complaint, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        if (complaint.progress().procedure().repeated() == null) {
            return new Refused(Refusal.NOT_MARKED_AS_REPEAT);
        }
        if (results < Limits.RESULTS_BEFORE_CLOSING) {
            return new Refused(Refusal.TOO_FEW_RESULTS);
        }
        Ending ending = new Ending(at, reason, null, request);
        Draft draft = new Draft(complaint);
        draft.status = ComplaintStatus.CLOSED;
        draft.procedure = draft.procedure.ended(ending);
        draft.note(at, "closed", Sentences.repeatClosed(reason));
        return draft.changed(new RepeatClosed(ending, Objects.requireNonNull(draft.department), by.officer()));
    }

    /** Takes the closing back; the case goes on where it was. */
    public static Decision undo(Complaint complaint, Acting by, Instant at) {
        Procedure procedure = complaint.progress().procedure();
        Department department = complaint.progress().department();
        if (department != null && !by.departments().contains(department.id())) {
            return new Refused(Refusal.OTHER_DEPARTMENT);
        }
        if (complaint.status() != ComplaintStatus.CLOSED || procedure.ending() == null) {
            return new Refused(Refusal.NOT_CLOSED_AS_REPEAT);
        }
        Draft draft = new Draft(complaint);
        draft.goOn();
        draft.procedure = procedure.ended(null);
        draft.note(at, "continued", Sentences.continued());
        return draft.changed(new ComplaintContinued(
                ComplaintEvent.Continuation.REPEAT_UNDONE, Objects.requireNonNull(department), at));
    }

    private static @Nullable Refusal refusal(Complaint complaint, Acting by) {
        Refusal refusal = Procedures.notTheirs(complaint, by);
        return refusal != null || !complaint.isStatutory() ? refusal : Refusal.STATUTORY_IS_NO_REPEAT;
    }
}

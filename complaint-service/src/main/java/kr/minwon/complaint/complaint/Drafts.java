package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.Objects;
import kr.minwon.complaint.complaint.ComplaintEvent.DraftChanged;
import kr.minwon.complaint.complaint.Decision.Refused;
import kr.minwon.complaint.complaint.Procedures.Acting;
import org.jspecify.annotations.Nullable;

/**
 * Drafts and approvals of answers (기안과 결재): one writes, another one decides. Whatever keeps an answer from going out
 * keeps it from being drafted and from being approved.
 */
public final class Drafts {
    private Drafts() {}

    /**
     * Puts an answer before who approves; it takes the place of the one before.
     *
     * @param seen the revision that the author saw last, 0 for none; null to replace whatever stands
     */
    public static Decision save(
            Complaint complaint, Outcome outcome, String text, @Nullable Integer seen, Acting by, Instant at) {
        Refusal refusal = complaint.unanswerable(by.departments());
        if (refusal != null) {
            return new Refused(refusal);
        }
        Drafting drafting = complaint.progress().drafting();
        AnswerDraft current = drafting.current();
        if (seen != null && seen != (current == null ? 0 : current.revision())) {
            return new Refused(Refusal.DRAFT_CHANGED);
        }
        AnswerDraft next = new AnswerDraft(
                drafting.revisions() + 1,
                outcome,
                text,
                by.officer(),
                at,
                Additions.of(complaint.progress().procedure()),
                null);
        Draft draft = new Draft(complaint);
        draft.drafting = drafting.drafted(next);
        draft.noteForStaff(at, "drafted", Sentences.drafted(next));
        return draft.changed(changed(DraftChanged.State.AWAITING, next, draft, at));
    }

    /** The answer goes out as it was drafted (승인); never by who shaped it, nor past what the resident has added since. */
    public static Decision approve(
            Complaint complaint, int seen, Acting by, Instant at, @Nullable RequestMark request) {
        Refusal refusal = undecidable(complaint, seen, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        AnswerDraft approved = standing(complaint);
        if (approved.isOutdated(complaint.progress().procedure())) {
            return new Refused(Refusal.DRAFT_CHANGED);
        }
        return complaint.answered(approved.outcome(), approved.text(), approved.author(), by.officer(), at, request);
    }

    /** It goes back to its author, who reads why (반려). */
    public static Decision giveBack(Complaint complaint, int seen, String reason, Acting by, Instant at) {
        Refusal refusal = undecidable(complaint, seen, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        AnswerDraft returned = standing(complaint).returned(reason, by.officer(), at);
        Draft draft = new Draft(complaint);
        draft.drafting = draft.drafting.returned(returned);
        draft.noteForStaff(at, "draftReturned", Sentences.draftReturned(returned.revision(), by.officer(), reason));
        return draft.changed(changed(DraftChanged.State.RETURNED, returned, draft, at));
    }

    /**
     * Whether the draft of a case no longer stands: it was answered or ended, another department has it, or another
     * petition's answer will be its own.
     */
    static boolean isOver(Draft next, @Nullable Department before) {
        return !next.status.isOpen()
                || next.procedure.merger() != null
                || !Objects.equals(id(before), id(next.department));
    }

    private static @Nullable String id(@Nullable Department department) {
        return department == null ? null : department.id();
    }

    private static @Nullable Refusal undecidable(Complaint complaint, int seen, Acting by) {
        Refusal refusal = complaint.unanswerable(by.departments());
        if (refusal != null) {
            return refusal;
        }
        Drafting drafting = complaint.progress().drafting();
        AnswerDraft current = drafting.current();
        if (current == null || !current.isAwaiting()) {
            return Refusal.NO_DRAFT_AWAITING;
        }
        if (current.revision() != seen) {
            return Refusal.DRAFT_CHANGED;
        }
        return drafting.isBy(by.officer()) ? Refusal.OWN_DRAFT : null;
    }

    private static AnswerDraft standing(Complaint complaint) {
        return Objects.requireNonNull(complaint.progress().drafting().current());
    }

    static DraftChanged changed(DraftChanged.State state, AnswerDraft of, Draft draft, Instant at) {
        return new DraftChanged(state, of, Objects.requireNonNull(draft.department), at);
    }
}

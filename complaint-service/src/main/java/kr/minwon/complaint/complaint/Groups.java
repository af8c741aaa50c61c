package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAnswered;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintContinued;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintMerged;
import kr.minwon.complaint.complaint.Decision.Refused;
import kr.minwon.complaint.complaint.Decision.Unchanged;
import kr.minwon.complaint.complaint.Procedures.Acting;
import org.jspecify.annotations.Nullable;

/**
 * Petitions of one purpose are handled as one (다수인관련민원, 민원처리법 시행령 §6⑥): the leading one says who belongs to it, and
 * each of the others becomes as it says.
 */
public final class Groups {
    private Groups() {}

    /** The leading petition takes others to itself. */
    public static Decision merge(
            Complaint leading,
            List<ReceiptNumber> others,
            String reason,
            Acting by,
            Instant at,
            @Nullable RequestMark request) {
        Group group = leading.progress().procedure().group();
        Decision repeat = group == null ? null : leading.compare(group.request(), request);
        if (repeat != null) {
            return repeat;
        }
        Refusal refusal = Procedures.notTheirs(leading, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Group next = group == null
                ? new Group(others, reason, by.officer(), at, null, true, request)
                : group.with(others, reason, by.officer(), at, request);
        if (next.members().size() > Limits.GROUP) {
            return new Refused(Refusal.GROUP_TOO_LARGE);
        }
        Draft draft = new Draft(leading);
        draft.procedure = draft.procedure.with(next);
        draft.note(at, "merged", Sentences.leads(next.members().size()));
        return draft.changed();
    }

    /** The others are handled for themselves again. */
    public static Decision dissolve(Complaint leading, Acting by, Instant at) {
        Group group = leading.progress().procedure().group();
        if (group == null) {
            return new Refused(Refusal.NOT_MERGED);
        }
        if (!group.isTogether()) {
            return new Unchanged(leading);
        }
        Refusal refusal = Procedures.notTheirs(leading, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Draft draft = new Draft(leading);
        draft.procedure = draft.procedure.with(group.dissolved(at));
        draft.note(at, "separated", Sentences.leadsNoMore());
        return draft.changed();
    }

    /** All of the others are as the petition said when it was seen; what it has come to say since stays pending. */
    public static Decision settled(Complaint leading, Complaint seen) {
        Group group = leading.progress().procedure().group();
        if (group == null
                || !group.equals(seen.progress().procedure().group())
                || leading.status().isOpen() != seen.status().isOpen()) {
            return new Unchanged(leading);
        }
        Draft draft = new Draft(leading);
        draft.procedure = draft.procedure.with(group.pending(false));
        return draft.changed();
    }

    /** One step of another petition towards what the leading one says of it; unchanged when it is there. */
    public static Decision follow(Complaint other, Complaint leading, Instant now) {
        Group group = Objects.requireNonNull(leading.progress().procedure().group());
        Merger merger = other.progress().procedure().merger();
        boolean isOfThis =
                merger != null && merger.into().equals(leading.filing().receiptNumber());
        if (!Procedures.isWorkable(other)) {
            return new Unchanged(other);
        }
        boolean together = group.isTogether()
                && switch (leading.status()) {
                    case WITHDRAWN, RETURNED, TRANSFERRED -> false;
                    default -> true;
                };
        if (!together) {
            return isOfThis ? separated(other, now) : new Unchanged(other);
        }
        if (merger == null) {
            // One that has an answer was opened again: its resident wants one of their own.
            boolean apart = other.progress().procedure().leads()
                    || !other.progress().answers().isEmpty();
            return apart ? new Unchanged(other) : joined(other, leading, group);
        }
        boolean answered = leading.status() == ComplaintStatus.ANSWERED || leading.status() == ComplaintStatus.CLOSED;
        return isOfThis && answered && !leading.progress().answers().isEmpty()
                ? answered(other, leading.progress().answers().getLast())
                : new Unchanged(other);
    }

    private static Decision joined(Complaint other, Complaint leading, Group group) {
        Merger merger = new Merger(leading.filing().receiptNumber(), group.reason(), group.by(), group.at());
        Draft draft = new Draft(other);
        draft.procedure = draft.procedure.with(merger);
        draft.note(group.at(), "merged", Sentences.merged(merger));
        return draft.changed(new ComplaintMerged(merger, Objects.requireNonNull(draft.department)));
    }

    private static Decision separated(Complaint other, Instant at) {
        Draft draft = new Draft(other);
        draft.procedure = draft.procedure.with((Merger) null);
        draft.note(at, "separated", Sentences.separated());
        return draft.changed(new ComplaintContinued(
                ComplaintEvent.Continuation.SEPARATED, Objects.requireNonNull(draft.department), at));
    }

    private static Decision answered(Complaint other, Answer shared) {
        Draft draft = new Draft(other);
        draft.status = ComplaintStatus.ANSWERED;
        draft.officer = shared.officer();
        Answer answer = new Answer(
                shared.at(),
                shared.outcome(),
                shared.text(),
                shared.department(),
                shared.officer(),
                shared.approvedBy(),
                null,
                null);
        draft.answers = Draft.plus(draft.answers, answer);
        draft.note(answer.at(), "answered", Sentences.answered(answer.department(), answer.outcome()));
        return draft.changed(new ComplaintAnswered(answer, draft.answers.size()));
    }
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAccepted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAnswered;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintAssigned;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintChanged;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintClosed;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintStarted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintSubmitted;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintWithdrawn;
import kr.minwon.complaint.complaint.Decision.Changed;
import kr.minwon.complaint.complaint.Decision.Refused;
import kr.minwon.complaint.complaint.Decision.Unchanged;
import org.jspecify.annotations.Nullable;

/**
 * A complaint (민원). Each verb says what became of it and never touches what was: commands of people may be refused,
 * what routing and notification report is taken or passed over. State only moves forward.
 */
public record Complaint(Filing filing, Progress progress) {

    /** Files, and accepts at once unless the office accepts by hand. */
    public static Changed file(Filing filing) {
        return file(filing, null);
    }

    /** The same, with what whoever brings it for the resident tells the staff. */
    static Changed file(Filing filing, @Nullable String note) {
        Progress nothingYet = new Progress(
                ComplaintStatus.FILED,
                null,
                null,
                null,
                0,
                null,
                List.of(),
                null,
                null,
                Procedure.NONE,
                Timeline.EMPTY,
                List.of(),
                List.of(),
                Drafting.NONE);
        Draft draft = new Draft(new Complaint(filing, nothingYet));
        draft.note(
                filing.submittedAt(),
                "filed",
                filing.channel() == Filing.Channel.TEXT ? Sentences.filedByText() : Sentences.filed());
        if (filing.filedAs() == ComplaintStatus.ACCEPTED) {
            draft.status = ComplaintStatus.ACCEPTED;
            draft.acceptedAt = filing.submittedAt();
            draft.note(filing.submittedAt(), "accepted", Sentences.accepted(filing.receiptNumber()));
        }
        if (note != null) {
            draft.noteForStaff(filing.submittedAt(), "note", note);
        }
        return draft.changed(new ComplaintSubmitted());
    }

    /** Accepts by hand what was filed (접수, 민원처리법 시행령 §6⑦). */
    public Decision accept(Officer by, Instant at) {
        return switch (status()) {
            case FILED -> {
                Draft draft = new Draft(this);
                draft.status = ComplaintStatus.ACCEPTED;
                draft.acceptedAt = at;
                draft.note(at, "accepted", Sentences.accepted(filing.receiptNumber()));
                yield draft.changed(new ComplaintAccepted(by, at));
            }
            case ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> new Unchanged(this);
            case ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> new Refused(ended());
        };
    }

    /**
     * Routing decided department and deadline (담당부서 배정).
     *
     * @param number 1 for the first department, 2 for the next
     */
    public Decision assigned(Department department, Deadline deadline, Instant at, int number) {
        return switch (status()) {
            case ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> {
                Draft draft = new Draft(this);
                if (!department.equals(draft.department)) {
                    draft.status =
                            isAwaitingSupplement() ? ComplaintStatus.SUPPLEMENT_REQUESTED : ComplaintStatus.ASSIGNED;
                    draft.officer = null;
                }
                draft.department = department;
                draft.deadline = deadline.ofKind(petitionKind());
                draft.assignments = number;
                draft.note(at, "assigned", Sentences.assigned(department, deadline));
                yield draft.changed(new ComplaintAssigned(department, deadline, at, number));
            }
            case FILED, ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> new Unchanged(this);
        };
    }

    /** An officer became responsible (담당자 지정). */
    public Decision claimed(Department department, Officer officer, Instant at) {
        return switch (status()) {
            case ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> {
                if (status() != ComplaintStatus.ASSIGNED && officer.equals(progress.officer())) {
                    yield new Unchanged(this);
                }
                Draft draft = new Draft(this);
                draft.status =
                        isAwaitingSupplement() ? ComplaintStatus.SUPPLEMENT_REQUESTED : ComplaintStatus.IN_PROGRESS;
                draft.department = department;
                draft.officer = officer;
                draft.note(at, "inProgress", Sentences.started(department, officer));
                yield draft.changed(new ComplaintStarted(department, officer, at));
            }
            case FILED, ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> new Unchanged(this);
        };
    }

    /**
     * Answers (처리결과 통지, 민원처리법 §27).
     *
     * @param departments those the officer may act for
     */
    public Decision answer(
            Outcome outcome,
            String text,
            Officer by,
            Set<String> departments,
            Instant at,
            @Nullable RequestMark request) {
        for (Answer earlier : progress.answers()) {
            Decision repeat = compare(earlier.request(), request);
            if (repeat != null) {
                return repeat;
            }
        }
        Refusal refusal = unanswerable(departments);
        return refusal == null ? answered(outcome, text, by, null, at, request) : new Refused(refusal);
    }

    /** Why nobody of those departments may answer it now; null when they may. */
    @Nullable
    Refusal unanswerable(Set<String> departments) {
        Refusal refusal = Procedures.notTheirs(this, departments);
        return refusal == null && isAwaitingSupplement() ? Refusal.SUPPLEMENT_AWAITED : refusal;
    }

    /** Answered by an officer, and approved by another one where somebody had to. */
    Changed answered(
            Outcome outcome,
            String text,
            Officer by,
            @Nullable Officer approvedBy,
            Instant at,
            @Nullable RequestMark request) {
        Draft draft = new Draft(this);
        Department department = Objects.requireNonNull(draft.department);
        draft.status = ComplaintStatus.ANSWERED;
        draft.officer = by;
        Answer answer = new Answer(at, outcome, text, department, by, approvedBy, null, request);
        draft.answers = Draft.plus(draft.answers, answer);
        draft.note(at, "answered", Sentences.answered(department, outcome));
        if (approvedBy != null) {
            draft.noteForStaff(at, "approved", Sentences.approved(approvedBy));
        }
        return draft.changed(new ComplaintAnswered(answer, draft.answers.size()));
    }

    /** The resident takes it back (취하, 민원처리법 §22). */
    public Decision withdraw(@Nullable String reason, Instant at, @Nullable RequestMark request) {
        Withdrawal earlier = progress.withdrawal();
        Decision repeat = earlier == null ? null : compare(earlier.request(), request);
        if (repeat != null) {
            return repeat;
        }
        return switch (status()) {
            case FILED, ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> {
                Draft draft = new Draft(this);
                draft.status = ComplaintStatus.WITHDRAWN;
                draft.withdrawal = new Withdrawal(at, reason, request);
                draft.note(at, "withdrawn", Sentences.withdrawn());
                yield draft.changed(new ComplaintWithdrawn(at));
            }
            case ANSWERED -> new Refused(Refusal.ALREADY_ANSWERED);
            case CLOSED -> new Refused(Refusal.ALREADY_CLOSED);
            case WITHDRAWN, RETURNED, TRANSFERRED -> new Refused(ended());
        };
    }

    /** The resident changes, or adds to, what was asked, until it is answered (변경, 민원처리법 §22). */
    public Decision change(String text, Instant at, @Nullable RequestMark request) {
        return change(text, List.of(), at, request);
    }

    /** The same, with photos. */
    public Decision change(String text, List<String> photoIds, Instant at, @Nullable RequestMark request) {
        List<Change> earlier = progress.procedure().changes();
        for (Change one : earlier) {
            Decision repeat = compare(one.request(), request);
            if (repeat != null) {
                return repeat;
            }
        }
        if (!status().isOpen()) {
            return new Refused(ended());
        }
        if (earlier.size() >= Limits.CHANGES) {
            return new Refused(Refusal.TOO_MANY_CHANGES);
        }
        Change change = new Change(earlier.size() + 1, text, photoIds, at, request);
        Draft draft = new Draft(this);
        draft.procedure = draft.procedure.with(change);
        draft.note(at, "changed", Sentences.changed(change.number()));
        return draft.changed(new ComplaintChanged(change));
    }

    /** The resident says how satisfied they are (만족도 평가); the case is closed with it. */
    public Decision rate(int score, @Nullable String comment, Instant at, @Nullable RequestMark request) {
        Rating earlier = progress.rating();
        Decision repeat = earlier == null ? null : compare(earlier.request(), request);
        if (repeat != null) {
            return repeat;
        }
        return switch (status()) {
            case ANSWERED -> {
                Draft draft = new Draft(this);
                draft.status = ComplaintStatus.CLOSED;
                draft.rating = new Rating(at, score, comment, request);
                draft.note(at, "closed", Sentences.closed(score));
                yield draft.changed(new ComplaintClosed(at));
            }
            case FILED, ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> new Refused(Refusal.NOT_YET_ANSWERED);
            case CLOSED -> new Refused(Refusal.ALREADY_CLOSED);
            case WITHDRAWN, RETURNED, TRANSFERRED -> new Refused(ended());
        };
    }

    /** Notification said how far a text has come; what ranks no higher than what is known changes nothing. */
    public Decision told(MessageState message) {
        MessageState known = progress.messages().stream()
                .filter(other -> other.messageId().equals(message.messageId()))
                .findFirst()
                .orElse(null);
        if (known != null && known.rank() >= message.rank()) {
            return new Unchanged(this);
        }
        Draft draft = new Draft(this);
        draft.messages = Draft.replaced(draft.messages, known, message);
        String sentence = Sentences.told(message);
        if (sentence != null) {
            draft.note(message.at(), "message", sentence);
        }
        return draft.changed();
    }

    /** A member of the staff was shown the reporter's name and phone in the clear (열람 기록). */
    public Decision revealed(Officer to, Instant at) {
        Draft draft = new Draft(this);
        draft.timeline = draft.timeline.plus(new Timeline.Entry(at, "revealed", Sentences.revealed(to), true));
        return draft.changed();
    }

    /** A member of the staff notes something for colleagues (내부 메모); the resident does not see it. */
    public Decision noted(Officer by, String text, Instant at) {
        Draft draft = new Draft(this);
        draft.timeline = draft.timeline.plus(new Timeline.Entry(at, "note", Sentences.noted(by, text), true));
        return draft.changed();
    }

    public ComplaintId id() {
        return filing.id();
    }

    public ComplaintStatus status() {
        return progress.status();
    }

    /** The law's kind of the petition, once routing said it. */
    @Nullable
    String petitionKind() {
        return progress.deadline() == null ? null : progress.deadline().petitionKind();
    }

    /** Whether it asks for what a law prescribes (법정민원). */
    public boolean isStatutory() {
        return Deadline.STATUTORY.equals(petitionKind());
    }

    /** With its timeline cut to what one document holds. */
    public Complaint bounded() {
        if (progress.timeline().overflow().isEmpty()) {
            return this;
        }
        Draft draft = new Draft(this);
        draft.timeline = draft.timeline.bounded();
        return draft.changed().complaint();
    }

    /** Every photo of the case: what was filed, and what was supplied later. */
    public List<String> photoIds() {
        List<String> all = new ArrayList<>(filing.photoIds());
        progress.procedure().supplements().stream()
                .map(Supplement::supply)
                .filter(Objects::nonNull)
                .forEach(supply -> all.addAll(supply.photoIds()));
        progress.procedure().changes().forEach(change -> all.addAll(change.photoIds()));
        return all;
    }

    boolean isAwaitingSupplement() {
        return status() == ComplaintStatus.SUPPLEMENT_REQUESTED;
    }

    /** Why nothing more is done in a case that ended without an answer. */
    Refusal ended() {
        return switch (status()) {
            case WITHDRAWN -> Refusal.ALREADY_WITHDRAWN;
            case RETURNED -> Refusal.ALREADY_RETURNED;
            case TRANSFERRED -> Refusal.ALREADY_TRANSFERRED;
            case ANSWERED -> Refusal.ALREADY_ANSWERED;
            case CLOSED -> Refusal.ALREADY_CLOSED;
            case FILED, ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED ->
                throw new IllegalStateException(status() + " is no end");
        };
    }

    /** Does something once for a request that may be sent again; what it does must not tell one request from another. */
    Decision once(@Nullable RequestMark request, Supplier<Decision> move) {
        for (RequestMark earlier : progress.requests()) {
            Decision repeat = compare(earlier, request);
            if (repeat != null) {
                return repeat;
            }
        }
        Decision decision = move.get();
        if (request == null || !(decision instanceof Changed changed)) {
            return decision;
        }
        Draft draft = new Draft(changed.complaint());
        List<RequestMark> requests = Draft.plus(draft.requests, request);
        draft.requests = requests.subList(Math.max(0, requests.size() - Limits.REQUESTS), requests.size());
        return new Changed(draft.changed().complaint(), changed.events());
    }

    /** What a request is that comes with the mark of an earlier one; null when it is another. */
    @Nullable
    Decision compare(@Nullable RequestMark earlier, @Nullable RequestMark later) {
        if (earlier == null || later == null) {
            return null;
        }
        return switch (earlier.compare(later)) {
            case OTHER_REQUEST -> null;
            case REPEAT -> new Unchanged(this);
            case REUSED_KEY -> new Refused(Refusal.KEY_REUSED);
        };
    }
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint's next state while a verb writes it; never leaves the verb. */
final class Draft {
    private final Filing filing;
    ComplaintStatus status;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Department department;

    @Nullable
    Deadline deadline;

    int assignments;

    @Nullable
    Officer officer;

    List<Answer> answers;

    @Nullable
    Rating rating;

    @Nullable
    Withdrawal withdrawal;

    Procedure procedure;
    Timeline timeline;
    List<MessageState> messages;
    List<RequestMark> requests;
    Drafting drafting;

    private final ComplaintStatus before;

    @Nullable
    private final Department departmentBefore;

    Draft(Complaint complaint) {
        Progress now = complaint.progress();
        before = now.status();
        filing = complaint.filing();
        status = now.status();
        acceptedAt = now.acceptedAt();
        department = now.department();
        deadline = now.deadline();
        assignments = now.assignments();
        officer = now.officer();
        answers = now.answers();
        rating = now.rating();
        withdrawal = now.withdrawal();
        procedure = now.procedure();
        timeline = now.timeline();
        messages = now.messages();
        requests = now.requests();
        drafting = now.drafting();
        departmentBefore = now.department();
    }

    /** Work on it goes on where it stood: with its officer, or with its department. */
    void goOn() {
        status = officer == null ? ComplaintStatus.ASSIGNED : ComplaintStatus.IN_PROGRESS;
    }

    void note(Instant at, String step, String text) {
        timeline = timeline.plus(new Timeline.Entry(at, step, text, false));
    }

    void noteForStaff(Instant at, String step, String text) {
        timeline = timeline.plus(new Timeline.Entry(at, step, text, true));
    }

    Decision.Changed changed(ComplaintEvent... made) {
        List<ComplaintEvent> events = new ArrayList<>(List.of(made));
        AnswerDraft standing = drafting.current();
        if (standing != null && Drafts.isOver(this, departmentBefore)) {
            drop(standing, events);
        }
        Group group = procedure.group();
        if (group != null && group.isTogether() && before.isOpen() && !status.isOpen()) {
            // Those who are answered with it hear of its end.
            procedure = procedure.with(group.pending(true));
        }
        Progress next = new Progress(
                status,
                acceptedAt,
                department,
                deadline,
                assignments,
                officer,
                answers,
                rating,
                withdrawal,
                procedure,
                timeline,
                messages,
                requests,
                drafting);
        return new Decision.Changed(new Complaint(filing, next), List.copyOf(events));
    }

    /** A draft does not outlive what it was written for; of a case that goes on, others are told so. */
    private void drop(AnswerDraft standing, List<ComplaintEvent> events) {
        drafting = drafting.dropped();
        if (status.isOpen()) {
            Instant at = timeline.entries().getLast().at();
            noteForStaff(at, "draftDropped", Sentences.draftDropped(standing.revision()));
            events.add(Drafts.changed(ComplaintEvent.DraftChanged.State.DROPPED, standing, this, at));
        }
    }

    static <T> List<T> plus(List<T> list, T last) {
        List<T> more = new ArrayList<>(list);
        more.add(last);
        return more;
    }

    /** The list with the message in its place, or at the end; the oldest gives way over {@link Limits#MESSAGES}. */
    static List<MessageState> replaced(List<MessageState> list, @Nullable MessageState known, MessageState message) {
        List<MessageState> next = new ArrayList<>(list);
        if (known == null) {
            next.add(message);
            return next.size() > Limits.MESSAGES ? next.subList(1, next.size()) : next;
        }
        next.set(next.indexOf(known), message);
        return next;
    }
}

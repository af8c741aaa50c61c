package kr.minwon.complaint.complaint;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintReopened;
import kr.minwon.complaint.complaint.Decision.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a resident may do about an answer: object to the refusal of a statutory petition (이의신청, 민원처리법 §35), or ask for
 * one more answer.
 */
public final class Reopenings {
    private Reopenings() {}

    /** Objects to a refusal, once, within {@value Limits#OBJECTION_DAYS} days of it. */
    public static Decision object(Complaint complaint, String text, Instant at, @Nullable RequestMark request) {
        return ask(complaint, Reopening.Cause.OBJECTION, text, at, request);
    }

    /** Asks for one more answer, once, within {@value Limits#REOPENING_DAYS} days, unless the last one was rated well. */
    public static Decision reopen(Complaint complaint, String text, Instant at, @Nullable RequestMark request) {
        return ask(complaint, Reopening.Cause.DISSATISFIED, text, at, request);
    }

    private static Decision ask(
            Complaint complaint, Reopening.Cause cause, String text, Instant at, @Nullable RequestMark request) {
        Decision repeat = repeat(complaint, request);
        if (repeat != null) {
            return repeat;
        }
        return refusal(complaint, cause, at)
                .<Decision>map(Refused::new)
                .orElseGet(() -> reopened(complaint, cause, text, at, request));
    }

    private static Optional<Refusal> refusal(Complaint complaint, Reopening.Cause cause, Instant at) {
        Refusal open = notOver(complaint);
        if (open != null) {
            return Optional.of(open);
        }
        return switch (cause) {
            case OBJECTION -> noObjection(complaint, at);
            case DISSATISFIED -> noReopening(complaint, at);
        };
    }

    /** Whether the resident may object now. */
    public static boolean mayObject(Complaint complaint, Instant at) {
        return refusal(complaint, Reopening.Cause.OBJECTION, at).isEmpty();
    }

    /** Whether the resident may ask for one more answer now. */
    public static boolean mayReopen(Complaint complaint, Instant at) {
        return refusal(complaint, Reopening.Cause.DISSATISFIED, at).isEmpty();
    }

    private static Optional<Refusal> noObjection(Complaint complaint, Instant at) {
        Answer answer = complaint.progress().answers().getLast();
        if (!complaint.isStatutory()) {
            return Optional.of(Refusal.NOT_STATUTORY);
        }
        if (!answer.outcome().isRefusal()) {
            return Optional.of(Refusal.NOTHING_REFUSED);
        }
        if (has(complaint, Reopening.Cause.OBJECTION)) {
            return Optional.of(Refusal.ALREADY_OBJECTED);
        }
        return isAfter(objectionUntil(answer), at) ? Optional.of(Refusal.OBJECTION_TOO_LATE) : Optional.empty();
    }

    private static Optional<Refusal> noReopening(Complaint complaint, Instant at) {
        Answer answer = complaint.progress().answers().getLast();
        Rating rating = complaint.progress().rating();
        // A rating is about the answer before it; one of an earlier answer says nothing of a later.
        if (rating != null && !rating.at().isBefore(answer.at()) && rating.score() > Limits.SCORE_DISSATISFIED) {
            return Optional.of(Refusal.NOT_DISSATISFIED);
        }
        if (has(complaint, Reopening.Cause.DISSATISFIED)) {
            return Optional.of(Refusal.REOPENED_ONCE);
        }
        return isAfter(last(answer, Limits.REOPENING_DAYS), at)
                ? Optional.of(Refusal.REOPENING_TOO_LATE)
                : Optional.empty();
    }

    private static Decision reopened(
            Complaint complaint, Reopening.Cause cause, String text, Instant at, @Nullable RequestMark request) {
        Draft draft = new Draft(complaint);
        int number = draft.procedure.reopenings().size() + 1;
        Reopening reopening = new Reopening(cause, number, draft.answers.size(), text, at, request);
        draft.status = ComplaintStatus.ASSIGNED;
        draft.officer = null;
        // From now on it is handled for itself.
        draft.procedure = draft.procedure.with(reopening).with((Merger) null);
        draft.note(at, cause == Reopening.Cause.OBJECTION ? "objected" : "oneMoreAsked", Sentences.reopened(cause));
        return draft.changed(new ComplaintReopened(reopening));
    }

    private static @Nullable Decision repeat(Complaint complaint, @Nullable RequestMark request) {
        for (Reopening earlier : complaint.progress().procedure().reopenings()) {
            Decision repeat = complaint.compare(earlier.request(), request);
            if (repeat != null) {
                return repeat;
            }
        }
        return null;
    }

    private static @Nullable Refusal notOver(Complaint complaint) {
        return switch (complaint.status()) {
            case FILED, ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> Refusal.NOT_YET_ANSWERED;
            case WITHDRAWN, RETURNED, TRANSFERRED -> complaint.ended();
            case ANSWERED -> null;
            case CLOSED -> complaint.progress().procedure().ending() == null ? null : Refusal.ALREADY_CLOSED;
        };
    }

    private static boolean has(Complaint complaint, Reopening.Cause cause) {
        List<Reopening> all = complaint.progress().procedure().reopenings();
        return all.stream().anyMatch(reopening -> reopening.cause() == cause);
    }

    /** Routing counted the last day to object to an answer by the office's calendar. */
    public static Decision objectionTerm(Complaint complaint, int number, LocalDate lastDay) {
        List<Answer> answers = complaint.progress().answers();
        if (number > answers.size()) {
            return new Decision.Unchanged(complaint);
        }
        Draft draft = new Draft(complaint);
        draft.answers = new ArrayList<>(answers);
        draft.answers.set(number - 1, answers.get(number - 1).objectionUntil(lastDay));
        return draft.changed();
    }

    /** As routing counted it; until it has, as below, where a holiday moves nothing. */
    private static LocalDate objectionUntil(Answer answer) {
        LocalDate counted = answer.objectionUntil();
        return counted == null ? last(answer, Limits.OBJECTION_DAYS) : counted;
    }

    /** The day of the answer is not counted, and a last day at a weekend moves on (민법 §157, §161). */
    private static LocalDate last(Answer answer, int days) {
        LocalDate last = LocalDate.ofInstant(answer.at(), SeoulTime.ZONE).plusDays(days);
        while (last.getDayOfWeek() == DayOfWeek.SATURDAY || last.getDayOfWeek() == DayOfWeek.SUNDAY) {
            last = last.plusDays(1);
        }
        return last;
    }

    private static boolean isAfter(LocalDate last, Instant at) {
        return LocalDate.ofInstant(at, SeoulTime.ZONE).isAfter(last);
    }
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintExtended;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintReturned;
import kr.minwon.complaint.complaint.ComplaintEvent.ComplaintTransferred;
import kr.minwon.complaint.complaint.ComplaintEvent.ConsentAnswered;
import kr.minwon.complaint.complaint.ComplaintEvent.ConsentRequested;
import kr.minwon.complaint.complaint.ComplaintEvent.DeadlineMoved;
import kr.minwon.complaint.complaint.ComplaintEvent.ProgressReported;
import kr.minwon.complaint.complaint.ComplaintEvent.SupplementRequested;
import kr.minwon.complaint.complaint.ComplaintEvent.Supplemented;
import kr.minwon.complaint.complaint.Decision.Refused;
import kr.minwon.complaint.complaint.Decision.Unchanged;
import org.jspecify.annotations.Nullable;

/**
 * The law's procedure between filing and answer: supplements (보완, 민원처리법 §22, 시행령 §24–25), extensions (연장, 시행령
 * §21), transfer to another office (이송, §16). Small policies over a complaint; each says what became of it.
 */
public final class Procedures {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private Procedures() {}

    /** Who acts for the office, and for which departments. */
    public record Acting(Officer officer, Set<String> departments) {
        public Acting {
            departments = Set.copyOf(departments);
        }
    }

    /**
     * Asks for a supplement (보완요구). A second request follows a first that was not answered in time or was answered with
     * too little, and gives {@value Limits#SECOND_SUPPLEMENT_DAYS} days at most.
     *
     * @param days how long the resident has, the day of the request not counted
     */
    public static Decision requestSupplement(
            Complaint complaint, String text, int days, Acting by, Instant at, @Nullable RequestMark request) {
        for (Supplement earlier : complaint.progress().procedure().supplements()) {
            Decision repeat = complaint.compare(earlier.request(), request);
            if (repeat != null) {
                return repeat;
            }
        }
        Refusal refusal = notTheirs(complaint, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Supplement last = complaint.progress().procedure().lastSupplement().orElse(null);
        if (complaint.isAwaitingSupplement() && last != null && at.isBefore(last.answerBy())) {
            return new Refused(Refusal.SUPPLEMENT_AWAITED);
        }
        int number = last == null ? 1 : last.number() + 1;
        if (number > Limits.SUPPLEMENTS) {
            return new Refused(Refusal.SUPPLEMENT_ASKED_TWICE);
        }
        if (number == Limits.SUPPLEMENTS && days > Limits.SECOND_SUPPLEMENT_DAYS) {
            return new Refused(Refusal.SECOND_SUPPLEMENT_TOO_LONG);
        }
        Instant answerBy = endOfDay(at, days);
        Supplement asked = new Supplement(number, text, by.officer(), at, days, answerBy, 0, null, request);
        Draft draft = new Draft(complaint);
        draft.status = ComplaintStatus.SUPPLEMENT_REQUESTED;
        draft.procedure = draft.procedure.asked(asked);
        draft.note(at, "supplementRequested", Sentences.supplementRequested(asked));
        return draft.changed(new SupplementRequested(asked, Objects.requireNonNull(draft.department)));
    }

    /** The resident supplies what is awaited; the case goes on where it was. */
    public static Decision supply(
            Complaint complaint, String text, List<String> photoIds, Instant at, @Nullable RequestMark request) {
        for (Supplement earlier : complaint.progress().procedure().supplements()) {
            Supplement.Supply before = earlier.supply();
            Decision repeat = before == null ? null : complaint.compare(before.request(), request);
            if (repeat != null) {
                return repeat;
            }
        }
        return supplied(complaint, new Supplement.Supply(at, text, photoIds, false, request));
    }

    /** The resident supplies by a text what is awaited; photos may follow by the link. */
    static Decision supplyByText(Complaint complaint, String text, Instant at) {
        return supplied(complaint, new Supplement.Supply(at, text, List.of(), true, null));
    }

    /** Whether the link of a request that a text answered still takes what no text can hold: until its deadline, once. */
    public static boolean takesMore(Complaint complaint, int number, Instant at) {
        Supplement last = complaint.progress().procedure().lastSupplement().orElse(null);
        if (last == null || last.number() != number || !complaint.status().isOpen() || at.isAfter(last.answerBy())) {
            return false;
        }
        Supplement.Supply supply = last.supply();
        return supply != null
                && supply.texted()
                && complaint.progress().procedure().changes().stream()
                        .noneMatch(change -> change.at().isAfter(supply.at()));
    }

    /** Takes it, as something added to the case, whose clock runs on. */
    static Decision addMore(
            Complaint complaint,
            int number,
            String text,
            List<String> photoIds,
            Instant at,
            @Nullable RequestMark request) {
        Decision decision = complaint.change(text, photoIds, at, request);
        return decision instanceof Decision.Changed && !takesMore(complaint, number, at)
                ? new Refused(notAwaited(complaint))
                : decision;
    }

    private static Decision supplied(Complaint complaint, Supplement.Supply supply) {
        Supplement awaited = awaited(complaint);
        if (awaited == null) {
            return new Refused(notAwaited(complaint));
        }
        Draft draft = new Draft(complaint);
        draft.goOn();
        draft.procedure = draft.procedure.changed(awaited.supplied(supply));
        draft.note(
                supply.at(),
                "supplemented",
                Sentences.supplemented(supply.photoIds().size()));
        return draft.changed(new Supplemented(awaited.number(), Objects.requireNonNull(draft.department), supply.at()));
    }

    /** The resident asks for more time (보완기간 연장, 시행령 §24③): as long again, twice at most. */
    public static Decision moreTime(Complaint complaint, Instant at) {
        Supplement awaited = awaited(complaint);
        if (awaited == null) {
            return new Refused(notAwaited(complaint));
        }
        if (awaited.moreTime() >= Limits.MORE_TIME) {
            return new Refused(Refusal.MORE_TIME_TWICE);
        }
        Instant from = at.isAfter(awaited.answerBy()) ? at : awaited.answerBy();
        Supplement longer = awaited.longer(endOfDay(from, awaited.days()));
        Draft draft = new Draft(complaint);
        draft.procedure = draft.procedure.changed(longer);
        draft.note(at, "moreTime", Sentences.moreTime(longer));
        return draft.changed();
    }

    /** Returns a case whose supplement did not come within the second request's time (반려, 시행령 §25). */
    public static Decision giveBack(
            Complaint complaint, String reason, Acting by, Instant at, @Nullable RequestMark request) {
        Ending earlier = complaint.progress().procedure().ending();
        Decision repeat = earlier == null ? null : complaint.compare(earlier.request(), request);
        if (repeat != null) {
            return repeat;
        }
        Refusal refusal = notTheirs(complaint, by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Supplement awaited = awaited(complaint);
        if (awaited == null) {
            return new Refused(Refusal.NO_SUPPLEMENT_AWAITED);
        }
        if (awaited.number() < Limits.SUPPLEMENTS || !at.isAfter(awaited.answerBy())) {
            return new Refused(Refusal.SUPPLEMENT_STILL_IN_TIME);
        }
        Ending ending = new Ending(at, reason, null, request);
        Draft draft = new Draft(complaint);
        draft.status = ComplaintStatus.RETURNED;
        draft.procedure = draft.procedure.ended(ending);
        draft.note(at, "returned", Sentences.returned(reason));
        return draft.changed(new ComplaintReturned(ending, Objects.requireNonNull(draft.department), by.officer()));
    }

    /** Routing gave the clock another deadline; of an extension the resident is told. */
    public static Decision deadlineChanged(Complaint complaint, DeadlineChange change) {
        return switch (complaint.status()) {
            case ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> {
                Draft draft = new Draft(complaint);
                draft.deadline = change.deadline().ofKind(complaint.petitionKind());
                draft.note(change.at(), change.cause().wireName(), Sentences.deadlineChanged(change));
                yield switch (change.cause()) {
                    case EXTENDED -> draft.changed(new ComplaintExtended(change));
                    case RECOMPUTED, REOPENED ->
                        change.tell() ? draft.changed(new DeadlineMoved(change)) : draft.changed();
                    case SUSPENDED, RESUMED -> draft.changed();
                };
            }
            case FILED, ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> new Unchanged(complaint);
        };
    }

    /** Routing proposes a further extension, which needs the resident's consent. */
    public static Decision proposed(Complaint complaint, Consent consent, Department department, Officer officer) {
        return switch (complaint.status()) {
            case ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> {
                Draft draft = new Draft(complaint);
                draft.procedure = draft.procedure.with(consent);
                draft.note(consent.askedAt(), "consentRequested", Sentences.consentRequested(consent));
                yield draft.changed(new ConsentRequested(consent, department, officer));
            }
            case FILED, ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> new Unchanged(complaint);
        };
    }

    /** The resident consents to the further extension, or does not. */
    public static Decision consent(Complaint complaint, boolean agreed, Instant at, @Nullable RequestMark request) {
        Consent asked = complaint.progress().procedure().consent();
        if (asked == null) {
            return new Refused(Refusal.NO_CONSENT_ASKED);
        }
        Decision repeat = complaint.compare(asked.request(), request);
        if (repeat != null) {
            return repeat;
        }
        if (asked.agreed() != null) {
            return new Refused(Refusal.CONSENT_ANSWERED);
        }
        return switch (complaint.status()) {
            case ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> new Refused(complaint.ended());
            case FILED, ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> {
                Draft draft = new Draft(complaint);
                draft.procedure = draft.procedure.with(asked.answered(agreed, at, request));
                draft.note(at, "consentAnswered", Sentences.consentAnswered(agreed));
                yield draft.changed(new ConsentAnswered(asked.extension(), agreed, at));
            }
        };
    }

    /** Routing sent the case on to another office (이송). */
    public static Decision transferred(Complaint complaint, Ending ending, Department department) {
        return switch (complaint.status()) {
            case FILED, ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> {
                Draft draft = new Draft(complaint);
                draft.status = ComplaintStatus.TRANSFERRED;
                draft.procedure = draft.procedure.ended(ending);
                draft.note(ending.at(), "transferred", Sentences.transferred(ending));
                yield draft.changed(new ComplaintTransferred(ending, department));
            }
            case ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> new Unchanged(complaint);
        };
    }

    private static @Nullable Supplement awaited(Complaint complaint) {
        return complaint.isAwaitingSupplement()
                ? complaint.progress().procedure().lastSupplement().orElseThrow()
                : null;
    }

    private static Refusal notAwaited(Complaint complaint) {
        return switch (complaint.status()) {
            case ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> complaint.ended();
            case FILED, ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> Refusal.NO_SUPPLEMENT_AWAITED;
        };
    }

    /** The case is not answered 30 days after its acceptance, or after the last notice (진행상황 통지, 시행령 §23). */
    public static Decision progressDue(
            Complaint complaint,
            int number,
            Department department,
            @Nullable Officer officer,
            Instant dueAt,
            Instant at) {
        return switch (complaint.status()) {
            case ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED -> {
                Draft draft = new Draft(complaint);
                draft.note(at, "progress", Sentences.progress(department, dueAt));
                yield draft.changed(new ProgressReported(number, department, officer, dueAt, at));
            }
            case FILED, ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> new Unchanged(complaint);
        };
    }

    /** Whether officers work on it, and for itself or with others wait for no one. */
    static boolean isWorkable(Complaint complaint) {
        return switch (complaint.status()) {
            case ACCEPTED, ASSIGNED, IN_PROGRESS -> complaint.progress().department() != null;
            case FILED, SUPPLEMENT_REQUESTED, ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> false;
        };
    }

    static @Nullable Refusal notTheirs(Complaint complaint, Acting by) {
        return notTheirs(complaint, by.departments());
    }

    static @Nullable Refusal notTheirs(Complaint complaint, Set<String> departments) {
        Department department = complaint.progress().department();
        if (department != null && !departments.contains(department.id())) {
            return Refusal.OTHER_DEPARTMENT;
        }
        return switch (complaint.status()) {
            case FILED -> Refusal.NOT_YET_ACCEPTED;
            case ANSWERED, CLOSED, WITHDRAWN, RETURNED, TRANSFERRED -> complaint.ended();
            case ACCEPTED, ASSIGNED, IN_PROGRESS, SUPPLEMENT_REQUESTED ->
                department == null
                        ? Refusal.NOT_YET_ROUTED
                        : complaint.progress().procedure().merger() == null ? null : Refusal.MERGED;
        };
    }

    private static Instant endOfDay(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, SeoulTime.ZONE).plusDays(days);
        return day.atTime(END_OF_DAY).atZone(SeoulTime.ZONE).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }
}

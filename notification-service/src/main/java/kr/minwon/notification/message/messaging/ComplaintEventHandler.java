package kr.minwon.notification.message.messaging;

import static kr.minwon.notification.message.messaging.Fields.moment;
import static kr.minwon.notification.message.messaging.Fields.present;
import static kr.minwon.notification.message.messaging.Fields.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.messaging.ComplaintEvents.AnsweredV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.AssignedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.DepartmentV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.OfficerV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.StartedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.SubmittedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.TextedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.WithdrawnV1;
import kr.minwon.outbox.EventHandler;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.Outcome;
import kr.minwon.outbox.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint event means for its reporter. A message is stored before the case's sequence advances; its id is
 * deterministic, so the same event read again finds it there. Types that are not known are passed over.
 */
final class ComplaintEventHandler implements EventHandler<CaseRecord> {
    /** What may change where its notices stand, or that they stand. */
    private static final Set<String> MOVES = Set.of(
            "complaint.accepted.v1",
            "complaint.extended.v1",
            "complaint.deadline-changed.v1",
            "complaint.supplement-requested.v1",
            "complaint.assigned.v1",
            "complaint.started.v1",
            "complaint.reopened.v1",
            "complaint.merged.v1",
            "complaint.answered.v1",
            "complaint.closed.v1",
            "complaint.withdrawn.v1",
            "complaint.returned.v1",
            "complaint.transferred.v1");

    private final Messages messages;
    private final Notices notices;
    private final RefusedReplies refused;
    private final List<Message> stored = new ArrayList<>();
    private boolean moved;

    /** Hears that a text could not be taken into its case; the same again does nothing. */
    @FunctionalInterface
    interface RefusedReplies {
        void refused(String replyId, String refusal);
    }

    ComplaintEventHandler(Messages messages, Notices notices, RefusedReplies refused) {
        this.messages = messages;
        this.notices = notices;
        this.refused = refused;
    }

    /** The messages that this run found or stored, to be handed over once the case has advanced. */
    List<Message> stored() {
        return List.copyOf(stored);
    }

    /** Whether an event of this run may have changed whose case it is or its deadline, or accepted or ended it. */
    boolean hasMoved() {
        return moved;
    }

    @Override
    public Outcome<CaseRecord> on(@Nullable CaseRecord current, IncomingEvent event) {
        moved |= MOVES.contains(event.type());
        try {
            return standing(current, told(current, event), event);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            // Whatever is wrong with a known type's body is poison, and named without quoting it.
            throw new UnreadableEvent("the body of " + event + " does not fit", e);
        }
    }

    private Outcome<CaseRecord> told(@Nullable CaseRecord current, IncomingEvent event) {
        return switch (event.type()) {
            case "complaint.submitted.v1" -> submitted(current, event);
            case "complaint.assigned.v1" -> assigned(current, event);
            case "complaint.started.v1" -> started(current, event);
            case "complaint.accepted.v1" ->
                tell(current == null ? null : current.accepted(), ProcedureTellings.accepted(event), event);
            case "complaint.changed.v1" -> tell(current, ProcedureTellings.changed(event), event);
            case "complaint.progress.v1" -> tell(current, ProcedureTellings.progress(event), event);
            case "complaint.merged.v1" -> tell(current, ProcedureTellings.merged(event), event);
            case "complaint.continued.v1" -> tell(current, ProcedureTellings.continued(event), event);
            case "complaint.closed.v1" -> closed(current, event);
            case "complaint.answered.v1" -> tell(current, answered(event), event);
            case "complaint.withdrawn.v1" -> tell(current, withdrawn(event), event);
            case "complaint.supplement-requested.v1" ->
                clockMoved(current, ProcedureTellings.supplementRequested(event), event);
            case "complaint.supplemented.v1" -> tell(current, ProcedureTellings.supplemented(event), event);
            case "complaint.deadline-changed.v1" ->
                clockMoved(current, ProcedureTellings.deadlineChanged(event), event);
            case "complaint.extended.v1" -> clockMoved(current, ProcedureTellings.extended(event), event);
            case "complaint.consent-requested.v1" -> tell(current, ProcedureTellings.consentRequested(event), event);
            case "complaint.returned.v1" -> tell(current, ProcedureTellings.returned(event), event);
            case "complaint.transferred.v1" -> tell(current, ProcedureTellings.transferred(event), event);
            case "complaint.texted.v1" -> texted(event);
            case "complaint.reopened.v1" -> reopened(current, event);
            default -> Outcome.unchanged();
        };
    }

    /** As far as the event takes the case, whether or not there is anything to tell. */
    private static Outcome<CaseRecord> standing(
            @Nullable CaseRecord current, Outcome<CaseRecord> told, IncomingEvent event) {
        CaseRecord next = told.next() == null ? current : told.next();
        if (next == null) {
            return told;
        }
        Standing standing = Standings.after(next.standing(), event);
        return standing.equals(next.standing()) ? told : Outcome.of(next.standing(standing), told.events());
    }

    private Outcome<CaseRecord> texted(IncomingEvent event) {
        TextedV1 body = event.as(TextedV1.class);
        if (body.refusal() != null) {
            refused.refused(present(body.replyId()), body.refusal());
        }
        return Outcome.unchanged();
    }

    private Outcome<CaseRecord> submitted(@Nullable CaseRecord current, IncomingEvent event) {
        SubmittedV1 body = event.as(SubmittedV1.class);
        About about = new About(present(body.complaintId()), present(body.officeId()), present(body.receiptNumber()));
        if (!event.subject().endsWith("/" + about.complaintId())) {
            throw new IllegalArgumentException("of another complaint than its subject");
        }
        String phone = present(present(body.reporter()).phone());
        boolean consent = present(body.smsConsent());
        // An office that accepts by hand says so when it has.
        boolean byHand = "filed".equals(body.status());
        Step step = byHand ? Step.FILED : Step.RECEIVED;
        Instant at = moment(body.submittedAt());
        Telling telling = "text".equals(body.channel())
                ? Telling.of(Step.TEXTED, Map.of("link", present(body.link())), at)
                : Telling.of(step, Map.of(), at);
        CaseRecord opened = CaseRecord.opened(about, phone, consent, at, language(body.language()))
                .of(present(body.reporter()).contactId());
        return current == null
                ? tell(byHand ? opened.awaitingAcceptance() : opened, telling, event)
                : Outcome.unchanged();
    }

    /** What was said of the deadline before is no longer so. */
    private Outcome<CaseRecord> clockMoved(@Nullable CaseRecord current, Telling telling, IncomingEvent event) {
        return tell(current == null ? null : current.clockMoved(telling.at()), telling, event);
    }

    /** Who asks for a language that no text is in is told in Korean. */
    private static String language(@Nullable String asked) {
        return asked == null ? Spoken.KOREAN : Spoken.languageOf(asked);
    }

    private Outcome<CaseRecord> assigned(@Nullable CaseRecord current, IncomingEvent event) {
        AssignedV1 body = event.as(AssignedV1.class);
        DepartmentV1 department = present(body.department());
        String id = present(department.id());
        Map<String, String> values = Map.of(
                "department", present(department.name()),
                "contact", present(department.contact()),
                "dueAt", time(body.dueAt()));
        Instant at = moment(body.assignedAt());
        return tell(current == null ? null : current.assignedTo(id, at), Telling.of(Step.ASSIGNED, values, at), event);
    }

    /** Residents are not told; staff are reminded of what is theirs. */
    private static Outcome<CaseRecord> started(@Nullable CaseRecord current, IncomingEvent event) {
        StartedV1 body = event.as(StartedV1.class);
        String officer = present(present(body.officer()).id());
        Instant at = moment(body.startedAt());
        return current == null ? Outcome.unchanged() : Outcome.of(current.takenBy(officer, at));
    }

    /** Nobody is responsible until somebody takes it again. */
    private static Outcome<CaseRecord> reopened(@Nullable CaseRecord current, IncomingEvent event) {
        return current == null || current.officerId() == null
                ? Outcome.unchanged()
                : Outcome.of(current.takenBy(null, event.time()));
    }

    /** What a rating closes needs no text. */
    private Outcome<CaseRecord> closed(@Nullable CaseRecord current, IncomingEvent event) {
        return ProcedureTellings.closed(event)
                .map(telling -> tell(current, telling, event))
                .orElseGet(Outcome::unchanged);
    }

    private static Telling answered(IncomingEvent event) {
        AnsweredV1 body = event.as(AnsweredV1.class);
        DepartmentV1 department = present(body.department());
        OfficerV1 officer = body.officer();
        String name = officer == null ? null : officer.name();
        Map<String, String> values = Map.of(
                "department", present(department.name()),
                "contact", present(department.contact()),
                "officer", Objects.requireNonNullElse(name, Spoken.SOME_OFFICER),
                "outcome", present(body.outcome()));
        return Telling.of(Step.ANSWERED, values, moment(body.answeredAt()));
    }

    private static Telling withdrawn(IncomingEvent event) {
        Instant at = moment(event.as(WithdrawnV1.class).withdrawnAt());
        return Telling.of(Step.WITHDRAWN, Map.of(), at);
    }

    /** Does nothing for a case that is not known. */
    private Outcome<CaseRecord> tell(@Nullable CaseRecord one, Telling telling, IncomingEvent event) {
        if (one == null) {
            return Outcome.unchanged();
        }
        Step step = telling.step();
        int n = one.next(step, telling.number());
        Optional<Message> made = notices.of(one, step, n, telling.values(), telling.at(), event.traceparent());
        if (made.isEmpty()) {
            return Outcome.of(one.after(step, n, null));
        }
        Message message = made.get();
        if (messages.add(message)) {
            stored.add(message);
        } else {
            // Stored by a run that did not come to the end; it may still have to be handed over.
            messages.find(message.id()).ifPresent(stored::add);
        }
        return Outcome.of(one.after(step, n, message.id()));
    }
}

package kr.minwon.notification.message.messaging;

import static kr.minwon.notification.message.messaging.Fields.moment;
import static kr.minwon.notification.message.messaging.Fields.number;
import static kr.minwon.notification.message.messaging.Fields.present;
import static kr.minwon.notification.message.messaging.Fields.time;

import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.messaging.ComplaintEvents.AcceptedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.ChangedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.ClosedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.ConsentRequestedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.ContinuedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.DeadlineChangedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.DepartmentV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.ExtendedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.MergedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.OfficerV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.ProgressV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.ReturnedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.SupplementRequestedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.SupplementedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.TransferredV1;
import kr.minwon.outbox.IncomingEvent;
import org.jspecify.annotations.Nullable;

/** What the events of the procedure tell: 보완, 연장, 반려, 이송 (민원처리법 §16, §22, 시행령 §21, §25). */
final class ProcedureTellings {
    private ProcedureTellings() {}

    static Telling supplementRequested(IncomingEvent event) {
        SupplementRequestedV1 body = event.as(SupplementRequestedV1.class);
        Map<String, String> values = Map.of(
                "request", present(body.request()),
                "answerBy", time(body.answerBy()),
                "department", name(body.department()),
                "officer", name(body.officer()),
                "contact", contact(body.department()),
                "link", present(body.link()));
        return new Telling(Step.SUPPLEMENT, number(body.supplement()), values, moment(body.requestedAt()));
    }

    static Telling supplemented(IncomingEvent event) {
        SupplementedV1 body = event.as(SupplementedV1.class);
        Map<String, String> values =
                Map.of("department", name(body.department()), "contact", contact(body.department()));
        return new Telling(Step.SUPPLEMENTED, number(body.supplement()), values, moment(body.suppliedAt()));
    }

    static Telling extended(IncomingEvent event) {
        ExtendedV1 body = event.as(ExtendedV1.class);
        Map<String, String> values = Map.of(
                "reason", present(body.reason()),
                "dueAt", time(body.dueAt()),
                "department", name(body.department()),
                "officer", name(body.officer()),
                "contact", contact(body.department()));
        return new Telling(Step.EXTENDED, number(body.extension()), values, moment(body.extendedAt()));
    }

    /** Named by the event's place in the case: nothing else counts these. */
    static Telling deadlineChanged(IncomingEvent event) {
        DeadlineChangedV1 body = event.as(DeadlineChangedV1.class);
        Map<String, String> values = Map.of(
                "reason", present(body.reason()),
                "dueAt", time(body.dueAt()),
                "department", name(body.department()),
                "contact", contact(body.department()));
        Step step = "reopened".equals(body.cause()) ? Step.REOPENED : Step.DEADLINE;
        return new Telling(step, Math.toIntExact(event.sequence()), values, moment(body.changedAt()));
    }

    static Telling accepted(IncomingEvent event) {
        return Telling.of(
                Step.RECEIVED, Map.of(), moment(event.as(AcceptedV1.class).acceptedAt()));
    }

    static Telling changed(IncomingEvent event) {
        ChangedV1 body = event.as(ChangedV1.class);
        return new Telling(Step.CHANGED, number(body.change()), Map.of(), moment(body.changedAt()));
    }

    static Telling progress(IncomingEvent event) {
        ProgressV1 body = event.as(ProgressV1.class);
        Map<String, String> values = Map.of(
                "dueAt", time(body.dueAt()),
                "department", name(body.department()),
                "officer", body.officer() == null ? Spoken.SOME_OFFICER : name(body.officer()),
                "contact", contact(body.department()));
        return new Telling(Step.PROGRESS, number(body.progress()), values, moment(body.reportedAt()));
    }

    static Telling merged(IncomingEvent event) {
        MergedV1 body = event.as(MergedV1.class);
        Map<String, String> values = Map.of(
                "reason", present(body.reason()),
                "department", name(body.department()),
                "officer", name(body.officer()),
                "contact", contact(body.department()));
        return new Telling(Step.MERGED, Math.toIntExact(event.sequence()), values, moment(body.mergedAt()));
    }

    static Telling continued(IncomingEvent event) {
        ContinuedV1 body = event.as(ContinuedV1.class);
        Map<String, String> values =
                Map.of("department", name(body.department()), "contact", contact(body.department()));
        return new Telling(Step.CONTINUED, Math.toIntExact(event.sequence()), values, moment(body.continuedAt()));
    }

    /** Empty for a case that its rating closed. */
    static Optional<Telling> closed(IncomingEvent event) {
        ClosedV1 body = event.as(ClosedV1.class);
        if (!present(body.reason()).equals("repeat")) {
            return Optional.empty();
        }
        Map<String, String> values = Map.of(
                "reason", present(body.explanation()),
                "department", name(body.department()),
                "officer", name(body.officer()),
                "contact", contact(body.department()));
        return Optional.of(
                new Telling(Step.CLOSED, Math.toIntExact(event.sequence()), values, moment(body.closedAt())));
    }

    static Telling consentRequested(IncomingEvent event) {
        ConsentRequestedV1 body = event.as(ConsentRequestedV1.class);
        Map<String, String> values = Map.of(
                "reason", present(body.reason()),
                "dueAt", time(body.dueAt()),
                "department", name(body.department()),
                "officer", name(body.officer()),
                "contact", contact(body.department()),
                "link", present(body.link()));
        return new Telling(Step.CONSENT, number(body.extension()), values, moment(body.requestedAt()));
    }

    static Telling returned(IncomingEvent event) {
        ReturnedV1 body = event.as(ReturnedV1.class);
        Map<String, String> values = Map.of(
                "reason", present(body.reason()),
                "department", name(body.department()),
                "officer", name(body.officer()),
                "contact", contact(body.department()));
        return Telling.of(Step.RETURNED, values, moment(body.returnedAt()));
    }

    static Telling transferred(IncomingEvent event) {
        TransferredV1 body = event.as(TransferredV1.class);
        Map<String, String> values = Map.of(
                "agency", present(body.agency()),
                "reason", present(body.reason()),
                "department", name(body.department()),
                "contact", contact(body.department()));
        return Telling.of(Step.TRANSFERRED, values, moment(body.transferredAt()));
    }

    private static String name(@Nullable DepartmentV1 department) {
        return present(present(department).name());
    }

    private static String contact(@Nullable DepartmentV1 department) {
        return present(present(department).contact());
    }

    private static String name(@Nullable OfficerV1 officer) {
        return present(present(officer).name());
    }
}

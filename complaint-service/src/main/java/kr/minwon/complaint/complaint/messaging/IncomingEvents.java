package kr.minwon.complaint.complaint.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.Consent;
import kr.minwon.complaint.complaint.Deadline;
import kr.minwon.complaint.complaint.DeadlineChange;
import kr.minwon.complaint.complaint.Decision;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Ending;
import kr.minwon.complaint.complaint.MessageState;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Procedures;
import kr.minwon.complaint.complaint.Reopenings;
import kr.minwon.complaint.complaint.messaging.RoutingAssignedV1.DepartmentV1;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/** Turns events of others into what they do to a complaint; a type we do not need does nothing. */
final class IncomingEvents {
    private static final String WORK_ITEM = "work-item/";

    private IncomingEvents() {}

    /** The complaint that a routing event is of: its subject is {@code work-item/<complaintId>}. */
    static ComplaintId complaintOf(IncomingEvent event) {
        return read(event, () -> {
            if (!event.subject().startsWith(WORK_ITEM)) {
                throw new IllegalArgumentException("no work item");
            }
            return new ComplaintId(event.subject().substring(WORK_ITEM.length()));
        });
    }

    static Function<Complaint, Decision> effectOf(IncomingEvent event) {
        return switch (event.type()) {
            case "routing.assigned.v1" -> assigned(event);
            case "routing.claimed.v1" -> claimed(event);
            case "routing.deadline-changed.v1" -> deadlineChanged(event);
            case "routing.extension-proposed.v1" -> proposed(event);
            case "routing.transferred.v1" -> transferred(event);
            case "routing.progress-due.v1" -> progressDue(event);
            case "routing.objection-term.v1" -> objectionTerm(event);
            default -> Decision.Unchanged::new;
        };
    }

    private static Function<Complaint, Decision> assigned(IncomingEvent event) {
        RoutingAssignedV1 body = event.as(RoutingAssignedV1.class);
        return read(event, () -> {
            Department department = department(body.department());
            List<String> steps = present(body.steps());
            Deadline deadline = new Deadline(moment(body.dueAt()), present(body.period()), steps, body.petitionKind());
            Instant at = moment(body.assignedAt());
            return complaint -> complaint.assigned(department, deadline, at, body.assignment());
        });
    }

    private static Function<Complaint, Decision> claimed(IncomingEvent event) {
        RoutingClaimedV1 body = event.as(RoutingClaimedV1.class);
        return read(event, () -> {
            Department department = department(body.department());
            Officer officer = officer(present(body.officer()));
            Instant at = moment(body.claimedAt());
            return complaint -> complaint.claimed(department, officer, at);
        });
    }

    private static Function<Complaint, Decision> deadlineChanged(IncomingEvent event) {
        RoutingDeadlineChangedV1 body = event.as(RoutingDeadlineChangedV1.class);
        return read(event, () -> {
            Deadline deadline = new Deadline(moment(body.dueAt()), present(body.period()), present(body.steps()), null);
            DeadlineChange change = new DeadlineChange(
                    DeadlineChange.Cause.of(present(body.cause()))
                            .orElseThrow(() -> new IllegalArgumentException("an unknown cause")),
                    present(body.extension()),
                    present(body.reason()),
                    deadline,
                    department(body.department()),
                    body.officer() == null ? null : officer(body.officer()),
                    moment(body.changedAt()),
                    Boolean.TRUE.equals(body.tell()));
            return complaint -> Procedures.deadlineChanged(complaint, change);
        });
    }

    private static Function<Complaint, Decision> proposed(IncomingEvent event) {
        RoutingExtensionProposedV1 body = event.as(RoutingExtensionProposedV1.class);
        return read(event, () -> {
            Consent consent = new Consent(
                    present(body.extension()),
                    present(body.reason()),
                    moment(body.dueAt()),
                    moment(body.proposedAt()),
                    null,
                    null,
                    null);
            Department department = department(body.department());
            Officer officer = officer(present(body.officer()));
            return complaint -> Procedures.proposed(complaint, consent, department, officer);
        });
    }

    private static Function<Complaint, Decision> transferred(IncomingEvent event) {
        RoutingTransferredV1 body = event.as(RoutingTransferredV1.class);
        return read(event, () -> {
            Ending ending =
                    new Ending(moment(body.transferredAt()), present(body.reason()), present(body.agency()), null);
            Department department = department(body.department());
            return complaint -> Procedures.transferred(complaint, ending, department);
        });
    }

    private static Function<Complaint, Decision> progressDue(IncomingEvent event) {
        RoutingProgressDueV1 body = event.as(RoutingProgressDueV1.class);
        return read(event, () -> {
            int number = present(body.progress());
            Department department = department(body.department());
            Officer officer = body.officer() == null ? null : officer(body.officer());
            Instant dueAt = moment(body.dueAt());
            Instant at = moment(body.progressAt());
            return complaint -> Procedures.progressDue(complaint, number, department, officer, dueAt, at);
        });
    }

    private static Function<Complaint, Decision> objectionTerm(IncomingEvent event) {
        RoutingObjectionTermV1 body = event.as(RoutingObjectionTermV1.class);
        return read(event, () -> {
            int answer = present(body.answer());
            if (answer < 1) {
                throw new IllegalArgumentException("no answer");
            }
            LocalDate lastDay = LocalDate.parse(present(body.lastDay()));
            return complaint -> Reopenings.objectionTerm(complaint, answer, lastDay);
        });
    }

    private static Officer officer(RoutingClaimedV1.OfficerV1 by) {
        return new Officer(present(by.id()), present(by.name()));
    }

    /** A text's state. */
    static MessageState message(IncomingEvent event, NotificationMessageV1 body) {
        return read(
                event,
                () -> new MessageState(
                        present(body.messageId()),
                        present(body.step()),
                        present(body.state()),
                        body.rank(),
                        moment(body.at()),
                        body.provider(),
                        body.reason()));
    }

    static ComplaintId complaintOf(IncomingEvent event, NotificationMessageV1 body) {
        return read(event, () -> new ComplaintId(present(body.complaintId())));
    }

    private static Department department(@Nullable DepartmentV1 department) {
        DepartmentV1 there = present(department);
        return new Department(present(there.id()), present(there.name()), present(there.contact()));
    }

    private static Instant moment(@Nullable String time) {
        return OffsetDateTime.parse(present(time)).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }

    /** Whatever is wrong with a known type's body is poison, and named without quoting it. */
    private static <T> T read(IncomingEvent event, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new UnreadableEvent("the body of " + event + " does not fit", e);
        }
    }
}

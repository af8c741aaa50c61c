package kr.minwon.notification.message.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.messaging.ComplaintEvents.AnsweredV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.AssignedV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.DepartmentV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.OfficerV1;
import kr.minwon.notification.message.messaging.ComplaintEvents.SubmittedV1;
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
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("M월 d일(E) H시", Locale.KOREAN);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M월 d일(E) H시 m분", Locale.KOREAN);
    private static final String SOME_OFFICER = "담당자";

    private final Messages messages;
    private final Notices notices;
    private final List<Message> stored = new ArrayList<>();

    ComplaintEventHandler(Messages messages, Notices notices) {
        this.messages = messages;
        this.notices = notices;
    }

    /** The messages that this run found or stored, to be handed over once the case has advanced. */
    List<Message> stored() {
        return List.copyOf(stored);
    }

    @Override
    public Outcome<CaseRecord> on(@Nullable CaseRecord current, IncomingEvent event) {
        try {
            return switch (event.type()) {
                case "complaint.submitted.v1" -> submitted(current, event);
                case "complaint.assigned.v1" -> assigned(current, event);
                case "complaint.answered.v1" -> answered(current, event);
                case "complaint.withdrawn.v1" -> withdrawn(current, event);
                default -> Outcome.unchanged();
            };
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            // Whatever is wrong with a known type's body is poison, and named without quoting it.
            throw new UnreadableEvent("the body of " + event + " does not fit", e);
        }
    }

    private Outcome<CaseRecord> submitted(@Nullable CaseRecord current, IncomingEvent event) {
        SubmittedV1 body = event.as(SubmittedV1.class);
        About about = new About(present(body.complaintId()), present(body.officeId()), present(body.receiptNumber()));
        if (!event.subject().endsWith("/" + about.complaintId())) {
            throw new IllegalArgumentException("of another complaint than its subject");
        }
        String phone = present(present(body.reporter()).phone());
        boolean consent = present(body.smsConsent());
        Instant at = moment(body.submittedAt()).toInstant();
        return current == null
                ? tell(CaseRecord.opened(about, phone, consent), Step.RECEIVED, Map.of(), at, event)
                : Outcome.unchanged();
    }

    private Outcome<CaseRecord> assigned(@Nullable CaseRecord current, IncomingEvent event) {
        AssignedV1 body = event.as(AssignedV1.class);
        DepartmentV1 department = present(body.department());
        String id = present(department.id());
        Map<String, String> values = Map.of(
                "department", present(department.name()),
                "contact", present(department.contact()),
                "dueAt", spoken(moment(body.dueAt())));
        Instant at = moment(body.assignedAt()).toInstant();
        return current == null ? Outcome.unchanged() : tell(current.assignedTo(id), Step.ASSIGNED, values, at, event);
    }

    private Outcome<CaseRecord> answered(@Nullable CaseRecord current, IncomingEvent event) {
        AnsweredV1 body = event.as(AnsweredV1.class);
        DepartmentV1 department = present(body.department());
        OfficerV1 officer = body.officer();
        String name = officer == null ? null : officer.name();
        Map<String, String> values = Map.of(
                "department", present(department.name()),
                "contact", present(department.contact()),
                "officer", Objects.requireNonNullElse(name, SOME_OFFICER),
                "outcome", present(body.outcome()));
        Instant at = moment(body.answeredAt()).toInstant();
        return current == null ? Outcome.unchanged() : tell(current, Step.ANSWERED, values, at, event);
    }

    private Outcome<CaseRecord> withdrawn(@Nullable CaseRecord current, IncomingEvent event) {
        Instant at = moment(event.as(WithdrawnV1.class).withdrawnAt()).toInstant();
        return current == null ? Outcome.unchanged() : tell(current, Step.WITHDRAWN, Map.of(), at, event);
    }

    private Outcome<CaseRecord> tell(
            CaseRecord one, Step step, Map<String, String> values, Instant at, IncomingEvent event) {
        Optional<Message> made = notices.of(one, step, values, at, event.traceparent());
        if (made.isEmpty()) {
            return Outcome.of(one.after(step, null));
        }
        Message message = made.get();
        if (messages.add(message)) {
            stored.add(message);
        } else {
            // Stored by a run that did not come to the end; it may still have to be handed over.
            messages.find(message.id()).ifPresent(stored::add);
        }
        return Outcome.of(one.after(step, message.id()));
    }

    /** A date as people say it: {@code 12월 1일(화) 18시}. */
    private static String spoken(OffsetDateTime at) {
        ZonedDateTime seoul = at.atZoneSameInstant(SEOUL);
        return (seoul.getMinute() == 0 ? HOUR : MINUTE).format(seoul);
    }

    private static OffsetDateTime moment(@Nullable String time) {
        return OffsetDateTime.parse(present(time));
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }
}

package kr.minwon.notification.message.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.Step;
import kr.minwon.outbox.EventHandler;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.Outcome;
import kr.minwon.outbox.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint event means for its reporter. A message is inserted before the case's sequence advances; its id is
 * deterministic, so that the same event read again finds it there.
 */
final class ComplaintEventHandler implements EventHandler<CaseRecord> {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M월 d일(E) H시", Locale.KOREAN);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M월 d일(E) H시 m분", Locale.KOREAN);

    private final Messages messages;
    private final Notices notices;
    private final List<Message> inserted = new ArrayList<>();

    ComplaintEventHandler(Messages messages, Notices notices) {
        this.messages = messages;
        this.notices = notices;
    }

    /** The messages that this run stored, to be handed over. */
    List<Message> inserted() {
        return List.copyOf(inserted);
    }

    @Override
    public Outcome<CaseRecord> on(@Nullable CaseRecord current, IncomingEvent event) {
        return switch (event.type()) {
            case "complaint.submitted.v1" -> submitted(event);
            case "complaint.assigned.v1" -> assigned(current, event);
            case "complaint.answered.v1" -> answered(current, event);
            case "complaint.withdrawn.v1" -> withdrawn(current, event);
            default -> Outcome.unchanged();
        };
    }

    private Outcome<CaseRecord> submitted(IncomingEvent event) {
        ComplaintEvents.SubmittedV1 body = event.as(ComplaintEvents.SubmittedV1.class);
        require(event, body.complaintId(), body.officeId(), body.receiptNumber(), body.reporter(), body.submittedAt());
        CaseRecord opened = new CaseRecord(
                body.complaintId(),
                body.officeId(),
                body.receiptNumber(),
                body.reporter().phone(),
                body.smsConsent(),
                null,
                null,
                Map.of());
        return tell(opened, Step.RECEIVED, Map.of(), body.submittedAt(), event);
    }

    private Outcome<CaseRecord> assigned(@Nullable CaseRecord current, IncomingEvent event) {
        ComplaintEvents.AssignedV1 body = event.as(ComplaintEvents.AssignedV1.class);
        require(event, body.department(), body.dueAt(), body.assignedAt());
        if (current == null) {
            return Outcome.unchanged();
        }
        Map<String, String> values = Map.of(
                "department", body.department().name(),
                "contact", body.department().contact(),
                "dueAt", koreanDate(body.dueAt()));
        return tell(current.assignedTo(body.department().id()), Step.ASSIGNED, values, body.assignedAt(), event);
    }

    private Outcome<CaseRecord> answered(@Nullable CaseRecord current, IncomingEvent event) {
        ComplaintEvents.AnsweredV1 body = event.as(ComplaintEvents.AnsweredV1.class);
        require(event, body.outcome(), body.department(), body.answeredAt());
        if (current == null) {
            return Outcome.unchanged();
        }
        ComplaintEvents.OfficerV1 officer = body.officer();
        Map<String, String> values = Map.of(
                "department", body.department().name(),
                "contact", body.department().contact(),
                "officer", officer == null ? "" : officer.name(),
                "outcome", body.outcome());
        return tell(current, Step.ANSWERED, values, body.answeredAt(), event);
    }

    private Outcome<CaseRecord> withdrawn(@Nullable CaseRecord current, IncomingEvent event) {
        ComplaintEvents.WithdrawnV1 body = event.as(ComplaintEvents.WithdrawnV1.class);
        require(event, body.withdrawnAt());
        return current == null
                ? Outcome.unchanged()
                : tell(current, Step.WITHDRAWN, Map.of(), body.withdrawnAt(), event);
    }

    private Outcome<CaseRecord> tell(
            CaseRecord about, Step step, Map<String, String> values, OffsetDateTime at, IncomingEvent event) {
        Map<String, String> all = new java.util.HashMap<>(values);
        all.put("receiptNumber", about.receiptNumber());
        Instant eventAt = at.toInstant();
        Optional<Message> message = notices.of(about, step, all, eventAt, event.traceparent());
        if (message.isEmpty()) {
            return Outcome.of(about);
        }
        if (messages.add(message.get())) {
            inserted.add(message.get());
        } else {
            // Stored by a run that did not come to the end; it may still have to be handed over.
            messages.find(message.get().id()).ifPresent(inserted::add);
        }
        return Outcome.of(about.told(step, message.get().id()));
    }

    private static String koreanDate(OffsetDateTime at) {
        var seoul = at.atZoneSameInstant(SEOUL);
        return (seoul.getMinute() == 0 ? DAY : MINUTE).format(seoul);
    }

    private static void require(IncomingEvent event, @Nullable Object... fields) {
        for (Object field : fields) {
            if (field == null) {
                throw new UnreadableEvent(event.type() + " lacks a field that is needed");
            }
        }
    }
}

package kr.minwon.notification.message.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.minwon.notification.message.Message;
import kr.minwon.outbox.NewEvent;

/** Messages to {@code notification.message.v1}. */
public final class MessageEventMapper {
    /** The one type this service publishes. */
    public static final String TYPE = "notification.message.v1";

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private MessageEventMapper() {}

    /** The message's whole state as an event. */
    public static NewEvent message(Message message, Instant at) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("complaintId", message.complaintId());
        body.put("officeId", message.officeId());
        body.put("receiptNumber", message.receiptNumber());
        body.put("messageId", message.id());
        body.put("step", message.step());
        body.put("recipient", message.recipient());
        body.put("state", message.state().wireName());
        body.put("rank", message.state().rank());
        body.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(SEOUL)));
        body.put("provider", message.provider());
        body.put("reason", message.reason());
        return new NewEvent(TYPE, message.complaintId(), body);
    }
}

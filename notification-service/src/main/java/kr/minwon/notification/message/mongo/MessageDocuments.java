package kr.minwon.notification.message.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Receipt;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Messages to and from documents. The fields that exist only while there is work to do follow from the state. */
final class MessageDocuments implements DocumentMapping<Message> {
    /** Since when a message waits; there only while it is queued. */
    static final String WAITING_SINCE = "waitingSince";
    /** The instance that is handing it over; there only while it is being sent. */
    static final String SENDING_BY = "sendingBy";
    /** {@code office/instant/id}; there only while it is unknown. */
    static final String UNKNOWN_KEY = "unknownKey";
    /** {@code provider/id}: what receipts are matched by. */
    static final String PROVIDER_KEY = "providerKey";

    @Override
    public Message read(Document document) {
        Document receipt = document.get("receipt", Document.class);
        return new Message(
                document.getString("_id"),
                document.getString("complaintId"),
                document.getString("officeId"),
                document.getString("receiptNumber"),
                document.getString("departmentId"),
                document.getString("step"),
                document.getString("recipient"),
                document.getString("phone"),
                document.getString("text"),
                document.getString("template"),
                document.getString("previous"),
                MessageState.of(document.getString("state")),
                instant(document, "eventAt"),
                instant(document, "queuedAt"),
                optional(document, "sentAt"),
                optional(document, "acceptedAt"),
                document.getString("provider"),
                document.getString("providerMessageId"),
                receipt == null
                        ? null
                        : new Receipt(
                                MessageState.of(receipt.getString("state")),
                                instant(receipt, "at"),
                                receipt.getString("reason")),
                document.getString("reason"),
                document.getString("traceparent"),
                document.getString(SENDING_BY));
    }

    @Override
    public Document write(Message message) {
        Document document = new Document("complaintId", message.complaintId())
                .append("officeId", message.officeId())
                .append("receiptNumber", message.receiptNumber())
                .append("step", message.step())
                .append("recipient", message.recipient())
                .append("phone", message.sealedPhone())
                .append("text", message.text())
                .append("template", message.templateVersion())
                .append("state", message.state().wireName())
                .append("eventAt", Date.from(message.eventAt()))
                .append("queuedAt", Date.from(message.queuedAt()));
        append(document, "departmentId", message.departmentId());
        append(document, "previous", message.previous());
        append(document, "sentAt", message.sentAt());
        append(document, "acceptedAt", message.acceptedAt());
        append(document, "provider", message.provider());
        append(document, "providerMessageId", message.providerMessageId());
        append(document, "reason", message.reason());
        append(document, "traceparent", message.traceparent());
        append(document, SENDING_BY, message.sendingBy());
        if (message.providerMessageId() != null) {
            document.append(PROVIDER_KEY, message.provider() + "/" + message.providerMessageId());
        }
        Receipt receipt = message.receipt();
        if (receipt != null) {
            Document inner = new Document("state", receipt.state().wireName()).append("at", Date.from(receipt.at()));
            append(inner, "reason", receipt.reason());
            document.append("receipt", inner);
        }
        if (message.state() == MessageState.QUEUED) {
            document.append(WAITING_SINCE, Date.from(message.queuedAt()));
        }
        if (message.state() == MessageState.UNKNOWN) {
            Instant since = Objects.requireNonNullElse(message.sentAt(), message.queuedAt());
            document.append(UNKNOWN_KEY, message.officeId() + "/" + since + "/" + message.id());
        }
        return document;
    }

    private static void append(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value instanceof Instant instant ? Date.from(instant) : value);
        }
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(optional(document, field), field);
    }

    private static @Nullable Instant optional(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}

package kr.minwon.notification.message.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Progress;
import kr.minwon.notification.message.Receipt;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Messages to and from documents. The fields of background work exist only while there is work, so that their sparse
 * indexes hold nothing else.
 */
final class MessageDocuments implements DocumentMapping<Message> {
    /** There while the message is queued: since when. */
    static final String WAITING_SINCE = "waitingSince";
    /** There while it is being sent: by which instance. */
    static final String SENDING_BY = "sendingBy";
    /** There while it is unknown: {@code office/sent at/id}, what the list of unknown ones is paged by. */
    static final String UNKNOWN_KEY = "unknownKey";
    /** There while it is unknown: {@code provider/reference}, what a receipt may still be matched by. */
    static final String REFERENCE_KEY = "referenceKey";
    /** There once the provider has it: {@code provider/id}, what receipts are matched by. */
    static final String PROVIDER_KEY = "providerKey";

    private static final String VERSION = "version";

    @Override
    public Message read(Document document) {
        return new Message(
                document.getString("_id"),
                document.get(VERSION, Number.class).longValue(),
                new About(
                        document.getString("complaintId"),
                        document.getString("officeId"),
                        document.getString("receiptNumber")),
                document.getString("step"),
                document.getString("recipient"),
                document.getString("phone"),
                new Content(
                        document.getString("text"),
                        Encoding.of(document.getString("encoding")),
                        document.getString("template")),
                document.getString("previous"),
                instant(document, "eventAt"),
                instant(document, "queuedAt"),
                document.getString("traceparent"),
                progress(document));
    }

    private static Progress progress(Document document) {
        Document receipt = document.get("receipt", Document.class);
        return new Progress(
                MessageState.of(document.getString("state")),
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
                document.getString(SENDING_BY));
    }

    @Override
    public Document write(Message message) {
        Document document = new Document("complaintId", message.about().complaintId())
                .append("officeId", message.about().officeId())
                .append("receiptNumber", message.about().receiptNumber())
                .append("step", message.step())
                .append("recipient", message.recipient())
                .append("phone", message.sealedPhone())
                .append("text", message.content().text())
                .append("encoding", message.content().encoding().label())
                .append("template", message.content().templateVersion())
                .append("eventAt", Date.from(message.eventAt()))
                .append("queuedAt", Date.from(message.queuedAt()));
        append(document, "previous", message.previous());
        append(document, "traceparent", message.traceparent());
        write(message.progress(), document);
        switch (message.state()) {
            case QUEUED -> document.append(WAITING_SINCE, Date.from(message.queuedAt()));
            case UNKNOWN -> {
                Instant since = Objects.requireNonNullElse(message.progress().sentAt(), message.queuedAt());
                document.append(UNKNOWN_KEY, message.about().officeId() + "/" + since + "/" + message.id());
                document.append(REFERENCE_KEY, referenceKey(message.progress().provider(), message.reference()));
            }
            default -> {}
        }
        return document;
    }

    private static void write(Progress progress, Document document) {
        document.append("state", progress.state().wireName());
        append(document, "sentAt", progress.sentAt());
        append(document, "acceptedAt", progress.acceptedAt());
        append(document, "provider", progress.provider());
        append(document, "providerMessageId", progress.providerMessageId());
        append(document, "reason", progress.reason());
        append(document, SENDING_BY, progress.sendingBy());
        if (progress.providerMessageId() != null) {
            document.append(PROVIDER_KEY, providerKey(progress.provider(), progress.providerMessageId()));
        }
        Receipt receipt = progress.receipt();
        if (receipt != null) {
            Document inner = new Document("state", receipt.state().wireName()).append("at", Date.from(receipt.at()));
            append(inner, "reason", receipt.reason());
            document.append("receipt", inner);
        }
    }

    static String providerKey(@Nullable String provider, String providerMessageId) {
        return provider + "/" + providerMessageId;
    }

    static String referenceKey(@Nullable String provider, int reference) {
        return provider + "/" + reference;
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

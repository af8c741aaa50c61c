package kr.minwon.notification.message.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Progress;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Hand-overs to and from the fields of a document: the latest in the message's own, each earlier one in one of its own. */
final class AttemptDocuments {
    /** There while it is being sent: by which instance. */
    static final String SENDING_BY = "sendingBy";

    static final String SENT_AT = "sentAt";

    private AttemptDocuments() {}

    /** @param state of the hand-over */
    static Progress read(Document document, MessageState state) {
        Document receipt = document.get("receipt", Document.class);
        return new Progress(
                state,
                instant(document, SENT_AT),
                instant(document, "acceptedAt"),
                document.getString("provider"),
                document.getString("providerMessageId"),
                receipt == null
                        ? null
                        : new Receipt(
                                MessageState.of(receipt.getString("state")),
                                Objects.requireNonNull(instant(receipt, "at")),
                                reason(receipt)),
                reason(document),
                document.getString(SENDING_BY),
                decision(document.get("decision", Document.class)));
    }

    private static @Nullable Reason reason(Document document) {
        String said = document.getString("reason");
        String cause = document.getString("cause");
        return said == null ? null : new Reason(said, cause == null ? null : Cause.of(cause));
    }

    private static @Nullable Decision decision(@Nullable Document document) {
        return document == null
                ? null
                : new Decision(
                        Decision.What.of(document.getString("what")),
                        document.getString("by"),
                        document.getString("byName"),
                        Objects.requireNonNull(instant(document, "at")));
    }

    /** Writes all but the state. */
    static void write(Progress progress, Document document) {
        append(document, SENT_AT, progress.sentAt());
        append(document, "acceptedAt", progress.acceptedAt());
        append(document, "provider", progress.provider());
        append(document, "providerMessageId", progress.providerMessageId());
        write(progress.reason(), document);
        append(document, SENDING_BY, progress.sendingBy());
        Receipt receipt = progress.receipt();
        if (receipt != null) {
            Document inner = new Document("state", receipt.state().wireName()).append("at", Date.from(receipt.at()));
            write(receipt.reason(), inner);
            document.append("receipt", inner);
        }
        Decision decision = progress.decision();
        if (decision != null) {
            document.append(
                    "decision",
                    new Document("what", decision.what().wireName())
                            .append("by", decision.by())
                            .append("byName", decision.byName())
                            .append("at", Date.from(decision.at())));
        }
    }

    private static void write(@Nullable Reason reason, Document document) {
        if (reason != null) {
            document.append("reason", reason.said());
            if (reason.cause() != null) {
                document.append("cause", reason.cause().wireName());
            }
        }
    }

    static void append(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value instanceof Instant instant ? Date.from(instant) : value);
        }
    }

    static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}

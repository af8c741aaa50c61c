package kr.minwon.outbox;

import java.util.List;
import org.bson.Document;

/** The names of the outbox's own fields in a document, and how they are read. */
final class OutboxFields {
    static final String VERSION = "version";
    static final String OUTBOX = "outbox";
    static final String SEQUENCE = "outbox.seq";
    static final String PENDING = "outbox.pending";
    /** Since when something is pending; there only while something is. */
    static final String RELAY_AT = "relayAt";

    static final String INBOX = "inbox";
    /** Since when something waits early; there only while something does. */
    static final String EARLY_AT = "earlyAt";

    /** True in a document that only keeps early events. */
    static final String PLACEHOLDER = "placeholder";

    private static final List<String> OWN = List.of("_id", VERSION, OUTBOX, RELAY_AT, INBOX, EARLY_AT, PLACEHOLDER);

    private OutboxFields() {}

    static void refuseOwnFieldsIn(Document written) {
        for (String field : OWN) {
            if (written.containsKey(field)) {
                throw new IllegalStateException("the field " + field + " is the outbox's own");
            }
        }
    }

    static boolean isPlaceholder(Document document) {
        return document.containsKey(PLACEHOLDER);
    }

    static long version(Document document) {
        return document.get(VERSION, Number.class).longValue();
    }

    static List<PendingEvent> pending(Document document) {
        return list(document, OUTBOX, "pending").stream()
                .map(PendingEvent::read)
                .toList();
    }

    static long sequence(Document document) {
        Document outbox = document.get(OUTBOX, Document.class);
        return outbox == null ? 0 : outbox.get("seq", Number.class).longValue();
    }

    static List<Document> list(Document document, String part, String name) {
        Document inner = document.get(part, Document.class);
        List<Document> found = inner == null ? null : inner.getList(name, Document.class);
        return found == null ? List.of() : found;
    }
}

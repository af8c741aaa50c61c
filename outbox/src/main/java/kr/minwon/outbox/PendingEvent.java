package kr.minwon.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An event as it waits in its document. */
record PendingEvent(
        String id,
        long sequence,
        String type,
        String key,
        Instant time,
        byte[] body,
        @Nullable String traceparent) {
    static final int LARGEST_BODY = 512 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static PendingEvent of(
            NewEvent event, EventSource source, String documentId, long sequence, Instant now, @Nullable String trace) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (source.sequenced()) {
            // First for a reader's eye, and again below: what the event says itself does not count.
            body.put("sequence", sequence);
        }
        body.putAll(event.body());
        if (source.sequenced()) {
            body.put("sequence", sequence);
        }
        byte[] json = JSON.writeValueAsBytes(body);
        if (json.length > LARGEST_BODY) {
            // Kafka would never take it, and what follows in the document would wait for it.
            throw new IllegalArgumentException(event.type() + " of " + json.length + " bytes is too large");
        }
        return new PendingEvent(
                source.subject(documentId) + "#" + sequence, sequence, event.type(), event.key(), now, json, trace);
    }

    static PendingEvent read(Document document) {
        return new PendingEvent(
                document.getString("id"),
                document.get("seq", Number.class).longValue(),
                document.getString("type"),
                document.getString("key"),
                document.getDate("at").toInstant(),
                document.get("body", Binary.class).getData(),
                document.getString("trace"));
    }

    Document write() {
        Document document = new Document("seq", sequence)
                .append("id", id)
                .append("type", type)
                .append("key", key)
                .append("at", Date.from(time))
                .append("body", new Binary(body));
        return traceparent == null ? document : document.append("trace", traceparent);
    }
}

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
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static PendingEvent of(
            NewEvent event, EventSource source, String documentId, long sequence, Instant now, @Nullable String trace) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (source.sequenced()) {
            body.put("sequence", sequence);
        }
        body.putAll(event.body());
        return new PendingEvent(
                source.subject(documentId) + "#" + sequence,
                sequence,
                event.type(),
                event.key(),
                now,
                JSON.writeValueAsBytes(body),
                trace);
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

package kr.minwon.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Mother of events. */
final class Events {
    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private Events() {}

    static NewEvent filed() {
        return new NewEvent("case.filed.v1", "k", Map.of("title", "보안등"));
    }

    static NewEvent assigned(String to) {
        return new NewEvent("case.assigned.v1", "k", Map.of("department", to));
    }

    static IncomingEvent incoming(String subject, long sequence) {
        return incoming(subject, sequence, "item.counted.v1", "{\"sequence\":" + sequence + "}");
    }

    static IncomingEvent incoming(String subject, long sequence, String type, String body) {
        return new IncomingEvent(
                subject + "#" + sequence,
                type,
                "/test",
                subject,
                NOW,
                sequence,
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}

package kr.minwon.notification.message.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import kr.minwon.outbox.IncomingEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden examples of the contracts, made fit for a case. */
public final class Examples {
    public static final JsonMapper JSON = JsonMapper.builder().build();

    private Examples() {}

    /** The example of a type with a case of its own. */
    public static ObjectNode body(String type, String complaintId, long sequence) {
        String file = "/contracts/events/" + type + ".example.json";
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(file), file)) {
            ObjectNode body = (ObjectNode) JSON.readTree(in);
            return body.put("complaintId", complaintId).put("sequence", sequence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example as it arrives. */
    public static IncomingEvent event(String type, String complaintId, long sequence) {
        return event(type, complaintId, body(type, complaintId, sequence), null);
    }

    static IncomingEvent event(String type, String complaintId, ObjectNode body, @Nullable String traceparent) {
        return new IncomingEvent(
                type + complaintId + body.path("sequence"),
                type,
                "/minwon/complaint-service",
                "complaint/" + complaintId,
                Instant.parse("2026-11-23T01:12:31Z"),
                body.path("sequence").asLong(),
                traceparent,
                JSON.writeValueAsBytes(body));
    }
}

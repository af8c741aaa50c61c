package kr.minwon.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CloudEvent from Kafka (binary mode).
 *
 * @param id {@code ce_id}: the same when it is sent again
 * @param type {@code ce_type}
 * @param source {@code ce_source}
 * @param subject {@code ce_subject}: the producing document, within which sequences count
 * @param time {@code ce_time}
 * @param sequence counted per subject from 1; 0 for a source that does not count
 * @param traceparent W3C trace context, if it came with one
 * @param body JSON bytes
 */
public record IncomingEvent(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        long sequence,
        @Nullable String traceparent,
        byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Reads the headers and the sequence.
     *
     * @throws UnreadableEvent when a header is missing or malformed
     */
    public static IncomingEvent from(Message<byte[]> message) {
        String time = header(message, "ce_time");
        try {
            return new IncomingEvent(
                    header(message, "ce_id"),
                    header(message, "ce_type"),
                    header(message, "ce_source"),
                    header(message, "ce_subject"),
                    OffsetDateTime.parse(time).toInstant(),
                    sequenceOf(message.getPayload()),
                    text(message.getHeaders().get("traceparent")),
                    message.getPayload());
        } catch (DateTimeParseException e) {
            throw new UnreadableEvent("ce_time is no time: " + time, e);
        }
    }

    private static long sequenceOf(byte[] body) {
        try {
            return JSON.readTree(body).path("sequence").asLong(0);
        } catch (JacksonException e) {
            throw new UnreadableEvent("the body of an event is no JSON", e);
        }
    }

    private static String header(Message<byte[]> message, String name) {
        String value = text(message.getHeaders().get(name));
        if (value == null) {
            throw new UnreadableEvent("an event without the header " + name);
        }
        return value;
    }

    private static @Nullable String text(@Nullable Object header) {
        return header instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : Objects.toString(header, null);
    }

    /**
     * The body as a record of the fields a consumer reads; others are ignored.
     *
     * @throws UnreadableEvent when it does not fit
     */
    public <T> T as(Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException e) {
            throw new UnreadableEvent("the body of " + this.type + " cannot be read", e);
        }
    }

    /** The body as a tree. */
    public JsonNode json() {
        return as(JsonNode.class);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IncomingEvent event && event.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Without the body, which may hold personal data. */
    @Override
    public String toString() {
        return type + " " + subject + "#" + sequence;
    }
}

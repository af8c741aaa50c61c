package kr.minwon.notification.dispatch.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the other side answered.
 *
 * @param status HTTP status
 */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The JSON object of the body; empty for HTML, half a body, nothing or anything else. */
    public Optional<JsonNode> json() {
        try {
            JsonNode read = JSON.readTree(body);
            return read != null && read.isObject() ? Optional.of(read) : Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** Whether the other side says when to come again. */
    boolean asksToWait() {
        return headers.firstValue("Retry-After")
                .filter(value -> !value.isBlank())
                .isPresent();
    }

    /** How long the other side asks to be left alone ({@code Retry-After}, seconds or a date); zero when it does not. */
    Duration retryAfter(Instant now) {
        Optional<String> value = headers.firstValue("Retry-After").map(String::strip);
        if (value.isEmpty()) {
            return Duration.ZERO;
        }
        if (value.get().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value.get()));
        }
        Duration until = date(value.get()).map(at -> Duration.between(now, at)).orElse(Duration.ZERO);
        return until.isNegative() ? Duration.ZERO : until;
    }

    /** How far our clock is from theirs, by their {@code Date}; zero when they do not say. */
    Duration skew(Instant now) {
        return headers.firstValue("Date")
                .flatMap(Answer::date)
                .map(theirs -> Duration.between(theirs, now).abs())
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Status and size only: bodies may hold phone numbers. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }

    /** The beginning of the body, for a reason that staff read: one line, no phone number. */
    public String beginning() {
        String text = new String(body, 0, Math.min(body.length, 120), StandardCharsets.UTF_8);
        return text.replaceAll("[\\p{Cc}<>]+", " ").replaceAll("\\d{7,}", "***").strip();
    }
}

package kr.minwon.notification.reply.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import kr.minwon.notification.ReplyMeter;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.reply.InboundText;
import kr.minwon.notification.reply.Replies;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes inbound texts over HTTP, in one form of our own: no provider that we send by documents one. Who calls is decided
 * before the body is parsed; the signature is over the time and the body, so neither an old nor an altered call is taken. What
 * cannot be stored is answered 503, so that it comes again; what comes again does nothing.
 */
@RestController
@EnableConfigurationProperties(InboundSettings.class)
class InboundController {
    private static final Logger log = LoggerFactory.getLogger(InboundController.class);
    private static final ProblemType FORGED = new ProblemType("forged-text", 401);
    private static final ProblemType LATER = new ProblemType("texts-later", 503);
    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_ID = 100;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration MOST_AHEAD = Duration.ofMinutes(5);
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 .()-]{0,30}");

    private final InboundSettings settings;
    private final Replies replies;
    private final MeterRegistry meters;
    private final JsonMapper json;
    private final Clock clock;

    InboundController(InboundSettings settings, Replies replies, MeterRegistry meters, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.replies = replies;
        this.meters = meters;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A text.
     *
     * @param id the source's own, the same when it is brought again
     * @param receivedAt when it was sent, with an offset
     */
    record InboundRequest(
            @Nullable String id,
            @Nullable String from,
            @Nullable String to,
            @Nullable String text,
            @Nullable String receivedAt) {}

    /** @param taken whether it is kept; false for one of too many from a number in an hour, which is not to come again */
    record Taken(boolean taken) {}

    @PostMapping(path = "/api/v1/sms-inbound/{source}", consumes = "application/json", produces = "application/json")
    Taken take(@PathVariable String source, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        InboundSettings.Source known = settings.of(source);
        if (known == null || !isGenuine(source, known.key(), request, body)) {
            throw new ProblemException(FORGED);
        }
        if (body.length > MOST_BYTES) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE);
        }
        InboundText text = text(source, read(body));
        try {
            Replies.Taken taken = replies.on(text);
            ReplyMeter.count(meters, taken);
            return new Taken(!(taken instanceof Replies.Taken.Flood));
        } catch (RuntimeException away) {
            log.warn("an inbound text cannot be taken now: {}", away.toString());
            throw new ProblemException(LATER).retryAfter(SOON);
        }
    }

    private boolean isGenuine(String source, Secret secret, HttpServletRequest request, byte[] body) {
        try {
            return InboundSignature.isGenuine(
                    secret.read(),
                    request.getHeader(InboundSignature.TIMESTAMP),
                    request.getHeader(InboundSignature.SIGNATURE),
                    body,
                    clock.instant());
        } catch (Secret.Unreadable missing) {
            log.error("{}: inbound texts are refused: {}", source, missing.getMessage());
            return false;
        }
    }

    private InboundRequest read(byte[] body) {
        try {
            InboundRequest request = json.readValue(body, InboundRequest.class);
            if (request == null) {
                throw new ProblemException(ProblemType.BROKEN_JSON);
            }
            return request;
        } catch (JacksonException broken) {
            throw new ProblemException(ProblemType.BROKEN_JSON);
        }
    }

    private InboundText text(String source, InboundRequest request) {
        FieldErrors errors = new FieldErrors();
        if (request.id() == null || request.id().isBlank()) {
            errors.add("id", "required");
        } else if (request.id().length() > LONGEST_ID) {
            errors.add("id", "too-long-id", LONGEST_ID);
        }
        if (request.text() == null) {
            errors.add("text", "required");
        }
        Instant at = moment(request.receivedAt(), errors);
        errors.throwIfAny();
        if (request.id() == null || request.text() == null || at == null) {
            throw new IllegalStateException("checked above");
        }
        return new InboundText(source, request.id(), number(request.from()), number(request.to()), request.text(), at);
    }

    private @Nullable Instant moment(@Nullable String receivedAt, FieldErrors errors) {
        if (receivedAt == null) {
            errors.add("receivedAt", "required");
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(receivedAt).toInstant();
            if (at.isBefore(clock.instant().plus(MOST_AHEAD)) && at.isAfter(Instant.EPOCH)) {
                return at;
            }
        } catch (DateTimeException e) {
            log.debug("no moment", e);
        }
        errors.add("receivedAt", "no-moment");
        return null;
    }

    /** As it is dialled here; empty for a name, in which digits say nothing of who it is. */
    private static String number(@Nullable String written) {
        if (written == null || !NUMBER.matcher(written).matches()) {
            return "";
        }
        String digits = written.replaceAll("\\D", "");
        return written.startsWith("+82") || (digits.startsWith("8210") && digits.length() == 12)
                ? "0" + digits.substring(2)
                : digits;
    }
}

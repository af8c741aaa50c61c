package kr.minwon.notification.dispatch.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes receipts that providers bring. Who calls is decided before the body is read; a provider that is not switched on is
 * answered like a forger. What cannot be stored is answered 503, so that it comes again; what comes again does nothing.
 */
@RestController
class ReceiptsController {
    private static final Logger log = LoggerFactory.getLogger(ReceiptsController.class);
    private static final ProblemType FORGED = new ProblemType("forged-receipt", 401);
    private static final ProblemType LATER = new ProblemType("receipts-later", 503);
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Map<String, Webhook> webhooks;
    private final Receipts receipts;
    private final JsonMapper json;
    private final Clock clock;

    ReceiptsController(ObjectProvider<Webhook> webhooks, Receipts receipts, JsonMapper json, Clock clock) {
        this.webhooks = webhooks.stream().collect(Collectors.toUnmodifiableMap(Webhook::provider, Function.identity()));
        this.receipts = receipts;
        this.json = json;
        this.clock = clock;
    }

    /** @param taken receipts that ended something, or will once their text is known */
    record Taken(int taken) {}

    @PostMapping(path = "/api/v1/sms-receipts/{provider}", consumes = "application/json", produces = "application/json")
    Taken take(@PathVariable String provider, HttpServletRequest request) throws IOException {
        Webhook webhook = webhooks.get(provider);
        if (webhook == null || !isGenuine(webhook, request)) {
            throw new ProblemException(FORGED);
        }
        List<Receipts.Notice> notices =
                webhook.read(body(request), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!areTaken(notices)) {
            throw new ProblemException(LATER).retryAfter(SOON);
        }
        return new Taken(notices.size());
    }

    private static boolean isGenuine(Webhook webhook, HttpServletRequest request) {
        try {
            return webhook.isGenuine(request::getHeader);
        } catch (Secret.Unreadable missing) {
            log.error("{}: receipts are refused: {}", webhook.provider(), missing.getMessage());
            return false;
        }
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE);
        }
        try {
            return json.readTree(body);
        } catch (JacksonException broken) {
            throw new ProblemException(ProblemType.BROKEN_JSON);
        }
    }

    private boolean areTaken(List<Receipts.Notice> notices) {
        try {
            return receipts.on(notices);
        } catch (RuntimeException away) {
            log.warn("receipts cannot be stored now: {}", away.toString());
            return false;
        }
    }
}

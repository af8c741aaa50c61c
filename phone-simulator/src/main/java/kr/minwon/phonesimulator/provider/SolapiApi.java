package kr.minwon.phonesimulator.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.minwon.phonesimulator.delivery.ReceiptDelivery;
import kr.minwon.phonesimulator.message.ReceiptState;
import kr.minwon.phonesimulator.message.Submit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** SOLAPI's send, list and webhook. One message a request. */
@RestController
@RequestMapping("/solapi")
class SolapiApi {

    static final String NAME = "solapi";
    /** What the ids of 알림톡 begin with. */
    private static final String ALIMTALK_ID = "M4A";

    private static final String NO_KAKAO_TALK = "3104";
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "HMAC-SHA256 apiKey=(\\S+), date=(\\S+), salt=(\\S{12,64}), signature=([0-9a-f]{64})",
            Pattern.CASE_INSENSITIVE);
    private static final int FORBIDDEN = 403;
    private static final int BAD = 400;

    // a signature is good once; kept no longer than it is good
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final Texts texts;
    private final Conduct conduct;
    private final ProviderProperties properties;
    private final Clock clock;

    SolapiApi(Texts texts, Conduct conduct, ProviderProperties properties, Clock clock) {
        this.texts = texts;
        this.conduct = conduct;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping("/messages/v4/send-many/detail")
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Reply> refusal = refusal(request);
        JsonNode body = Bodies.json(request).orElse(null);
        JsonNode message =
                body == null ? MissingNode.getInstance() : body.path("messages").path(0);
        if (refusal.isEmpty() && !message.isObject()) {
            refusal = Optional.of(Reply.of(BAD, "ValidationError", "messages"));
        }
        if (refusal.isPresent()) {
            Conduct.write(
                    response,
                    refusal.get().status(),
                    "application/json;charset=UTF-8",
                    refusal.get().json());
            return;
        }
        if (isAlimtalk(message) && wrongOptions(message)) {
            Conduct.write(
                    response,
                    BAD,
                    "application/json;charset=UTF-8",
                    Reply.of(BAD, "ValidationError", "kakaoOptions").json());
            return;
        }
        Texts.Incoming incoming = incoming(message);
        String wrong = Texts.wrong(incoming);
        conduct.answer(
                request,
                response,
                () -> wrong == null
                        ? texts.take(
                                incoming,
                                id -> (incoming.alimtalk() == null ? "M4V" : ALIMTALK_ID) + id,
                                id -> Reply.ok(taken(incoming, id)),
                                () -> Reply.ok(failed(incoming, "1060")))
                        : Taken.answered(Reply.ok(failed(incoming, code(wrong)))));
    }

    private static Texts.Incoming incoming(JsonNode message) {
        return new Texts.Incoming(
                NAME,
                message.path("from").asString(""),
                message.path("to").asString(""),
                message.path("text").asString(""),
                message.path("type").asString("").equals("LMS"),
                message.path("subject").asString(""),
                message.path("customFields").path("handOverId").asString(""),
                isAlimtalk(message)
                        ? message.path("kakaoOptions").path("templateId").asString("")
                        : null);
    }

    private static boolean isAlimtalk(JsonNode message) {
        return message.path("type").asString("").equals("ATA");
    }

    private static boolean wrongOptions(JsonNode message) {
        JsonNode options = message.path("kakaoOptions");
        return options.path("pfId").asString("").isBlank()
                || options.path("templateId").asString("").isBlank()
                || !options.path("variables").propertyNames().stream().allMatch(name -> name.matches("#\\{[^{}]+}"));
    }

    private static String code(String wrong) {
        return switch (wrong) {
            case "encoding" -> "1029";
            case "length" -> "1031";
            case "sender" -> "1062";
            case "kakao" -> NO_KAKAO_TALK;
            default -> "3010";
        };
    }

    private static Map<String, Object> taken(Texts.Incoming incoming, String id) {
        return Map.of(
                "failedMessageList", List.of(),
                "groupInfo", Map.of("groupId", "G4V" + id, "count", Map.of("total", 1, "registeredSuccess", 1)),
                "messageList",
                        List.of(Map.of(
                                "messageId", id, "statusCode", "2000", "customFields", custom(incoming.reference()))));
    }

    private static Map<String, Object> failed(Texts.Incoming incoming, String code) {
        return Map.of(
                "failedMessageList",
                List.of(Map.of("to", incoming.to(), "statusCode", code, "customFields", custom(incoming.reference()))),
                "groupInfo",
                Map.of("count", Map.of("total", 1, "registeredFailed", 1)),
                "messageList",
                List.of());
    }

    private static Map<String, String> custom(@Nullable String reference) {
        return reference == null || reference.isEmpty() ? Map.of() : Map.of("handOverId", reference);
    }

    /** Knows the criteria that a look-up by phone and time uses; any other is refused. */
    @GetMapping("/messages/v4/list")
    void list(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String criteria,
            @RequestParam(required = false) @Nullable String value)
            throws IOException {
        Reply reply = refusal(request).orElseGet(() -> Reply.ok(listed(criteria, value)));
        Conduct.write(response, reply.status(), "application/json;charset=UTF-8", reply.json());
    }

    private Map<String, Object> listed(@Nullable String criteria, @Nullable String value) {
        Map<String, Object> found = new LinkedHashMap<>();
        String[] values = value == null ? new String[0] : value.split(",", -1);
        if ("to,dateCreated,dateCreated".equals(criteria) && values.length == 3) {
            long from = Instant.parse(values[1]).toEpochMilli();
            long until = Instant.parse(values[2]).toEpochMilli();
            texts.to(NAME, values[0], from, until).forEach(submit -> found.put(submit.messageId(), message(submit)));
        }
        return Map.of("limit", Texts.MOST_LISTED, "messageList", found);
    }

    private Map<String, Object> message(Submit submit) {
        String code = texts.result(submit)
                .map(state -> code(submit.messageId(), state))
                .orElse("3000");
        return Map.of(
                "messageId", submit.messageId(),
                "to", submit.to(),
                "from", submit.from(),
                "statusCode", code,
                "customFields", custom(submit.reference()));
    }

    private static String code(String id, ReceiptState state) {
        return id.startsWith(ALIMTALK_ID) && state != ReceiptState.DELIVRD ? NO_KAKAO_TALK : code(state);
    }

    private static String code(ReceiptState state) {
        return switch (state) {
            case DELIVRD -> "4000";
            case EXPIRED -> "3040";
            case UNDELIV -> "3043";
            case REJECTD -> "3054";
        };
    }

    /** A receipt as it is posted: one message of a report. */
    static Webhooks.Report report(ReceiptDelivery receipt, String secret) {
        Map<String, Object> message = new HashMap<>(Map.of(
                "messageId", receipt.receipt().messageId(),
                "to", receipt.from(),
                "from", receipt.to(),
                "statusCode",
                        code(receipt.receipt().messageId(), receipt.receipt().state()),
                "customFields", custom(receipt.reference())));
        return new Webhooks.Report(
                List.of("X-Solapi-Event-Name", "SINGLE-REPORT", "X-Solapi-Secret", sha1(secret)),
                Reply.ok(List.of(message)).json());
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why the caller is not admitted. */
    private Optional<Reply> refusal(HttpServletRequest request) {
        Matcher given = AUTHORIZATION.matcher(
                Optional.ofNullable(request.getHeader("Authorization")).orElse(""));
        if (!given.matches() || !given.group(1).equals(properties.solapi().apiKey())) {
            return Optional.of(Reply.of(FORBIDDEN, "InvalidAPIKey", "api key"));
        }
        String expected =
                HexFormat.of().formatHex(Bodies.hmac(properties.solapi().apiSecret(), given.group(2) + given.group(3)));
        if (!expected.equals(given.group(4))) {
            return Optional.of(Reply.of(FORBIDDEN, "SignatureDoesNotMatch", "signature"));
        }
        Instant now = clock.instant().plusSeconds(properties.clockSkewSeconds());
        if (isSkewed(given.group(2), now)) {
            return Optional.of(Reply.of(FORBIDDEN, "RequestTimeTooSkewed", "date"));
        }
        used.values().removeIf(at -> at.isBefore(now.minus(SKEW)));
        return used.putIfAbsent(given.group(4), now) == null
                ? Optional.empty()
                : Optional.of(Reply.of(FORBIDDEN, "DuplicatedSignature", "signature"));
    }

    private static boolean isSkewed(String date, Instant now) {
        try {
            return Duration.between(Instant.parse(date), now).abs().compareTo(SKEW) > 0;
        } catch (DateTimeException e) {
            return true;
        }
    }
}

package kr.minwon.phonesimulator.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.phonesimulator.message.ReceiptState;
import kr.minwon.phonesimulator.message.Submit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** NAVER Cloud SENS' send and list. One message a request. */
@RestController
@RequestMapping("/sens/sms/v2/services/{serviceId}/messages")
class SensApi {

    static final String NAME = "sens";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int BAD = 400;

    private final Texts texts;
    private final Conduct conduct;
    private final ProviderProperties properties;
    private final Clock clock;

    SensApi(Texts texts, Conduct conduct, ProviderProperties properties, Clock clock) {
        this.texts = texts;
        this.conduct = conduct;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping
    void send(@PathVariable String serviceId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Reply> refusal = refusal(serviceId, request);
        JsonNode body = Bodies.json(request).orElse(null);
        if (refusal.isEmpty() && body == null) {
            refusal = Optional.of(error(BAD, "Bad Request"));
        }
        if (refusal.isPresent() || body == null) {
            write(response, refusal.orElseGet(() -> error(BAD, "Bad Request")));
            return;
        }
        Texts.Incoming incoming = new Texts.Incoming(
                NAME,
                body.path("from").asString(""),
                body.path("messages").path(0).path("to").asString(""),
                body.path("content").asString(""),
                body.path("type").asString("").equals("LMS"),
                body.path("subject").asString(""),
                "");
        String wrong = Texts.wrong(incoming);
        conduct.answer(
                request,
                response,
                () -> wrong == null
                        ? texts.take(
                                incoming,
                                id -> "RSLA-" + id,
                                id -> new Reply(
                                        ACCEPTED,
                                        Map.of(
                                                "requestId",
                                                id,
                                                "requestTime",
                                                now(),
                                                "statusCode",
                                                "202",
                                                "statusName",
                                                "success")),
                                () -> error(BAD, "rejected"))
                        : Taken.answered(error(BAD, wrong)));
    }

    private String now() {
        return Bodies.time(clock.millis());
    }

    @GetMapping
    void list(
            @PathVariable String serviceId,
            @RequestParam(required = false) @Nullable String requestId,
            @RequestParam(required = false) @Nullable String requestStartTime,
            @RequestParam(required = false) @Nullable String requestEndTime,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Reply> refusal = refusal(serviceId, request);
        if (refusal.isPresent()) {
            write(response, refusal.get());
            return;
        }
        List<Submit> found = List.of();
        if (requestId != null) {
            found = texts.byId(requestId).stream().toList();
        } else if (to != null && requestStartTime != null && requestEndTime != null) {
            found = texts.to(NAME, to, Bodies.millis(requestStartTime), Bodies.millis(requestEndTime));
        }
        write(
                response,
                Reply.ok(Map.of(
                        "statusCode", "200",
                        "statusName", "success",
                        "messages", found.stream().map(this::message).toList())));
    }

    private Map<String, Object> message(Submit submit) {
        Optional<ReceiptState> result = texts.result(submit);
        Map<String, Object> message = new HashMap<>(Map.of(
                "requestId", submit.messageId(),
                "messageId", "0-" + submit.messageId(),
                "requestTime", Bodies.time(submit.receivedAt()),
                "from", submit.from(),
                "to", submit.to(),
                "status", result.isPresent() ? "COMPLETED" : "PROCESSING"));
        result.ifPresent(state -> {
            message.put("statusCode", code(state));
            message.put("statusName", state == ReceiptState.DELIVRD ? "success" : "fail");
        });
        return message;
    }

    private static String code(ReceiptState state) {
        return switch (state) {
            case DELIVRD -> "0";
            case EXPIRED -> "2000";
            case UNDELIV -> "2003";
            case REJECTD -> "3012";
        };
    }

    private Optional<Reply> refusal(String serviceId, HttpServletRequest request) {
        String time =
                Optional.ofNullable(request.getHeader("x-ncp-apigw-timestamp")).orElse("");
        String key =
                Optional.ofNullable(request.getHeader("x-ncp-iam-access-key")).orElse("");
        String query = request.getQueryString();
        String uri = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        String signed = request.getMethod() + " " + uri + "\n" + time + "\n" + key;
        String expected =
                Base64.getEncoder().encodeToString(Bodies.hmac(properties.sens().secretKey(), signed));
        boolean genuine = key.equals(properties.sens().accessKey())
                && expected.equals(request.getHeader("x-ncp-apigw-signature-v2"));
        if (!genuine || isSkewed(time)) {
            return Optional.of(new Reply(
                    UNAUTHORIZED, Map.of("error", Map.of("errorCode", "200", "message", "Authentication Failed"))));
        }
        return serviceId.equals(properties.sens().serviceId())
                ? Optional.empty()
                : Optional.of(error(NOT_FOUND, "Not Found"));
    }

    private boolean isSkewed(String time) {
        return !time.matches("\\d{13}")
                || Math.abs(Long.parseLong(time) - clock.millis() - properties.clockSkewSeconds() * 1000L)
                        > SKEW.toMillis();
    }

    private static Reply error(int status, String message) {
        return new Reply(status, Map.of("status", status, "errors", List.of(message), "errorMessage", message));
    }

    private static void write(HttpServletResponse response, Reply reply) throws IOException {
        Conduct.write(response, reply.status(), "application/json;charset=UTF-8", reply.json());
    }
}

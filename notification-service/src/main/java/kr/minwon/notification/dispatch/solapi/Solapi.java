package kr.minwon.notification.dispatch.solapi;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.dispatch.Inquiry.Question;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.Provider.Submission;
import kr.minwon.notification.dispatch.http.Answer;
import kr.minwon.notification.dispatch.http.Askable;
import kr.minwon.notification.dispatch.http.HttpSettings;
import kr.minwon.notification.dispatch.http.Json;
import kr.minwon.notification.dispatch.http.Lms;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.message.Alimtalk;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import tools.jackson.databind.JsonNode;

/**
 * SOLAPI's message API v4: {@code POST /messages/v4/send-many/detail} with one message, whose {@code customFields} carry
 * our id of the hand-over; {@code GET /messages/v4/list} gives them back. The list has no criterion for custom fields, so
 * it is read by phone and time. Facts are of SOLAPI's published documents and its SDK.
 */
final class Solapi implements Askable {
    static final String NAME = "solapi";
    /** At most 30 characters; its value at most 100. */
    static final String REFERENCE = "handOverId";

    private static final URI PUBLIC = URI.create("https://api.solapi.com");
    private static final Duration SKEW = Duration.ofMinutes(15);
    /** Documented nowhere; well above the time in which a message that was answered for has been seen in lists. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** Further than a clock may be off with which it took the text. */
    private static final Duration AROUND = SKEW.plusMinutes(5);

    private static final int LIST = 100;

    private final HttpSettings http;
    private final Secret apiKey;
    private final Secret apiSecret;

    Solapi(HttpSettings http, Secret apiKey, Secret apiSecret) {
        this.http = http;
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration allowedSkew() {
        return SKEW;
    }

    @Override
    public boolean carriesAlimtalk() {
        return true;
    }

    @Override
    public HttpRequest send(Submission submission, boolean isLong, Instant now) throws Secret.Unreadable {
        Alimtalk alimtalk = submission.alimtalk();
        Map<String, Object> message = new HashMap<>(Map.of(
                "to",
                submission.phone(),
                "from",
                submission.sender(),
                "text",
                alimtalk == null ? submission.text() : alimtalk.text(),
                "type",
                alimtalk != null ? "ATA" : isLong ? "LMS" : "SMS",
                "autoTypeDetect",
                false,
                "customFields",
                Map.of(REFERENCE, submission.handOverId())));
        if (alimtalk != null) {
            message.put("kakaoOptions", kakao(alimtalk));
        }
        if (isLong) {
            message.put("subject", Lms.subject(submission));
        }
        Map<String, Object> body = Map.of("messages", List.of(message), "showMessageList", true);
        return signed(Json.post(http.at(PUBLIC, "/messages/v4/send-many/detail"), body), now)
                .build();
    }

    /** SOLAPI sends no SMS in its place: that is done here, once, under the same message. */
    private static Map<String, Object> kakao(Alimtalk alimtalk) {
        Map<String, String> variables = new HashMap<>();
        alimtalk.values().forEach((name, value) -> variables.put("#{" + name + "}", value));
        return Map.of(
                "pfId", alimtalk.profile(), "templateId", alimtalk.code(), "variables", variables, "disableSms", true);
    }

    private HttpRequest.Builder signed(HttpRequest.Builder request, Instant now) throws Secret.Unreadable {
        String salt = UUID.randomUUID().toString().replace("-", "");
        return request.header("Authorization", SolapiSignature.header(apiKey.read(), apiSecret.read(), now, salt));
    }

    /** One message: it is in {@code messageList} with its id, or in {@code failedMessageList} with a code. */
    @Override
    public Handover read(Answer answer) {
        Optional<JsonNode> body = answer.json();
        if (body.isEmpty()) {
            return unreadable(answer);
        }
        if (answer.status() >= 400) {
            return refusal(answer, body.get().path("errorCode").asString(""));
        }
        JsonNode failed = body.get().path("failedMessageList").path(0);
        JsonNode taken = body.get().path("messageList").path(0);
        String code = (failed.isObject() ? failed : taken).path("statusCode").asString("");
        String id = taken.path("messageId").asString("");
        if (failed.isObject() && code.matches("\\d{4}") && !SolapiCodes.isUnderWay(code)) {
            return SolapiCodes.refusal(code);
        }
        return !failed.isObject() && !id.isEmpty() && SolapiCodes.isUnderWay(code)
                ? new Handover.Accepted(id)
                : unreadable(answer);
    }

    /** The whole request was refused; {@code errorCode} is a word, or the code of its only message. */
    private static Handover refusal(Answer answer, String errorCode) {
        if (errorCode.matches("\\d{4}")) {
            return SolapiCodes.refusal(errorCode);
        }
        return switch (errorCode) {
            case "ValidationError", "InvalidParameter", "BadRequest" ->
                new Handover.Refused(new Reason(errorCode, Cause.CONTENT_REFUSED));
            // Balance, quota, a service that is switched off: of the account.
            default -> new Handover.Busy("SOLAPI HTTP " + answer.status() + " " + errorCode, true);
        };
    }

    private static Handover unreadable(Answer answer) {
        return answer.status() >= 400
                ? new Handover.Busy("SOLAPI " + answer, true)
                : new Handover.Unknown(new Reason("SOLAPI " + answer, Cause.UNREADABLE_ANSWER));
    }

    @Override
    public boolean isOwnError(JsonNode body) {
        return !body.path("errorCode").asString("").isBlank();
    }

    @Override
    public HttpRequest harmless(Instant now) throws Secret.Unreadable {
        return signed(HttpRequest.newBuilder(http.at(PUBLIC, "/messages/v4/list?limit=1")), now)
                .build();
    }

    @Override
    public Duration settledAfter() {
        return SETTLED;
    }

    @Override
    public List<HttpRequest> ask(Question question, Instant now) throws Secret.Unreadable {
        String value = String.join(
                ",",
                question.phone(),
                question.sentAt().minus(AROUND).toString(),
                now.plus(AROUND).toString());
        String query = "?limit=" + LIST + "&criteria=to,dateCreated,dateCreated&cond=eq,gte,lte&value="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return List.of(signed(HttpRequest.newBuilder(http.at(PUBLIC, "/messages/v4/list" + query)), now)
                .build());
    }

    @Override
    public Fate fate(List<Answer> answers, Question question, Instant now) {
        Optional<JsonNode> body = answers.getFirst().json();
        if (body.isEmpty() || !body.get().path("messageList").isObject()) {
            return new Fate.CannotTell("an answer that cannot be read");
        }
        JsonNode found = body.get().path("messageList");
        for (JsonNode message : found) {
            if (message.path("customFields").path(REFERENCE).asString("").equals(question.handOverId())) {
                return fate(message, now);
            }
        }
        return found.size() < LIST ? new Fate.NeverTook() : new Fate.CannotTell("more than " + LIST + " to that phone");
    }

    private static Fate fate(JsonNode message, Instant now) {
        String id = message.path("messageId").asString("");
        String code = message.path("statusCode").asString("");
        if (id.isEmpty() || !code.matches("\\d{4}")) {
            return new Fate.CannotTell("a message without id or code");
        }
        return SolapiCodes.isUnderWay(code) ? new Fate.Took(id) : new Fate.Ended(id, receipt(code, now));
    }

    /** What a code that is not under way says. */
    static Receipt receipt(String code, Instant at) {
        return code.equals(SolapiCodes.ARRIVED)
                ? new Receipt(MessageState.DELIVERED, at, null)
                : new Receipt(MessageState.FAILED, at, SolapiCodes.reason(code));
    }
}

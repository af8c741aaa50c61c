package kr.minwon.notification.dispatch.aligo;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.Provider.Submission;
import kr.minwon.notification.dispatch.http.Answer;
import kr.minwon.notification.dispatch.http.HttpSettings;
import kr.minwon.notification.dispatch.http.Lms;
import kr.minwon.notification.dispatch.http.Results;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import tools.jackson.databind.JsonNode;

/**
 * Aligo: forms to {@code /send/}, answered 200 with a {@code result_code}, 1 for taken and negative for not. No field takes
 * our reference, its list does not name phones, and there are no webhooks: a hand-over in doubt is a person's decision, and
 * results are asked for. Which negative codes are of the account is published in part only: those from -199 to -101
 * (credentials, address, sender) and from -299 to -201 (nothing left to send) are taken to be. So are the words of
 * {@code sms_state}: one that is neither arrived nor a failure counts as on its way.
 */
final class Aligo implements Results {
    static final String NAME = "aligo";

    private static final URI PUBLIC = URI.create("https://apis.aligo.in");

    private final HttpSettings http;
    private final String userId;
    private final Secret key;

    Aligo(HttpSettings http, String userId, Secret key) {
        this.http = http;
        this.userId = userId;
        this.key = key;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Its key is sent as it is; no time is signed. */
    @Override
    public Duration allowedSkew() {
        return Duration.ZERO;
    }

    @Override
    public HttpRequest send(Submission submission, boolean isLong, Instant now) throws Secret.Unreadable {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("user_id", userId);
        form.put("sender", submission.sender());
        form.put("receiver", submission.phone());
        form.put("msg", submission.text());
        // Else it counts bytes by itself, and line ends otherwise than we do.
        form.put("msg_type", isLong ? "LMS" : "SMS");
        if (isLong) {
            form.put("title", Lms.subject(submission));
        }
        return post("/send/", form);
    }

    private HttpRequest post(String path, Map<String, String> form) throws Secret.Unreadable {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("key", key.read());
        String body = all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(http.at(PUBLIC, path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public Handover read(Answer answer) {
        if (answer.status() >= 400) {
            return new Handover.Busy("Aligo " + answer, true);
        }
        Optional<JsonNode> body = answer.json();
        int code = body.map(json -> json.path("result_code").asInt(0)).orElse(0);
        if (code < 0) {
            return refusal(code);
        }
        String id = body.map(json -> json.path("msg_id").asString("")).orElse("");
        int taken = body.map(json -> json.path("success_cnt").asInt(-1)).orElse(-1);
        int wrong = body.map(json -> json.path("error_cnt").asInt(-1)).orElse(-1);
        if (code == 1 && taken == 0 && wrong == 1) {
            return new Handover.Refused(new Reason("Aligo error_cnt 1", Cause.REJECTED));
        }
        return code == 1 && taken == 1 && !id.isEmpty() && !id.equals("0")
                ? new Handover.Accepted(id)
                : new Handover.Unknown(new Reason("Aligo " + answer, Cause.UNREADABLE_ANSWER));
    }

    private static Handover refusal(int code) {
        boolean ofTheAccount = (code <= -101 && code >= -199) || (code <= -201 && code >= -299);
        return ofTheAccount
                ? new Handover.Busy("Aligo " + code, true)
                : new Handover.Refused(new Reason("Aligo " + code, Cause.REJECTED));
    }

    @Override
    public boolean isOwnError(JsonNode body) {
        return body.path("result_code").asInt(0) < 0;
    }

    @Override
    public HttpRequest harmless(Instant now) throws Secret.Unreadable {
        return post("/remain/", Map.of("user_id", userId));
    }

    @Override
    public HttpRequest result(String providerMessageId, Instant now) throws Secret.Unreadable {
        return post("/sms_list/", Map.of("user_id", userId, "mid", providerMessageId));
    }

    @Override
    public Optional<Receipt> receipt(Answer answer, Instant now) {
        String state = answer.json()
                .filter(json -> json.path("result_code").asInt(0) == 1)
                .map(json -> json.path("list").path(0).path("sms_state").asString(""))
                .orElse("");
        if (state.equals("발송완료")) {
            return Optional.of(new Receipt(MessageState.DELIVERED, now, null));
        }
        return state.contains("실패")
                ? Optional.of(new Receipt(MessageState.FAILED, now, Reason.of(state)))
                : Optional.empty();
    }
}

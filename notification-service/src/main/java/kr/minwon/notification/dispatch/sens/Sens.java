package kr.minwon.notification.dispatch.sens;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.dispatch.Inquiry.Question;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.Provider.Submission;
import kr.minwon.notification.dispatch.http.Answer;
import kr.minwon.notification.dispatch.http.Askable;
import kr.minwon.notification.dispatch.http.CarrierCodes;
import kr.minwon.notification.dispatch.http.HttpSettings;
import kr.minwon.notification.dispatch.http.Json;
import kr.minwon.notification.dispatch.http.Lms;
import kr.minwon.notification.dispatch.http.Results;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * NAVER Cloud SENS, SMS API v2: {@code POST /sms/v2/services/{id}/messages} answers 202 with a {@code requestId}; the list
 * by that id says READY, PROCESSING or COMPLETED. No field takes our reference and no webhook is documented for SMS, so a
 * hand-over in doubt can only be found not to be there, and results are asked for. The government's cloud has an address
 * of its own ({@code base-url}). Facts are of NAVER Cloud's published documents; that its result codes are those of the
 * carriers is likely, not certain.
 */
final class Sens implements Askable, Results {
    static final String NAME = "sens";

    private static final Logger log = LoggerFactory.getLogger(Sens.class);
    private static final URI PUBLIC = URI.create("https://sens.apigw.ntruss.com");
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** Documented nowhere; see {@link #fate}. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    /** Further than a clock may be off with which it took the text. */
    private static final Duration AROUND = SKEW.plusMinutes(2);

    /** One text is not to be tried over and over meanwhile. */
    private static final Duration UNEXPLAINED = Duration.ofMinutes(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    private final HttpSettings http;
    private final String serviceId;
    private final Secret accessKey;
    private final Secret secretKey;

    Sens(HttpSettings http, String serviceId, Secret accessKey, Secret secretKey) {
        this.http = http;
        this.serviceId = serviceId;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
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
    public HttpRequest send(Submission submission, boolean isLong, Instant now) throws Secret.Unreadable {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type",
                isLong ? "LMS" : "SMS",
                "contentType",
                "COMM",
                "countryCode",
                "82",
                "from",
                submission.sender(),
                "content",
                submission.text(),
                "messages",
                List.of(Map.of("to", submission.phone()))));
        if (isLong) {
            body.put("subject", Lms.subject(submission));
        }
        URI uri = at("");
        return signed(Json.post(uri, body), "POST", uri, now).build();
    }

    private URI at(String query) {
        // As it is, colons and all: the path is signed.
        String path = "/sms/v2/services/" + serviceId + "/messages";
        return http.at(PUBLIC, path + query);
    }

    private HttpRequest.Builder signed(HttpRequest.Builder request, String method, URI uri, Instant now)
            throws Secret.Unreadable {
        String key = accessKey.read();
        return request.header("x-ncp-apigw-timestamp", String.valueOf(now.toEpochMilli()))
                .header("x-ncp-iam-access-key", key)
                .header("x-ncp-apigw-signature-v2", SensSignature.of(method, uri, now, key, secretKey.read()));
    }

    private HttpRequest get(String query, Instant now) throws Secret.Unreadable {
        URI uri = at(query);
        return signed(HttpRequest.newBuilder(uri), "GET", uri, now).build();
    }

    /**
     * The id of a request of one message is that of the message. No document says what a 400 is about. What there is of a
     * text has been looked at before it was sent, so it is rather the sender number, which is said to have to be registered,
     * or the service: another provider may have the text, and nothing is lost when somebody mends it.
     */
    @Override
    public Handover read(Answer answer) {
        Optional<JsonNode> body = answer.json();
        if (answer.status() == 400) {
            log.warn("SENS refuses a request: {}", answer.beginning());
            return new Handover.Busy("SENS HTTP 400", false, UNEXPLAINED);
        }
        if (answer.status() > 400) {
            return new Handover.Busy("SENS " + answer, true);
        }
        String id = body.map(json -> json.path("requestId").asString("")).orElse("");
        boolean taken = body.map(json -> json.path("statusCode").asString("").equals("202"))
                .orElse(false);
        return taken && !id.isEmpty()
                ? new Handover.Accepted(id)
                : new Handover.Unknown(new Reason("SENS " + answer, Cause.UNREADABLE_ANSWER));
    }

    /** Its gateway, which stands before it, answers in the same words. */
    @Override
    public boolean isOwnError(JsonNode body) {
        return false;
    }

    @Override
    public HttpRequest harmless(Instant now) throws Secret.Unreadable {
        return get("?requestStartTime=" + encoded(now) + "&requestEndTime=" + encoded(now), now);
    }

    @Override
    public Duration settledAfter() {
        return SETTLED;
    }

    @Override
    public List<HttpRequest> ask(Question question, Instant now) throws Secret.Unreadable {
        // Later than that none is still under way to the list, and each text of another would leave it in doubt.
        Instant surely = question.sentAt().plus(SETTLED);
        Instant until = now.isBefore(surely) ? now : surely;
        return List.of(get(
                "?requestStartTime=" + encoded(question.sentAt().minus(AROUND)) + "&requestEndTime="
                        + encoded(until.plus(AROUND)) + "&to=" + question.phone(),
                now));
    }

    private static String encoded(Instant at) {
        return URLEncoder.encode(TIME.format(at), StandardCharsets.UTF_8);
    }

    /** Nothing to that phone at that time: it never got it. Something: whose it is, it cannot say. */
    @Override
    public Fate fate(List<Answer> answers, Question question, Instant now) {
        JsonNode found =
                answers.getFirst().json().map(json -> json.path("messages")).orElseGet(MissingNode::getInstance);
        if (!found.isArray()) {
            return new Fate.CannotTell("an answer that cannot be read");
        }
        for (JsonNode message : found) {
            if (message.path("to").asString("").replaceAll("\\D", "").equals(question.phone())) {
                return new Fate.CannotTell("texts to that phone at that time, without our reference");
            }
        }
        return found.isEmpty() ? new Fate.NeverTook() : new Fate.CannotTell("a list of other phones");
    }

    @Override
    public HttpRequest result(String providerMessageId, Instant now) throws Secret.Unreadable {
        return get("?requestId=" + URLEncoder.encode(providerMessageId, StandardCharsets.UTF_8), now);
    }

    @Override
    public Optional<Receipt> receipt(Answer answer, Instant now) {
        JsonNode message =
                answer.json().map(json -> json.path("messages").path(0)).orElseGet(MissingNode::getInstance);
        if (!message.path("status").asString("").equals("COMPLETED")) {
            return Optional.empty();
        }
        return Optional.of(
                message.path("statusName").asString("").equals("success")
                        ? new Receipt(MessageState.DELIVERED, now, null)
                        : new Receipt(
                                MessageState.FAILED,
                                now,
                                CarrierCodes.CODES.of(message.path("statusCode").asString("?"))));
    }
}

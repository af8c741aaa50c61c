package kr.minwon.notification.dispatch.nhncloud;

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
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import tools.jackson.databind.JsonNode;

/**
 * NHN Cloud Notification, SMS API v3.0: {@code /sender/sms} for a text of 90 bytes, {@code /sender/mms} for a longer one.
 * It answers 200 whatever happened, with its own code in {@code header} and one for each recipient. Our id of the
 * hand-over is the {@code recipientGroupingKey}, by which both lists can be searched. Facts are of NHN Cloud's published
 * documents.
 */
final class NhnCloud implements Askable {
    static final String NAME = "nhncloud";
    /** The carrier's code of a text that arrived. */
    static final String ARRIVED = "1000";

    private static final URI PUBLIC = URI.create("https://sms.api.nhncloudservice.com");
    /** Documented nowhere. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** It takes texts whatever our clock says; the reference tells them apart, so the list may be long. */
    private static final Duration AROUND = Duration.ofDays(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));

    private final HttpSettings http;
    private final Secret appKey;
    private final Secret secretKey;

    NhnCloud(HttpSettings http, Secret appKey, Secret secretKey) {
        this.http = http;
        this.appKey = appKey;
        this.secretKey = secretKey;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Its secret is sent as it is; no time is signed. */
    @Override
    public Duration allowedSkew() {
        return Duration.ZERO;
    }

    @Override
    public HttpRequest send(Submission submission, boolean isLong, Instant now) throws Secret.Unreadable {
        Map<String, Object> body = new HashMap<>(Map.of(
                "body", submission.text(),
                "sendNo", submission.sender(),
                "recipientList",
                        List.of(Map.of(
                                "recipientNo", submission.phone(), "recipientGroupingKey", submission.handOverId()))));
        if (isLong) {
            body.put("title", Lms.subject(submission));
        }
        return Json.post(at(isLong ? "mms" : "sms", ""), body)
                .header("X-Secret-Key", secretKey.read())
                .build();
    }

    private URI at(String kind, String query) throws Secret.Unreadable {
        return http.at(PUBLIC, "/sms/v3.0/appKeys/" + encoded(appKey.read()) + "/sender/" + kind + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Handover read(Answer answer) {
        Optional<JsonNode> body = answer.json();
        if (answer.status() >= 400) {
            return new Handover.Busy("NHN Cloud " + answer, true);
        }
        JsonNode header = body.map(json -> json.path("header")).orElse(null);
        if (body.isEmpty() || header == null || !header.path("isSuccessful").isBoolean()) {
            return unreadable(answer.toString());
        }
        if (!header.path("isSuccessful").asBoolean()) {
            return refusal(header.path("resultCode").asInt(Integer.MIN_VALUE));
        }
        JsonNode data = body.get().path("body").path("data");
        JsonNode one = data.path("sendResultList").path(0);
        String request = data.path("requestId").asString("");
        if (!one.path("resultCode").isIntegralNumber() || request.isEmpty()) {
            return unreadable(answer.toString());
        }
        return one.path("resultCode").asInt() == 0
                ? new Handover.Accepted(id(request, one.path("recipientSeq").asInt(1)))
                : refusal(one.path("resultCode").asInt());
    }

    /** What a message is known by, here and in webhooks. */
    static String id(String requestId, int recipientSeq) {
        return requestId + "/" + recipientSeq;
    }

    /** Its codes; an error of its own (-9999, -2021 of its queue) leaves open what it did. */
    private static Handover refusal(int code) {
        return switch (code) {
            case 4, -1006, -2014, -2015, -2023 -> refused(code, Cause.CONTENT_REFUSED);
            case -2018, -2019 -> refused(code, Cause.NO_SUCH_NUMBER);
            case -6001 -> refused(code, Cause.BARRED);
            // The account, its keys, its quota or its sender number: another provider may have it.
            case -1000, -1001, -1002, -1003, -1004, -1007, -1008, -2052 -> new Handover.Busy("NHN Cloud " + code, true);
            case -2312, -2313 -> new Handover.Busy("NHN Cloud " + code, false);
            default -> unreadable(String.valueOf(code));
        };
    }

    private static Handover refused(int code, Cause cause) {
        return new Handover.Refused(new Reason("NHN Cloud " + code, cause));
    }

    private static Handover unreadable(String what) {
        return new Handover.Unknown(new Reason("NHN Cloud " + what, Cause.UNREADABLE_ANSWER));
    }

    @Override
    public boolean isOwnError(JsonNode body) {
        return body.path("header").path("isSuccessful").isBoolean()
                && !body.path("header").path("isSuccessful").asBoolean();
    }

    @Override
    public HttpRequest harmless(Instant now) throws Secret.Unreadable {
        return get("sms", "?pageSize=1&startRequestDate=" + time(now) + "&endRequestDate=" + time(now));
    }

    private HttpRequest get(String kind, String query) throws Secret.Unreadable {
        return HttpRequest.newBuilder(at(kind, query))
                .header("X-Secret-Key", secretKey.read())
                .build();
    }

    private static String time(Instant at) {
        return encoded(TIME.format(at));
    }

    @Override
    public Duration settledAfter() {
        return SETTLED;
    }

    /** Both lists: whether it was a long one is not asked. */
    @Override
    public List<HttpRequest> ask(Question question, Instant now) throws Secret.Unreadable {
        String query = "?pageSize=10&startRequestDate=" + time(question.sentAt().minus(AROUND)) + "&endRequestDate="
                + time(now.plus(AROUND)) + "&recipientNo=" + question.phone()
                + "&recipientGroupingKey="
                + encoded(question.handOverId());
        return List.of(get("sms", query), get("mms", query));
    }

    @Override
    public Fate fate(List<Answer> answers, Question question, Instant now) {
        for (Answer answer : answers) {
            Optional<JsonNode> body = answer.json();
            boolean isList = body.isPresent()
                    && body.get().path("header").path("isSuccessful").asBoolean(false)
                    && body.get().path("body").path("totalCount").isIntegralNumber();
            if (!isList) {
                return new Fate.CannotTell("an answer that cannot be read");
            }
            for (JsonNode one : body.get().path("body").path("data")) {
                if (one.path("recipientGroupingKey").asString("").equals(question.handOverId())) {
                    return fate(one, now);
                }
            }
            if (body.get().path("body").path("totalCount").asInt() > 0) {
                return new Fate.CannotTell("a list of other references");
            }
        }
        return new Fate.NeverTook();
    }

    private static Fate fate(JsonNode one, Instant now) {
        String id =
                id(one.path("requestId").asString(""), one.path("recipientSeq").asInt(1));
        return switch (one.path("msgStatus").asString("")) {
            case "3" -> new Fate.Ended(id, receipt(true, "", now));
            case "0", "4", "5", "6" ->
                new Fate.Ended(id, receipt(false, one.path("resultCode").asString("?"), now));
            default -> new Fate.Took(id);
        };
    }

    static Receipt receipt(boolean arrived, String code, Instant at) {
        return arrived
                ? new Receipt(MessageState.DELIVERED, at, null)
                : new Receipt(MessageState.FAILED, at, CarrierCodes.CODES.of(code));
    }
}

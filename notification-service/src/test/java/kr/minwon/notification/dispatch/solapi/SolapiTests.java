package kr.minwon.notification.dispatch.solapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.dispatch.Inquiry.Question;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.Provider.Submission;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.dispatch.http.Answers;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.message.Alimtalk;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SolapiTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:02:03Z");
    private static final String OURS = "0198f3c2-7a10-7b13-a265-5242d5263820/received.1/reporter";
    private static final Question QUESTION = new Question(OURS, 1, "01012345678", NOW);

    private final Solapi solapi = new Solapi(Answers.settings(), new Secret("key", null), new Secret("secret", null));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode body(HttpRequest request) {
        return JSON.readTree(Answers.sent(request));
    }

    /**
     * The signature by another hand: {@code printf %s 2026-11-23T01:02:03Zjqsba2jxjnrjor0123456789 | openssl dgst -sha256
     * -hmac ABCDEFGHIJKLMNOPQRSTUVWXYZ012345}.
     */
    @Test
    void theSignatureIsThatOfOpenssl() {
        assertThat(SolapiSignature.header(
                        "NCSAYU7YDBXYORXC",
                        "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345",
                        NOW.plusMillis(7),
                        "jqsba2jxjnrjor0123456789"))
                .isEqualTo("HMAC-SHA256 apiKey=NCSAYU7YDBXYORXC, date=2026-11-23T01:02:03Z, "
                        + "salt=jqsba2jxjnrjor0123456789, signature="
                        + "5853f2db107108e3eb1da0d9f8291e5cb92df6456248698609819b50c942583e");
    }

    @Test
    void noTwoRequestsAreSignedAlike() throws Exception {
        HttpRequest one = solapi.send(Answers.submission("가"), false, NOW);
        HttpRequest other = solapi.send(Answers.submission("가"), false, NOW);
        assertThat(one.headers().firstValue("Authorization"))
                .isNotEqualTo(other.headers().firstValue("Authorization"));
        assertThat(one.uri()).isEqualTo(URI.create("https://api.solapi.com/messages/v4/send-many/detail"));
    }

    @Test
    void whatWasTakenHasTheProvidersId() {
        assertThat(read(200, """
                {"failedMessageList":[],"messageList":[{"messageId":"M4V1","statusCode":"2000"}]}""")).isEqualTo(new Handover.Accepted("M4V1"));
    }

    @Test
    void alimtalkGoesWithItsVariablesAndWithoutTheProvidersOwnWayBackToSms() throws Exception {
        Alimtalk alimtalk = new Alimtalk("KA01PF1", "KA01TP1", "v1", Map.of("department", "건설과"), "담당부서는 건설과입니다.");
        HttpRequest request = solapi.send(
                new Submission(OURS, 1, "0623607114", "01012345678", "[서구청]", Encoding.EUC_KR, null, alimtalk),
                false,
                NOW);
        assertThat(body(request).at("/messages/0")).isEqualTo(JSON.readTree("""
                        {"to":"01012345678","from":"0623607114","text":"담당부서는 건설과입니다.","type":"ATA",
                         "autoTypeDetect":false,"customFields":{"handOverId":"%s"},
                         "kakaoOptions":{"pfId":"KA01PF1","templateId":"KA01TP1","disableSms":true,
                          "variables":{"#{department}":"건설과"}}}""".formatted(OURS)));
    }

    @Test
    void aSubjectOfItsOwnIsHandedOver() throws Exception {
        JsonNode message = body(solapi.send(Answers.titled("단수 안내"), true, NOW)).at("/messages/0");
        assertThat(message.get("type").asString()).isEqualTo("LMS");
        assertThat(message.get("subject").asString()).isEqualTo("단수 안내");
    }

    @ParameterizedTest
    @CsvSource({
        "3104,NOT_BY_KAKAO",
        "1029,CONTENT_REFUSED",
        "1031,CONTENT_REFUSED",
        "1060,BARRED",
        "3010,NO_SUCH_NUMBER"
    })
    void aCodeOfTheTextRefusesIt(String code, Cause cause) {
        assertThat(failed(code)).isEqualTo(new Handover.Refused(new Reason(code, cause)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1030", "1062", "2063"})
    void aCodeOfTheAccountLetsAnotherProviderHaveIt(String code) {
        assertThat(failed(code)).isEqualTo(new Handover.Busy("SOLAPI " + code, false));
    }

    private Handover failed(String code) {
        return read(200, "{\"failedMessageList\":[{\"statusCode\":\"" + code + "\"}],\"messageList\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html><body>ok</body></html>",
                "{\"messageList\":[{\"messageId\":\"M4",
                "{\"error\":\"E-9\"}",
                "{\"messageList\":[{\"messageId\":\"\",\"statusCode\":\"2000\"}]}",
                "{\"messageList\":[{\"messageId\":\"M4V1\",\"statusCode\":\"9999\"}]}",
                "{\"failedMessageList\":[{\"statusCode\":\"2000\"}]}"
            })
    void anAnswerThatNoDocumentNamesLeavesItInDoubt(String body) {
        assertThat(read(200, body)).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void aRefusedRequestIsOfTheTextOrOfTheAccount() {
        assertThat(read(400, "{\"errorCode\":\"ValidationError\"}")).isInstanceOf(Handover.Refused.class);
        assertThat(read(400, "{\"errorCode\":\"1062\"}")).isInstanceOf(Handover.Busy.class);
        assertThat(read(402, "{\"errorCode\":\"NotEnoughBalance\"}")).isInstanceOf(Handover.Busy.class);
        assertThat(read(404, "<html>")).isInstanceOf(Handover.Busy.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errorCode\":\"ServiceUnavailable\"}|true",
                "{\"errorCode\":\"\"}|false",
                "{\"message\":\"Service Unavailable\"}|false"
            })
    void anErrorOfItsOwnHasItsCode(String body, boolean own) {
        assertThat(solapi.isOwnError(JSON.readTree(body))).isEqualTo(own);
    }

    private Handover read(int status, String body) {
        return solapi.read(Answers.of(status, body));
    }

    /** From before the text could have been taken by a clock that is as far off as a signature may be, until after now. */
    @Test
    void theListIsAskedByPhoneAndTime() throws Exception {
        String query =
                solapi.ask(QUESTION, NOW.plusSeconds(3_600)).getFirst().uri().getRawQuery();
        assertThat(URLDecoder.decode(query, StandardCharsets.UTF_8))
                .isEqualTo("limit=100&criteria=to,dateCreated,dateCreated&cond=eq,gte,lte"
                        + "&value=01012345678,2026-11-23T00:42:03Z,2026-11-23T02:22:03Z");
    }

    @Test
    void aListTellsWhatBecameOfIt() {
        assertThat(fate(message("2000", OURS))).isEqualTo(new Fate.Took("M1"));
        assertThat(fate(message("4000", OURS))).isEqualTo(new Fate.Ended("M1", Solapi.receipt("4000", NOW)));
        assertThat(fate(message("3043", OURS))).isInstanceOfSatisfying(Fate.Ended.class, ended -> {
            assertThat(ended.receipt().state()).isEqualTo(MessageState.FAILED);
            assertThat(ended.receipt().reason()).isEqualTo(new Reason("3043", Cause.PHONE_OFF));
        });
        assertThat(fate(message("4000", OURS + "#2"))).isEqualTo(new Fate.NeverTook());
        assertThat(fate("{\"messageList\":{}}")).isEqualTo(new Fate.NeverTook());
        assertThat(fate("{}")).isInstanceOf(Fate.CannotTell.class);
        assertThat(fate("<html>")).isInstanceOf(Fate.CannotTell.class);
    }

    @Test
    void aListThatMayGoOnDoesNotSayNever() {
        StringBuilder many = new StringBuilder("{\"messageList\":{\"M0\":{}");
        for (int n = 1; n < 100; n++) {
            many.append(",\"M").append(n).append("\":{}");
        }
        assertThat(fate(many + "}}")).isInstanceOf(Fate.CannotTell.class);
    }

    private static String message(String code, String ours) {
        return "{\"messageList\":{\"M1\":{\"messageId\":\"M1\",\"statusCode\":\"" + code
                + "\",\"customFields\":{\"handOverId\":\"" + ours + "\"}}}}";
    }

    private Fate fate(String body) {
        return solapi.fate(List.of(Answers.of(200, body)), QUESTION, NOW);
    }

    @Test
    void neverIsBelievedAfterMinutesOnly() {
        assertThat(solapi.settledAfter()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    /** {@code printf webhook-secret | openssl dgst -sha1}. */
    @Test
    void aReportIsGenuineByTheHashOfTheSecret() throws Exception {
        SolapiWebhook webhook = new SolapiWebhook(new Secret("webhook-secret", null));
        assertThat(webhook.isGenuine(
                        name -> name.equals("X-Solapi-Secret") ? "38abc48c1eb5838519ab0372fbf38f1eb0f3f73c" : null))
                .isTrue();
        assertThat(webhook.isGenuine(name -> "webhook-secret")).isFalse();
        assertThat(webhook.isGenuine(name -> null)).isFalse();
        assertThat(new SolapiWebhook(null).isGenuine(name -> "38abc48c1eb5838519ab0372fbf38f1eb0f3f73c"))
                .isFalse();
    }

    @Test
    void aReportTellsOnlyOfWhatHasEnded() {
        String body = """
                [{"messageId":"M1","statusCode":"4000","to":"010-1234-5678","customFields":{"handOverId":"%s"}},
                 {"messageId":"M2","statusCode":"3000"},{"statusCode":"4000"},{"messageId":"M3","statusCode":"x"},17,
                 {"messageId":"M4","statusCode":"3054"}]""".formatted(OURS);
        List<Receipts.Notice> notices =
                new SolapiWebhook(null).read(JsonMapper.builder().build().readTree(body), NOW);
        assertThat(notices).extracting(Receipts.Notice::providerMessageId).containsExactly("M1", "M4");
        assertThat(notices.getFirst().phone()).isEqualTo("01012345678");
        assertThat(notices.getFirst().reference()).isEqualTo(Message.referenceOf(OURS));
        assertThat(notices.getLast().receipt().reason()).isEqualTo(new Reason("3054", Cause.SPAM_BLOCKED));
    }
}

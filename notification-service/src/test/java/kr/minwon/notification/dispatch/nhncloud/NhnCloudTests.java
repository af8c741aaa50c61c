package kr.minwon.notification.dispatch.nhncloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.dispatch.Inquiry.Question;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.dispatch.http.Answers;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class NhnCloudTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:02:03Z");
    private static final Question QUESTION = new Question("case/received.1/reporter#2", 1, "01012345678", NOW);
    private static final String EMPTY = "{\"header\":{\"isSuccessful\":true},\"body\":{\"totalCount\":0,\"data\":[]}}";

    private final NhnCloud nhn = new NhnCloud(Answers.settings(), new Secret("app", null), new Secret("secret", null));

    @Test
    void aLongTextGoesToAnotherAddressThanAShortOne() throws Exception {
        assertThat(nhn.send(Answers.submission("가"), false, NOW).uri())
                .hasToString("https://sms.api.nhncloudservice.com/sms/v3.0/appKeys/app/sender/sms");
        assertThat(nhn.send(Answers.submission(Answers.LONG_TEXT), true, NOW).uri())
                .hasToString("https://sms.api.nhncloudservice.com/sms/v3.0/appKeys/app/sender/mms");
        assertThat(nhn.send(Answers.submission("가"), false, NOW).headers().firstValue("X-Secret-Key"))
                .hasValue("secret");
    }

    @Test
    void aSubjectOfItsOwnIsHandedOver() throws Exception {
        assertThat(Answers.sent(nhn.send(Answers.titled("단수 안내"), true, NOW))).contains("\"title\":\"단수 안내\"");
    }

    @Test
    void whatWasTakenHasTheRequestsIdAndItsNumberThere() {
        assertThat(read("""
                {"header":{"isSuccessful":true,"resultCode":0},"body":{"data":{"requestId":"20261123",
                 "sendResultList":[{"resultCode":0,"recipientSeq":1}]}}}""")).isEqualTo(new Handover.Accepted("20261123/1"));
    }

    @Test
    void theOnlyRecipientMayBeRefusedWhileTheRequestIsNot() {
        assertThat(read("""
                {"header":{"isSuccessful":true,"resultCode":0},"body":{"data":{"requestId":"20261123",
                 "sendResultList":[{"resultCode":-2019,"recipientSeq":1}]}}}""")).isEqualTo(new Handover.Refused(new Reason("NHN Cloud -2019", Cause.NO_SUCH_NUMBER)));
    }

    @ParameterizedTest
    @CsvSource({"-2015,CONTENT_REFUSED", "-2023,CONTENT_REFUSED", "-6001,BARRED", "4,CONTENT_REFUSED"})
    void aCodeOfTheTextRefusesIt(int code, Cause cause) {
        assertThat(header(code)).isEqualTo(new Handover.Refused(new Reason("NHN Cloud " + code, cause)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -1004, -2052, -2312})
    void aCodeOfTheAccountLetsAnotherProviderHaveIt(int code) {
        assertThat(header(code)).isInstanceOf(Handover.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-9999, -2021, -31337})
    void anErrorOfItsOwnLeavesItInDoubt(int code) {
        assertThat(header(code)).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html>",
                "{\"header\":{\"isSuccessful\":true},\"body\":{\"data\":{\"requestId\":\"1\"}}}",
                "{\"header\":{\"isSuccessful\":tru"
            })
    void anAnswerThatNoDocumentNamesLeavesItInDoubt(String body) {
        assertThat(read(body)).isInstanceOf(Handover.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"header\":{\"isSuccessful\":false}}|true",
                "{\"header\":{\"isSuccessful\":true}}|false",
                "{\"message\":\"Service Unavailable\"}|false"
            })
    void anErrorOfItsOwnHasItsHeader(String body, boolean own) {
        assertThat(nhn.isOwnError(JsonMapper.builder().build().readTree(body))).isEqualTo(own);
    }

    private Handover header(int code) {
        return read("{\"header\":{\"isSuccessful\":false,\"resultCode\":" + code + "}}");
    }

    private Handover read(String body) {
        return nhn.read(Answers.of(200, body));
    }

    @Test
    void bothListsAreAskedByOurReference() throws Exception {
        assertThat(nhn.ask(QUESTION, NOW))
                .extracting(request -> request.uri().getRawPath())
                .containsExactly("/sms/v3.0/appKeys/app/sender/sms", "/sms/v3.0/appKeys/app/sender/mms");
        assertThat(nhn.ask(QUESTION, NOW).getFirst().uri().getQuery())
                .contains("recipientGroupingKey=case/received.1/reporter#2")
                .contains("startRequestDate=2026-11-22+10:02:03&endRequestDate=2026-11-24+10:02:03");
    }

    @Test
    void aListTellsWhatBecameOfIt() {
        assertThat(fate(EMPTY, one("3", "1000"))).isEqualTo(new Fate.Ended("R1/1", NhnCloud.receipt(true, "", NOW)));
        assertThat(fate(one("0", "2003"), EMPTY))
                .isInstanceOfSatisfying(
                        Fate.Ended.class,
                        ended -> assertThat(ended.receipt().reason()).isEqualTo(new Reason("2003", Cause.PHONE_OFF)));
        assertThat(fate(EMPTY, one("2", ""))).isEqualTo(new Fate.Took("R1/1"));
        assertThat(fate(EMPTY, EMPTY)).isEqualTo(new Fate.NeverTook());
        assertThat(fate(EMPTY, "{\"header\":{\"isSuccessful\":false}}")).isInstanceOf(Fate.CannotTell.class);
        assertThat(fate(EMPTY.replace("0", "3"), EMPTY)).isInstanceOf(Fate.CannotTell.class);
    }

    private static String one(String status, String code) {
        return """
                {"header":{"isSuccessful":true},"body":{"totalCount":1,"data":[{"requestId":"R1","recipientSeq":1,
                 "msgStatus":"%s","resultCode":"%s","recipientGroupingKey":"case/received.1/reporter#2"}]}}""".formatted(status, code);
    }

    private Fate fate(String sms, String mms) {
        return nhn.fate(List.of(Answers.of(200, sms), Answers.of(200, mms)), QUESTION, NOW);
    }

    @Test
    void aHookIsGenuineByItsSignature() throws Exception {
        NhnWebhook webhook = new NhnWebhook(new Secret("signature", null));
        assertThat(webhook.isGenuine(name -> name.equals("X-Toast-Webhook-Signature") ? "signature" : null))
                .isTrue();
        assertThat(webhook.isGenuine(name -> "signaturE")).isFalse();
        assertThat(new NhnWebhook(null).isGenuine(name -> "")).isFalse();
    }

    @Test
    void aHookSaysDeliveredOnlyWhenTheCarrierDoes() {
        String body = """
                {"event":"MESSAGE_RESULT_UPDATE","hooks":[
                 {"requestId":"R1","recipientSeq":1,"recipientNo":"01012345678","messageStatus":"COMPLETED","resultCode":"1000"},
                 {"requestId":"R2","recipientSeq":1,"messageStatus":"COMPLETED","resultCode":"3012"},
                 {"requestId":"R3","recipientSeq":2,"messageStatus":"FAILED","resultCode":"3001","recipientGropuingKey":"x"},
                 {"messageStatus":"FAILED"}]}""";
        List<Receipts.Notice> notices = read(body, new NhnWebhook(null));
        assertThat(notices).extracting(Receipts.Notice::providerMessageId).containsExactly("R1/1", "R2/1", "R3/2");
        assertThat(notices)
                .extracting(notice -> notice.receipt().state())
                .containsExactly(MessageState.DELIVERED, MessageState.FAILED, MessageState.FAILED);
        assertThat(notices.getLast().reference()).isNotNull();
        assertThat(read("{\"event\":\"UNSUBSCRIBE\",\"hooks\":[{}]}", new NhnWebhook(null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED,1000,DELIVERED",
        "COMPLETED,2003,FAILED",
        "FAILED,3001,FAILED",
        "FAILED,,FAILED",
        "FAILED_AD,,FAILED",
        "CANCEL,,FAILED",
        "DUPLICATED,,FAILED",
        "COMPLETED,,",
        "SENDING,,",
        "SENDING,1000,",
        "RESERVED,,",
        "RESEND_AD,,",
        "SOMETHING_NEW,3001,"
    })
    void onlyAnEndClosesAMessage(String status, String code, MessageState end) {
        String result = code == null ? "" : ",\"resultCode\":\"" + code + "\"";
        String body = "{\"event\":\"MESSAGE_RESULT_UPDATE\",\"hooks\":[{\"requestId\":\"R1\",\"messageStatus\":\""
                + status + "\"" + result + "}]}";
        assertThat(read(body, new NhnWebhook(null)))
                .extracting(notice -> notice.receipt().state())
                .isEqualTo(end == null ? List.of() : List.of(end));
    }

    private static List<Receipts.Notice> read(String body, NhnWebhook webhook) {
        return webhook.read(JsonMapper.builder().build().readTree(body), NOW);
    }
}

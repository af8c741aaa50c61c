package kr.minwon.notification.dispatch.sens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.dispatch.Inquiry.Question;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.http.Answers;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensTests {
    private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_000L);
    private static final Question QUESTION = new Question("ours", 1, "01012345678", NOW);

    private final Sens sens =
            new Sens(Answers.settings(), "ncp:sms:kr:1:x", new Secret("access", null), new Secret("secret", null));

    /**
     * The signatures by another hand: {@code printf 'POST /sms/v2/services/ncp:sms:kr:1:x/messages\\n1795000000000\\naccess'
     * | openssl dgst -sha256 -hmac secret -binary | base64}, and of the second path with its query.
     */
    @Test
    void theSignatureIsThatOfOpenssl() {
        assertThat(SensSignature.of(
                        "POST",
                        URI.create("https://sens.apigw.ntruss.com/sms/v2/services/ncp:sms:kr:1:x/messages"),
                        NOW,
                        "access",
                        "secret"))
                .isEqualTo("jR/c9NFn3+cZX3Sbl2KgsuanrXz5G3iJwSDHA4Trx3A=");
        assertThat(SensSignature.of(
                        "GET",
                        URI.create("https://sens.apigw.ntruss.com/sms/v2/services/s/messages?requestId=RSLA-1"),
                        NOW,
                        "access",
                        "secret"))
                .isEqualTo("BLOxx9xeYeNz5Iso/046//CH89vuNWT7T1LF0wTvLdk=");
    }

    @Test
    void aSubjectOfItsOwnIsHandedOver() throws Exception {
        assertThat(Answers.sent(sens.send(Answers.titled("단수 안내"), true, NOW))).contains("\"subject\":\"단수 안내\"");
    }

    @Test
    void aRequestIsSignedForItsMoment() throws Exception {
        var request = sens.send(Answers.submission("가"), false, NOW);
        assertThat(request.headers().firstValue("x-ncp-apigw-timestamp")).hasValue("1795000000000");
        assertThat(request.headers().firstValue("x-ncp-iam-access-key")).hasValue("access");
        assertThat(request.headers().firstValue("x-ncp-apigw-signature-v2"))
                .hasValue("jR/c9NFn3+cZX3Sbl2KgsuanrXz5G3iJwSDHA4Trx3A=");
    }

    @Test
    void whatWasTakenHasTheRequestsId() {
        assertThat(read(202, "{\"requestId\":\"RSLA-1\",\"statusCode\":\"202\",\"statusName\":\"success\"}"))
                .isEqualTo(new Handover.Accepted("RSLA-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{\"requestId\":\"RSLA-1\",\"statusCode\":\"500\"}",
                "{\"statusCode\":\"202\"}",
                "{\"requestId\":\"RS"
            })
    void anAnswerThatNoDocumentNamesLeavesItInDoubt(String body) {
        assertThat(read(202, body)).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void aRefusedRequestLetsAnotherProviderHaveTheText() {
        assertThat(read(400, "{\"status\":400}"))
                .isEqualTo(new Handover.Busy("SENS HTTP 400", false, Duration.ofMinutes(1)));
        assertThat(read(400, "<html>")).isInstanceOf(Handover.Busy.class);
        assertThat(read(404, "{\"status\":404}")).isInstanceOf(Handover.Busy.class);
    }

    @Test
    void noErrorIsSurelyItsOwnSinceItsGatewaySpeaksAlike() {
        assertThat(sens.isOwnError(Answers.of(503, "{\"error\":{\"errorCode\":\"500\"}}")
                        .json()
                        .orElseThrow()))
                .isFalse();
    }

    private Handover read(int status, String body) {
        return sens.read(Answers.of(status, body));
    }

    /** 2026-11-18T20:06:40 in Seoul; a signature counts with a clock that is 5 minutes off. */
    @ParameterizedTest
    @CsvSource({"60,20:14:40", "600,20:23:40", "86400,20:23:40"})
    void theListIsAskedForAsLongAsATextCanBeUnderWayToItByAClockThatIsOff(int secondsLater, String until)
            throws Exception {
        assertThat(sens.ask(QUESTION, NOW.plusSeconds(secondsLater))
                        .getFirst()
                        .uri()
                        .getQuery())
                .isEqualTo(
                        "requestStartTime=2026-11-18+19:59:40&requestEndTime=2026-11-18+" + until + "&to=01012345678");
    }

    @Test
    void onlyAnEmptyListSaysNever() {
        assertThat(fate("{\"messages\":[]}")).isEqualTo(new Fate.NeverTook());
        assertThat(fate("{\"messages\":[{\"to\":\"01012345678\"}]}")).isInstanceOf(Fate.CannotTell.class);
        assertThat(fate("{\"messages\":[{\"to\":\"01000000000\"}]}")).isInstanceOf(Fate.CannotTell.class);
        assertThat(fate("{}")).isInstanceOf(Fate.CannotTell.class);
        assertThat(fate("")).isInstanceOf(Fate.CannotTell.class);
    }

    private Fate fate(String body) {
        return sens.fate(List.of(Answers.of(200, body)), QUESTION, NOW);
    }

    @Test
    void aResultIsOneWhenItIsCompleted() {
        assertThat(sens.receipt(Answers.of(200, "{\"messages\":[{\"status\":\"PROCESSING\"}]}"), NOW))
                .isEmpty();
        assertThat(sens.receipt(Answers.of(200, "<html>"), NOW)).isEmpty();
        assertThat(sens.receipt(
                        Answers.of(200, "{\"messages\":[{\"status\":\"COMPLETED\",\"statusName\":\"success\"}]}"), NOW))
                .hasValue(new Receipt(MessageState.DELIVERED, NOW, null));
        assertThat(sens.receipt(
                        Answers.of(
                                200,
                                "{\"messages\":[{\"status\":\"COMPLETED\",\"statusName\":\"fail\",\"statusCode\":\"3001\"}]}"),
                        NOW))
                .hasValue(new Receipt(MessageState.FAILED, NOW, new Reason("3001", Cause.NO_SUCH_NUMBER)));
    }
}

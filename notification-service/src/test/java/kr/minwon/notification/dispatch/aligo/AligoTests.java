package kr.minwon.notification.dispatch.aligo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.http.Answers;
import kr.minwon.notification.dispatch.http.Secret;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AligoTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:02:03Z");

    private final Aligo aligo = new Aligo(Answers.settings(), "user", new Secret("key", null));

    private Handover read(String body) {
        return aligo.read(Answers.of(200, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"result_code\":1,\"msg_id\":123456789,\"success_cnt\":1,\"error_cnt\":0}",
                "{\"result_code\":\"1\",\"msg_id\":\"123456789\",\"success_cnt\":1,\"error_cnt\":0}"
            })
    void whatWasTakenHasTheProvidersId(String body) {
        assertThat(read(body)).isEqualTo(new Handover.Accepted("123456789"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-101, -199, -201})
    void aCodeOfTheAccountLetsAnotherProviderHaveIt(int code) {
        assertThat(read("{\"result_code\":" + code + "}")).isEqualTo(new Handover.Busy("Aligo " + code, true));
    }

    @Test
    void aSubjectOfItsOwnIsHandedOver() throws Exception {
        assertThat(Answers.sent(aligo.send(Answers.titled("단수 안내"), true, NOW)))
                .contains("title=" + URLEncoder.encode("단수 안내", StandardCharsets.UTF_8));
    }

    @Test
    void anyOtherNegativeCodeRefusesIt() {
        assertThat(read("{\"result_code\":-304}")).isInstanceOf(Handover.Refused.class);
        assertThat(read("{\"result_code\":1,\"msg_id\":1,\"success_cnt\":0,\"error_cnt\":1}"))
                .isInstanceOf(Handover.Refused.class);
    }

    @Test
    void anErrorOfItsOwnHasANegativeCode() {
        assertThat(aligo.isOwnError(json("{\"result_code\":-101}"))).isTrue();
        assertThat(aligo.isOwnError(json("{\"result_code\":1}"))).isFalse();
        assertThat(aligo.isOwnError(json("{\"message\":\"Service Unavailable\"}")))
                .isFalse();
    }

    private static JsonNode json(String body) {
        return JsonMapper.builder().build().readTree(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html>",
                "{\"result_code\":1}",
                "{\"result_code\":1,\"msg_id\":0,\"success_cnt\":1}",
                "{\"result_code\":\"x\"}"
            })
    void anAnswerThatNoDocumentNamesLeavesItInDoubt(String body) {
        assertThat(read(body)).isInstanceOf(Handover.Unknown.class);
    }

    @Test
    void aStateThatIsNeitherArrivedNorAFailureIsNoResult() {
        assertThat(aligo.receipt(state("발송완료"), NOW)).hasValue(new Receipt(MessageState.DELIVERED, NOW, null));
        assertThat(aligo.receipt(state("발송실패"), NOW))
                .hasValue(new Receipt(MessageState.FAILED, NOW, Reason.of("발송실패")));
        assertThat(aligo.receipt(state("발송중"), NOW)).isEmpty();
        assertThat(aligo.receipt(state("?"), NOW)).isEmpty();
        assertThat(aligo.receipt(Answers.of(200, "<html>"), NOW)).isEmpty();
    }

    private static kr.minwon.notification.dispatch.http.Answer state(String state) {
        return Answers.of(200, "{\"result_code\":1,\"list\":[{\"sms_state\":\"" + state + "\"}]}");
    }
}

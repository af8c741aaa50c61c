package kr.minwon.phonesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboundIT {

    @TempDir
    static Path directory;

    static Simulator simulator;

    @BeforeAll
    static void start() {
        // Where receipts of a provider over HTTP go. No text from a phone does.
        simulator = Simulator.in(
                directory,
                "--simulator.providers.nhncloud.webhook-url=http://127.0.0.1:1/api/v1/sms-receipts/nhncloud");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static HttpResponse<String> send(String text, String more) {
        return simulator.call(
                "POST",
                "/api/inbound",
                "{\"from\":\"010-1234-5678\",\"to\":\"062-000-0000\",\"text\":\"%s\"%s}".formatted(text, more));
    }

    @Test
    void bringsAPhonesMessageToTheBoundEsme() throws Exception {
        try (TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            HttpResponse<String> answer = send("수신거부", "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"delivered\":true");
            DeliverSm pdu = esme.next();
            assertThat(pdu.isSmscDeliveryReceipt()).isFalse();
            assertThat(pdu.getSourceAddr()).isEqualTo("01012345678");
            assertThat(pdu.getDestAddress()).isEqualTo("0620000000");
            assertThat(pdu.getDataCoding()).isEqualTo((byte) 14);
            assertThat(new String(pdu.getShortMessage(), TestEsme.EUC_KR)).isEqualTo("수신거부");
        }
    }

    @Test
    void choosesAnEncodingThatHoldsTheText() throws Exception {
        try (TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            send("STOP", "");
            assertThat(esme.next().getDataCoding()).isZero();
            send("고마워요 😀", "");
            DeliverSm pdu = esme.next();
            assertThat(pdu.getDataCoding()).isEqualTo((byte) 8);
            assertThat(new String(pdu.getShortMessage(), StandardCharsets.UTF_16BE))
                    .isEqualTo("고마워요 😀");
            send("STOP", ",\"encoding\":\"UCS-2\"");
            assertThat(esme.next().getDataCoding()).isEqualTo((byte) 8);
        }
    }

    @Test
    void sendsALongTextAsPayload() throws Exception {
        try (TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            send("가".repeat(500), "");
            OptionalParameter.Message_payload payload =
                    esme.next().getOptionalParameter(OptionalParameter.Message_payload.class);
            assertThat(new String(payload.getValue(), TestEsme.EUC_KR)).isEqualTo("가".repeat(500));
        }
    }

    @Test
    void keepsAMessageUntilSomebodyIsBound() throws Exception {
        HttpResponse<String> answer = send("먼저 보냄", "");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"delivered\":false");
        try (TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            assertThat(new String(esme.next().getShortMessage(), TestEsme.EUC_KR))
                    .isEqualTo("먼저 보냄");
        }
    }

    @Test
    void oneThatAnEsmeRefusesForGoodIsNotDelivered() throws Exception {
        try (TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            esme.refuseWith(0x66);
            HttpResponse<String> answer = send("받지 않음", "");
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).contains("\"delivered\":false", "\"status\":\"0x00000066\"");
            assertThat(simulator.get("/api/status").get("deliveriesOwed").asInt())
                    .isZero();
        }
    }

    @Test
    void sendsOnlyToTheEsmeThatIsNamed() throws Exception {
        try (TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            assertThat(send("다른 곳", ",\"systemId\":\"elsewhere\"").statusCode()).isEqualTo(202);
            assertThat(esme.within(200)).isEmpty();
        }
        simulator.call("DELETE", "/api/messages", "");
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThat(send("", "").statusCode()).isEqualTo(400);
        assertThat(send("é 가", ",\"encoding\":\"EUC-KR\"").body()).contains("character that its encoding has not");
        assertThat(send("a", ",\"encoding\":\"KOI8\"").body()).contains("GSM-7, LATIN-1, UCS-2, EUC-KR");
        assertThat(simulator
                        .call("POST", "/api/inbound", "{\"from\":\"me\",\"to\":\"1\",\"text\":\"a\"}")
                        .body())
                .contains("from must be a telephone number");
    }
}

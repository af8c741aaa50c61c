package kr.minwon.phonesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SubmitIT {

    private static final String PHONE = "01012345678";

    @TempDir
    static Path directory;

    static Simulator simulator;
    TestEsme esme;

    @BeforeAll
    static void start() {
        simulator = Simulator.in(directory);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void bind() throws Exception {
        simulator.call("DELETE", "/api/messages", "");
        esme = TestEsme.bind(simulator.smppPort());
    }

    @AfterEach
    void unbind() {
        esme.close();
    }

    private JsonNode only() {
        List<JsonNode> messages = simulator.messages(PHONE);
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    @Test
    void showsEucKrAsItWasWritten() throws Exception {
        String id = esme.submit(PHONE, "민원이 접수되었습니다. ★ ℃");
        assertThat(only().get("text").asString()).isEqualTo("민원이 접수되었습니다. ★ ℃");
        assertThat(only().get("encoding").asString()).isEqualTo("EUC-KR");
        assertThat(only().get("from").asString()).isEqualTo(TestEsme.FROM);
        assertThat(only().get("to").asString()).isEqualTo(PHONE);
        assertThat(only().get("messageId").asString()).isEqualTo(id).matches("\\d+");
        assertThat(only().get("receivedAt").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+09:00");
    }

    @Test
    void takesTheOtherNumberThatSomeGatewaysUseForEucKr() throws Exception {
        esme.submit(PHONE, 0x84, "가나다".getBytes(TestEsme.EUC_KR));
        assertThat(only().get("text").asString()).isEqualTo("가나다");
    }

    @Test
    void showsUcs2WithEmojiAndRareSyllables() throws Exception {
        esme.submit(PHONE, 8, "똠방각하 😀".getBytes(StandardCharsets.UTF_16BE));
        assertThat(only().get("text").asString()).isEqualTo("똠방각하 😀");
        assertThat(only().get("encoding").asString()).isEqualTo("UCS-2");
    }

    @Test
    void readsDataCodingZeroAsGsm7() throws Exception {
        esme.submit(PHONE, 0, new byte[] {0x00, 0x01, 0x41, 0x1B, 0x65, 0x02});
        assertThat(only().get("text").asString()).isEqualTo("@£A€$");
        assertThat(only().get("encoding").asString()).isEqualTo("GSM-7");
    }

    @Test
    void showsLatin1() throws Exception {
        esme.submit(PHONE, 3, "café ñ".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(only().get("text").asString()).isEqualTo("café ñ");
        assertThat(only().get("encoding").asString()).isEqualTo("LATIN-1");
    }

    @Test
    void saysWhichTextHoldsOctetsThatAreNoCharacter() throws Exception {
        // 똠 as windows-949 has it: not in EUC-KR
        esme.submit(PHONE, 14, new byte[] {(byte) 0x8C, 0x63, 'a'});
        assertThat(only().get("undecodable").asBoolean()).isTrue();
        assertThat(only().get("text").asString()).contains("\uFFFD");
        assertThat(simulator.submits().getFirst().get("body").asString()).isEqualTo("8c6361");
    }

    @Test
    void joinsNothingToALongPayload() throws Exception {
        String text = "가나다라".repeat(400);
        esme.submit(PHONE, 14, new byte[0], new OptionalParameter.Message_payload(text.getBytes(TestEsme.EUC_KR)));
        assertThat(only().get("text").asString()).isEqualTo(text);
        assertThat(simulator.submits().getFirst().get("bytes").asInt()).isEqualTo(3200);
    }

    @Test
    void joinsPartsByTheirHeaderInWhateverOrder() throws Exception {
        byte[] whole = "가나다라마바사".getBytes(TestEsme.EUC_KR);
        // cut inside a syllable, as a careless sender does
        esme.submit(PHONE, 14, 0x40, 1, part(7, 2, 2, whole, 5, 14));
        assertThat(simulator.messages(PHONE)).isEmpty();
        String first = esme.submit(PHONE, 14, 0x40, 1, part(7, 2, 1, whole, 0, 5));
        assertThat(only().get("text").asString()).isEqualTo("가나다라마바사");
        assertThat(only().get("parts").asInt()).isEqualTo(2);
        assertThat(only().get("messageId").asString()).isEqualTo(first);
        assertThat(simulator.submits()).hasSize(2);
    }

    @Test
    void joinsPartsByTheirSegmentParameters() throws Exception {
        for (int n = 1; n <= 3; n++) {
            esme.submit(
                    PHONE,
                    8,
                    ("조각" + n).getBytes(StandardCharsets.UTF_16BE),
                    new OptionalParameter.Sar_msg_ref_num((short) 9),
                    new OptionalParameter.Sar_total_segments((byte) 3),
                    new OptionalParameter.Sar_segment_seqnum((byte) n));
        }
        assertThat(only().get("text").asString()).isEqualTo("조각1조각2조각3");
    }

    @Test
    void witnessesEveryParameter() throws Exception {
        esme.submit(
                PHONE,
                14,
                "가".getBytes(TestEsme.EUC_KR),
                new OptionalParameter.User_message_reference((short) 0xBEEF),
                new OptionalParameter.OctetString((short) 0x1400, new byte[] {1, 2}));
        JsonNode submit = simulator.submits().getFirst();
        assertThat(submit.get("line").asInt()).isZero();
        assertThat(submit.get("systemId").asString()).isEqualTo("minwon");
        assertThat(submit.get("userMessageReference").asInt()).isEqualTo(0xBEEF);
        assertThat(submit.get("tlvs").get("0x0204").asString()).isEqualTo("beef");
        assertThat(submit.get("tlvs").get("0x1400").asString()).isEqualTo("0102");
        assertThat(submit.get("outcome").asString()).isEqualTo("accepted");
        assertThat(submit.get("dataCoding").asInt()).isEqualTo(14);
        assertThat(submit.get("bytes").asInt()).isEqualTo(2);
        assertThat(submit.get("sequence").asInt()).isPositive();
        assertThat(submit.get("receivedAt").asLong()).isCloseTo(System.currentTimeMillis(), within(60_000L));
        assertThat(only().get("userMessageReference").asInt()).isEqualTo(0xBEEF);
    }

    private static org.assertj.core.data.Offset<Long> within(long millis) {
        return org.assertj.core.api.Assertions.within(millis);
    }

    @Test
    void pagesTheWitnessLogByLine() throws Exception {
        for (int n = 0; n < 5; n++) {
            esme.submit(PHONE, "문자 " + n);
        }
        JsonNode page = simulator.get("/api/submits?since=3&limit=1");
        assertThat(page).hasSize(1);
        assertThat(page.get(0).get("line").asInt()).isEqualTo(3);
        assertThat(page.get(0).get("text").asString()).isEqualTo("문자 3");
        assertThat(simulator.get("/api/submits?since=5")).isEmpty();
    }

    @Test
    void findsAPhoneHoweverItsNumberIsWritten() throws Exception {
        esme.submit("821012345678", "국제 번호로");
        assertThat(simulator.messages("010-1234-5678")).hasSize(1);
        assertThat(simulator.messages("%2B82%2010-1234-5678")).hasSize(1);
        assertThat(simulator.messages("01099999999")).isEmpty();
    }

    @Test
    void tellsOldestFirst() throws Exception {
        esme.submit(PHONE, "첫째");
        esme.submit(PHONE, "둘째");
        esme.submit("01000000000", "다른 전화");
        assertThat(simulator.messages(PHONE).stream().map(m -> m.get("text").asString()))
                .containsExactly("첫째", "둘째");
        assertThat(simulator.get("/api/messages")).hasSize(3);
    }

    @Test
    void refusesAnEncodingItDoesNotKnow() {
        assertThatThrownBy(() -> esme.submit(PHONE, 4, new byte[] {1}))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        e -> assertThat(e.getCommandStatus()).isEqualTo(0x104));
        assertThat(simulator.messages(PHONE)).isEmpty();
        assertThat(simulator.submits().getFirst().get("outcome").asString()).isEqualTo("rejected");
    }

    @Test
    void refusesADestinationThatIsNoNumber() {
        assertThatThrownBy(() -> esme.submit("<b>hello</b>", 14, new byte[] {'a'}))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        e -> assertThat(e.getCommandStatus()).isEqualTo(0x0B));
    }

    @Test
    void refusesAHeaderThatIsCutShort() {
        assertThatThrownBy(() -> esme.submit(PHONE, 14, 0x40, 1, new byte[] {9, 0}))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        e -> assertThat(e.getCommandStatus()).isEqualTo(0x43));
    }

    @Test
    void takesSubmitsOfATransmitterButDeliversToAReceiver() throws Exception {
        esme.close();
        try (TestEsme transmitter = TestEsme.bind(simulator.smppPort(), BindType.BIND_TX, "pair", "x");
                TestEsme receiver = TestEsme.bind(simulator.smppPort(), BindType.BIND_RX, "pair", "x")) {
            String id = transmitter.submit(PHONE, "나뉜 연결");
            assertThat(TestEsme.text(receiver.next())).contains("id:" + id);
            assertThatThrownBy(() -> receiver.submit(PHONE, "안 됨")).isInstanceOf(Exception.class);
        }
    }

    private static byte[] part(int reference, int total, int number, byte[] whole, int from, int to) {
        byte[] octets = new byte[6 + to - from];
        byte[] header = {5, 0, 3, (byte) reference, (byte) total, (byte) number};
        System.arraycopy(header, 0, octets, 0, 6);
        System.arraycopy(whole, from, octets, 6, to - from);
        return octets;
    }
}

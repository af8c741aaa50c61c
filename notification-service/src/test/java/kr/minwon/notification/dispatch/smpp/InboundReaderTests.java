package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import kr.minwon.notification.reply.InboundText;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundReaderTests {
    private static final Charset EUC_KR = Charset.forName("EUC-KR");

    private static DeliverSm deliver(int dataCoding, byte[] octets) {
        DeliverSm deliver = new DeliverSm();
        deliver.setSourceAddr("01012345678");
        deliver.setDestAddress("0620000000");
        deliver.setDataCoding((byte) dataCoding);
        deliver.setShortMessage(octets);
        return deliver;
    }

    @Test
    void readsKoreanUcs2AndAscii() {
        assertThat(InboundReader.read(deliver(14, "수신거부".getBytes(EUC_KR))).text())
                .isEqualTo("수신거부");
        assertThat(InboundReader.read(deliver(0, "STOP".getBytes(EUC_KR))).text())
                .isEqualTo("STOP");
        assertThat(InboundReader.read(deliver(14, "똠방각하".getBytes(Charset.forName("x-windows-949"))))
                        .text())
                .isEqualTo("똠방각하");
        assertThat(InboundReader.read(deliver(8, "그만 🙂".getBytes(StandardCharsets.UTF_16BE)))
                        .text())
                .isEqualTo("그만 🙂");
    }

    @Test
    void readsALongTextAndAPieceOfOneWithoutItsHeader() {
        DeliverSm payload = deliver(14, new byte[0]);
        payload.setOptionalParameters(
                new OptionalParameter.Message_payload("가".repeat(5_000).getBytes(EUC_KR)));
        assertThat(InboundReader.read(payload).text())
                .as("what is too long is cut where it is kept")
                .isEqualTo("가".repeat(5_000));
        DeliverSm piece = deliver(0, new byte[] {5, 0, 3, 1, 2, 1, 'h', 'i'});
        piece.setEsmClass((byte) 0x40);
        assertThat(InboundReader.read(piece).text()).isEqualTo("hi");
        DeliverSm broken = deliver(0, new byte[] {(byte) 200, 1});
        broken.setEsmClass((byte) 0x40);
        assertThat(InboundReader.read(broken).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "821012345678, +82620000000, 01012345678, 0620000000",
        "+821012345678, 0620000000, 01012345678, 0620000000",
        "X01012345678, 0620000000, '', 0620000000",
        "010-1234-5678, '', '', ''",
    })
    void numbersAreReadAsTheyAreDialledAndNamesAreNobody(String from, String to, String readFrom, String readTo) {
        DeliverSm deliver = deliver(0, new byte[] {'5'});
        deliver.setSourceAddr(from);
        deliver.setDestAddress(to);
        assertThat(InboundReader.read(deliver)).isEqualTo(new InboundText(readFrom, readTo, "5"));
    }
}

package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import kr.minwon.notification.reply.InboundText;
import kr.minwon.notification.reply.Piece;
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

    private static DeliverSm headed(int... header) {
        byte[] octets = new byte[header.length + 1];
        for (int n = 0; n < header.length; n++) {
            octets[n] = (byte) header[n];
        }
        octets[header.length] = 'x';
        DeliverSm piece = deliver(0, octets);
        piece.setEsmClass((byte) 0x40);
        return piece;
    }

    @Test
    void readsWhichPieceOfWhichTextItIs() {
        assertThat(InboundReader.piece(headed(5, 0, 3, 200, 3, 2)).orElseThrow())
                .returns(200, Piece::reference)
                .returns(3, Piece::total)
                .returns(2, Piece::number)
                .returns(new byte[] {'x'}, Piece::octets)
                .returns("01012345678", Piece::from);
        assertThat(InboundReader.piece(headed(10, 0x24, 1, 3, 8, 4, 0x12, 0x34, 255, 255, 9))
                        .orElseThrow())
                .as("after another element")
                .returns(0x1234, Piece::reference)
                .returns(255, Piece::number);
        DeliverSm sar = deliver(8, "가".getBytes(StandardCharsets.UTF_16BE));
        sar.setOptionalParameters(
                new OptionalParameter.Sar_msg_ref_num((short) 0xFFFE),
                new OptionalParameter.Sar_total_segments((byte) 200),
                new OptionalParameter.Sar_segment_seqnum((byte) 199));
        assertThat(InboundReader.piece(sar).orElseThrow())
                .returns(0xFFFE, Piece::reference)
                .returns(200, Piece::total)
                .returns(199, Piece::number)
                .returns("UTF-16BE", Piece::charset);
    }

    @Test
    void whatIsNoPieceIsATextForItself() {
        assertThat(InboundReader.piece(deliver(0, new byte[] {5, 0, 3, 1, 2, 1, 'x'})))
                .as("without the bit there is no header")
                .isEmpty();
        assertThat(InboundReader.piece(headed(5, 0, 3, 1, 1, 1))).isEmpty();
        assertThat(InboundReader.piece(headed(5, 0, 3, 1, 2, 3))).isEmpty();
        assertThat(InboundReader.piece(headed(5, 0, 9, 1, 2, 1))).isEmpty();
        assertThat(InboundReader.piece(headed(3, 0x24, 1, 3))).isEmpty();
        assertThat(InboundReader.piece(headed(200, 0, 3, 1, 2))).isEmpty();
        DeliverSm half = deliver(0, new byte[] {'x'});
        half.setOptionalParameters(new OptionalParameter.Sar_msg_ref_num((short) 1));
        assertThat(InboundReader.piece(half)).isEmpty();
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

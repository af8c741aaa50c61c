package kr.minwon.phonesimulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTests {

    @ParameterizedTest
    @CsvSource({"0,GSM-7", "3,LATIN-1", "8,UCS-2", "14,EUC-KR", "132,EUC-KR"})
    void knowsEachDataCoding(int dataCoding, String label) {
        assertThat(Encoding.ofDataCoding(dataCoding, Encoding.GSM_7)
                        .orElseThrow()
                        .label())
                .isEqualTo(label);
    }

    @Test
    void leavesTheDefaultAlphabetToTheSetting() {
        assertThat(Encoding.ofDataCoding(0, Encoding.EUC_KR)).hasValue(Encoding.EUC_KR);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "4", "5", "240", "255"})
    void knowsNoOtherDataCoding(int dataCoding) {
        assertThat(Encoding.ofDataCoding(dataCoding, Encoding.GSM_7)).isEmpty();
    }

    @Test
    void writesAndReadsEveryGsmCharacter() {
        String all =
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                        + "¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€";
        byte[] octets = Encoding.GSM_7.encode(all).orElseThrow();
        assertThat(octets).hasSize(127 + 2 * 10);
        assertThat(Encoding.GSM_7.decode(octets)).isEqualTo(new DecodedText(all, true));
    }

    @Test
    void putsAReplacementWhereThereIsNoCharacter() {
        assertThat(Encoding.GSM_7.decode(new byte[] {'a', (byte) 0x80, 'b'}))
                .isEqualTo(new DecodedText("a\uFFFDb", false));
        assertThat(Encoding.GSM_7.decode(new byte[] {'a', 0x1B})).isEqualTo(new DecodedText("a\uFFFD", false));
        assertThat(Encoding.GSM_7.decode(new byte[] {0x1B, 0x01, 'b'})).isEqualTo(new DecodedText("\uFFFDb", false));
        assertThat(Encoding.UCS_2
                        .decode(new byte[] {(byte) 0xD8, 0x00, 0x00, 0x41})
                        .intact())
                .isFalse();
        assertThat(Encoding.UCS_2.decode(new byte[] {0x00, 0x41, 0x00})).isEqualTo(new DecodedText("A\uFFFD", false));
        assertThat(Encoding.EUC_KR.decode(new byte[] {(byte) 0xB0})).isEqualTo(new DecodedText("\uFFFD", false));
    }

    @Test
    void takesOnlyWhatKsX1001Has() {
        assertThat(Encoding.EUC_KR.encode("가힝 … ‘’ ℃ ㎡ ① ★ €")).isPresent();
        for (String character : new String[] {"똠", "뷁", "펲", "믜", "–", "—", "•", "©", "\u00A0", "😀", "ñ"}) {
            assertThat(Encoding.EUC_KR.encode(character)).as(character).isEmpty();
        }
    }

    @Test
    void encodesNoLoneSurrogate() {
        assertThat(Encoding.UCS_2.encode("\uD83D")).isEmpty();
    }

    @Test
    void knowsItsLabels() {
        assertThat(Encoding.ofLabel("euc-kr")).isEqualTo(Encoding.EUC_KR);
        assertThatThrownBy(() -> Encoding.ofLabel("utf-8")).hasMessageContaining("one of");
    }
}

package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.minwon.notification.dispatch.Provider.Submission;
import kr.minwon.notification.message.Encoding;
import org.jsmpp.PDUException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmitPduTests {
    private static final Charset EUC_KR = Charset.forName("EUC-KR");

    private static Submission submission(@Nullable String subject, String text, Encoding encoding) {
        return new Submission("id", 1, "0623607114", "01012345678", text, encoding, subject, null);
    }

    @Test
    void aSubjectIsTheFirstLine() throws Exception {
        assertThat(SubmitPdu.octets(submission("단수 안내", "내일 물이 끊깁니다.", Encoding.EUC_KR)))
                .isEqualTo("단수 안내\n내일 물이 끊깁니다.".getBytes(EUC_KR));
        assertThat(SubmitPdu.octets(submission("똠", "🙂", Encoding.UCS_2)))
                .isEqualTo("똠\n🙂".getBytes(StandardCharsets.UTF_16BE));
        assertThat(SubmitPdu.octets(submission(null, "내일", Encoding.EUC_KR))).isEqualTo("내일".getBytes(EUC_KR));
    }

    @ParameterizedTest
    @EnumSource
    void moreThanACarrierTakesIsRefusedByName(Encoding encoding) throws Exception {
        assertThat(SubmitPdu.octets(submission(null, "가".repeat(1_000), encoding)))
                .hasSize(2_000);
        assertThatExceptionOfType(PDUException.class)
                .isThrownBy(() -> SubmitPdu.octets(submission(null, "가".repeat(1_001), encoding)))
                .withMessage("more than 2000 bytes");
        assertThatExceptionOfType(PDUException.class)
                .isThrownBy(() -> SubmitPdu.octets(submission("제목", "가".repeat(1_000), encoding)))
                .withMessage("more than 2000 bytes");
    }

    @Test
    void whatEucKrLacksIsRefusedByName() {
        assertThatExceptionOfType(PDUException.class)
                .isThrownBy(() -> SubmitPdu.octets(submission("똠", "내일", Encoding.EUC_KR)))
                .withMessage("a character that EUC-KR does not have");
    }

    @ParameterizedTest
    @EnumSource
    void noControlCharacterGoesOutInEitherEncoding(Encoding encoding) {
        for (String control : List.of("\0", "\u001B", "\t", "\u007F", "\u0090")) {
            assertThatExceptionOfType(PDUException.class)
                    .isThrownBy(() -> SubmitPdu.octets(submission(null, "가" + control + "나", encoding)));
            assertThatExceptionOfType(PDUException.class)
                    .isThrownBy(() -> SubmitPdu.octets(submission("가" + control, "나", encoding)));
        }
    }
}

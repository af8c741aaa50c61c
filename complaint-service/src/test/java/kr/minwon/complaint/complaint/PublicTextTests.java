package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicTextTests {
    private static final String NAME = "홍길동";
    private static final String PHONE = "01012345678";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-9876-5432",
                "01098765432",
                "010 9876 5432",
                "010.9876.5432",
                "０１０-９８７６-５４３２",
                "+82 10-9876-5432",
                "+82-(0)10-9876-5432",
                "062-360-7114",
                "02)123-4567",
                "070-1234-5678",
                "010·1234·5678",
                "0-1-0-1-2-3-4-5-6-7-8",
                "neighbour@example.co.kr",
                "이웃.사람@한메일.net",
                "900101-1234567",
                "9001011234567",
                "1234-5678-9012-3456",
                "12가 3456",
                "123가4567",
                "홍길동",
                "홍 길 동"
            })
    void hidesWhatIsSomebodys(String personal) {
        assertThat(PublicText.of("여기로 " + personal + " 연락 주세요", NAME, PHONE)).isEqualTo("여기로 *** 연락 주세요");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026년 11월 30일 오후 3시 20분부터",
                "11월 2026",
                "35.1468, 126.8781",
                "상무대로 1234번길 5-6",
                "가로등 번호 12345678",
                "접수번호 2611-4821-9375",
                "골목이 어둡습니다. 🌙 똠방각하 <b>&amp;</b>",
                "예산 1,000,000,000원"
            })
    void keepsEverythingElse(String text) {
        assertThat(PublicText.of(text, NAME, PHONE)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"John Smith,I am john smith.,I am ***.", "김,김치 냄새,김치 냄새", "a.*b,axxb,axxb"})
    void takesANameForWhatItIs(String name, String text, String shown) {
        assertThat(PublicText.of(text, name, "")).isEqualTo(shown);
    }

    @Test
    @Timeout(60)
    void aHostileTextCostsNoMoreThanALongOne() {
        long begin = System.nanoTime();
        for (String piece : new String[] {"a", "0", "홍", "010-", "a.a@", "+82 "}) {
            assertThat(PublicText.of(piece.repeat(4_000), NAME, PHONE)).isNotEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }
}

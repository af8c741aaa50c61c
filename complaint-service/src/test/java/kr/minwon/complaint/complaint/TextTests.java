package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import kr.minwon.sealedfields.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts, phones, masks, sentences. */
class TextTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01012345678",
                "010-1234-5678",
                "010 1234 5678",
                "010.1234.5678",
                "(010)1234-5678",
                "+82 10-1234-5678",
                "+82 010-1234-5678",
                "+82(0)10-1234-5678",
                "０１０-１２３４-５６７８",
                "010－1234－5678",
                "＋82 10 1234 5678"
            })
    void readsAMobileAsPeopleTypeIt(String typed) {
        assertThat(PhoneNumber.mobile(typed)).contains("01012345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "010-123-4567",
                "011-1234-5678",
                "010-1234-56789",
                "02-123-4567",
                "010-1234-567a",
                "82-10-1234-5678",
                "+81 10 1234 5678",
                "0101234567８９",
                "٠١٠١٢٣٤٥٦٧٨"
            })
    void findsNoMobileInAnythingElse(String typed) {
        assertThat(PhoneNumber.mobile(typed)).isEmpty();
    }

    @Test
    void takesNumbersThatLibphonenumberRejects() {
        assertThat(PhoneNumber.mobile("010-5971-0000")).contains("01059710000");
    }

    @Test
    void countsCodePointsAndNotUnits() {
        assertThat(PlainText.faultOfLine("😀".repeat(100), 100)).isEmpty();
        assertThat(PlainText.faultOfLine("😀".repeat(101), 100)).contains(PlainText.Fault.TOO_LONG);
        assertThat(PlainText.faultOfLine("똠", 1)).isEmpty();
        assertThat(PlainText.faultOfLine("", 1)).contains(PlainText.Fault.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 0x1B, 0x7F, 0x85, '\n', '\r', '\t'})
    void refusesControlCharactersInALine(int control) {
        assertThat(PlainText.faultOfLine("a" + (char) control + "b", 10)).contains(PlainText.Fault.CONTROL_CHARACTER);
    }

    @Test
    void takesLineEndsAndTabsInAText() {
        assertThat(PlainText.faultOfText("a\r\n\tb", 10)).isEmpty();
        assertThat(PlainText.faultOfText("a\u0000b", 10)).contains(PlainText.Fault.CONTROL_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\uD800', '\uDBFF', '\uDC00', '\uDFFF'})
    void refusesHalfACharacter(char surrogate) {
        assertThat(PlainText.faultOfText("a" + surrogate + "b", 10)).contains(PlainText.Fault.BROKEN_CHARACTER);
    }

    @ParameterizedTest
    @CsvSource({"홍길동,홍*동", "김수,김*", "이,*", "남궁민수,남**수", "John Smith,J********h", "😀홍길동,😀**동"})
    void masksANameLeavingItsEnds(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @Test
    void masksAPhoneLeavingItsEnds() {
        assertThat(Masks.phone("01012345678")).isEqualTo("010-****-5678");
    }

    @ParameterizedTest
    @CsvSource({"건설과,로", "민원실,로", "기획팀,으로", "Desk,(으)로"})
    void putsTheParticleThatFits(String word, String particle) {
        assertThat(Sentences.toward(word)).isEqualTo(particle);
    }

    @Test
    void writesMomentsWithSecondsAndSeoulsOffset() {
        assertThat(SeoulTime.iso(OffsetDateTime.parse("2026-11-23T00:00Z").toInstant()))
                .isEqualTo("2026-11-23T09:00:00+09:00");
        assertThat(SeoulTime.korean(OffsetDateTime.parse("2026-11-26T01:12Z").toInstant()))
                .isEqualTo("11월 26일(목) 10시 12분");
    }

    @Test
    void knowsTheTwentyThreeCategories() {
        Categories categories = new Categories();

        assertThat(categories.codes()).hasSize(23).contains("other", "street-light");
        assertThat(categories.nameOf("street-light")).isEqualTo("가로등·보안등");
    }

    @Test
    void tellsRequestsApartThatRunIntoTheSameCharacters() {
        assertThat(new ContentDigest().add("ab").add("c").bytes())
                .isNotEqualTo(new ContentDigest().add("a").add("bc").bytes());
    }
}

package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LastResortTests {
    @Test
    void aSquareStandsForWhatIsMissingAndItIsNamedOnce() {
        LastResort last = LastResort.of("똠방각하와 뷁, 또 똠");
        assertThat(last.text()).isEqualTo("□방각하와 □, 또 □");
        assertThat(last.lost()).containsExactly("똠", "뷁");
    }

    @Test
    void anEmojiOfSeveralPartsIsOne() {
        LastResort last = LastResort.of("가 👨‍👩‍👧 나 👍🏽!");
        assertThat(last.text()).isEqualTo("가 □ 나 □!");
        assertThat(last.lost()).containsExactly("👨‍👩‍👧", "👍🏽");
    }

    @Test
    void whatFitsStays() {
        assertThat(LastResort.of("□ 그대로? … ①")).isEqualTo(new LastResort("□ 그대로? … ①", List.of()));
    }

    @Property
    void alwaysFitsAndNeverAsksAQuestion(@ForAll("anyUnicode") String text) {
        LastResort last = LastResort.of(text);
        assertThat(SmsText.encode(last.text())).isPresent();
        assertThat(last.text().chars().filter(c -> c == '?').count())
                .isLessThanOrEqualTo(text.chars().filter(c -> c == '?').count());
        assertThat(last.lost().isEmpty()).isEqualTo(SmsText.unencodable(text).isEmpty());
    }

    @Provide
    static Arbitrary<String> anyUnicode() {
        return SmsTextTests.anyUnicode();
    }
}

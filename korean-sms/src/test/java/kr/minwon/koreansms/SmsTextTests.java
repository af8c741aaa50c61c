package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SmsTextTests {
    @Test
    void aSyllableIsTwoBytes() {
        assertThat(SmsText.measure("가".repeat(45)))
                .isEqualTo(new SmsSize(true, java.util.List.of(), 90, SmsSize.Type.SMS, 1));
        assertThat(SmsText.measure("가".repeat(45) + "a").type()).isEqualTo(SmsSize.Type.LMS);
    }

    @Test
    void twoThousandBytesAreTheMost() {
        assertThat(SmsText.measure("가".repeat(1000)).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(SmsText.measure("가".repeat(1000) + "a").type()).isEqualTo(SmsSize.Type.TOO_LONG);
    }

    @Test
    void aSubjectMakesItAnLmsAndHasFortyBytes() {
        assertThat(SmsText.measure("짧다", "제목").type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(SmsText.measure("짧다", "가".repeat(20)).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(SmsText.measure("짧다", "가".repeat(20) + "a").type()).isEqualTo(SmsSize.Type.TOO_LONG);
    }

    @Test
    void whatKsX1001LacksIsNamedOnceAndInOrder() {
        SmsSize size = SmsText.measure("뷁똠뷁 펲😀믜 — ñ");
        assertThat(size.encodable()).isFalse();
        assertThat(size.unencodable()).containsExactly("뷁", "똠", "펲", "😀", "믜", "—", "ñ");
        assertThat(size.bytes()).isNull();
        assertThat(size.type()).isNull();
    }

    @Test
    void whatKsX1001HasFits() {
        assertThat(SmsText.measure("· … ‘’ ℃ ㎡ ① ★ 國 ㈜").encodable()).isTrue();
    }

    @Test
    void aLoneSurrogateIsNamedAndNoCrash() {
        assertThat(SmsText.measure("a\uD83D").unencodable()).containsExactly("\uD83D");
        assertThat(SmsText.measure("\uDE00b").encodable()).isFalse();
    }

    @Test
    void reviewedReplacementsStandForWhatNobodyCanEdit() {
        assertThat(SmsText.withReplacements("처리 — 완료\u00A0• ©")).isEqualTo("처리 - 완료 · (c)");
        assertThat(SmsText.withReplacements("똠")).isEqualTo("똠");
    }

    @Test
    void segmentsFollowTheInternationalRules() {
        assertThat(SmsText.segments("a".repeat(160))).isEqualTo(1);
        assertThat(SmsText.segments("a".repeat(161))).isEqualTo(2);
        assertThat(SmsText.segments("€".repeat(80))).isEqualTo(1);
        assertThat(SmsText.segments("€".repeat(81))).isEqualTo(2);
        assertThat(SmsText.segments("가".repeat(70))).isEqualTo(1);
        assertThat(SmsText.segments("가".repeat(71))).isEqualTo(2);
        assertThat(SmsText.segments("")).isEqualTo(1);
    }

    @Test
    void shorteningKeepsNumbersAndLinksWhole() {
        assertThat(SmsText.shorten("접수 2611-4821-9375", 12)).isEqualTo("접수…");
        assertThat(SmsText.shorten("보기 https://minwon.example/a 끝", 20)).isEqualTo("보기…");
        assertThat(SmsText.shorten("짧다", 20)).isEqualTo("짧다");
    }

    @Property
    void whatEncodesDecodesToItselfAndTheRestIsNamed(@ForAll String text) {
        SmsText.encode(text)
                .ifPresentOrElse(
                        bytes -> assertThat(new String(bytes, Charset.forName("EUC-KR")))
                                .isEqualTo(text),
                        () -> assertThat(SmsText.unencodable(text)).isNotEmpty());
        assertThat(SmsText.measure(text).encodable())
                .isEqualTo(SmsText.unencodable(text).isEmpty());
    }

    @Property
    void aShortenedTextFits(@ForAll("korean") String text, @ForAll @IntRange(min = 2, max = 200) int most) {
        assertThat(SmsText.encode(SmsText.shorten(text, most)).orElseThrow()).hasSizeLessThanOrEqualTo(most);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> korean() {
        return net.jqwik.api.Arbitraries.strings()
                .withChars("가나다라 0123456789-.,:/abchtps")
                .ofMaxLength(200);
    }
}

package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacementsTests {
    @ParameterizedTest
    @CsvSource({
        "2010, -",
        "2011, -",
        "2012, -",
        "2013, -",
        "2014, -",
        "2212, -",
        "2022, ·",
        "2219, ·",
        "22C5, ·",
        "30FB, ·",
        "FF65, ·",
        "201A, ','",
        "201B, ‘",
        "201E, “",
        "201F, “",
        "00AB, 《",
        "00BB, 》",
        "2039, 〈",
        "203A, 〉",
        "00A9, (c)",
        "2117, (p)",
        "00A0, ' '",
        "2003, ' '",
        "2009, ' '",
        "202F, ' '",
        "200B, ''",
        "200D, ''",
        "202E, ''",
        "FEFF, ''",
        "D83D, □"
    })
    void eachWasReviewedAndIsNeeded(String point, String standIn) {
        String character = Character.toString(Integer.parseInt(point, 16));
        assertThat(SmsText.encode(character)).isEmpty();
        assertThat(Replacements.apply("가" + character + "나")).isEqualTo("가" + standIn + "나");
        assertThat(SmsText.encode(standIn)).isPresent();
    }

    @Test
    void whatNothingStandsForStaysAndGoesInUcs2() {
        assertThat(Replacements.apply("똠방각하 😀 ñ")).isEqualTo("똠방각하 😀 ñ");
    }

    @Test
    void whatFitsStays() {
        String fits = "처리 ― 완료 · … “가” ™ ⓒ\n?";
        assertThat(Replacements.apply("처리 — 완료\u00A0• ©")).isEqualTo("처리 - 완료 · (c)");
        assertThat(Replacements.apply(fits.replace("ⓒ", ""))).isEqualTo(fits.replace("ⓒ", ""));
    }

    @Property
    void neverAQuestionMarkAndNoHalfCharacter(@ForAll("anyUnicode") String text) {
        String replaced = Replacements.apply(text);
        assertThat(replaced.chars().filter(c -> c == '?').count())
                .isEqualTo(text.chars().filter(c -> c == '?').count());
        assertThat(replaced.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE))
                .isFalse();
        assertThat(Replacements.apply(replaced)).isEqualTo(replaced);
    }

    @Provide
    static Arbitrary<String> anyUnicode() {
        return SmsTextTests.anyUnicode();
    }

    @Test
    void aWriterIsToldWhatMayStandForWhat() {
        assertThat(Replacements.suggestion("—")).contains("-");
        assertThat(Replacements.suggestion("•")).contains("·");
        assertThat(Replacements.suggestion("\u00A0")).contains(" ");
        assertThat(Replacements.suggestion("\u200B")).contains("");
        assertThat(Replacements.suggestion("똠")).isEmpty();
        assertThat(Replacements.suggestion("😀")).isEmpty();
        assertThat(Replacements.suggestion("\uD83D")).contains("□");
    }
}

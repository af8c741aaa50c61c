package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
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
        "D83D, □",
        "0000, ''",
        "001B, ''",
        "0009, ' '",
        "007F, ''",
        "009B, ''",
        "20A9, ￦",
        "2027, ·",
        "22EF, …",
        "301C, ～",
        "25AA, ■",
        "25E6, ○",
        "00B5, μ",
        "2713, √",
        "2714, √",
        "FE52, ."
    })
    void eachWasReviewedAndIsNeeded(String point, String standIn) {
        String character = Character.toString(Integer.parseInt(point, 16));
        assertThat(SmsText.encode(character)).isEmpty();
        assertThat(Replacements.apply("가" + character + "나")).isEqualTo("가" + standIn + "나");
        assertThat(SmsText.encode(standIn)).isPresent();
    }

    /** As they are typed: by a Hangul word processor, an office suite, an iPhone. Each fits, or something stands for it. */
    private static final String OFFICE_PUNCTUATION = "―–—‐‑‒−－‘’“”′″‚„‛‟«»‹›《》〈〉「」『』【】〔〕〖〗⟨⟩·•∙‧⋅・ㆍᆞ…⋯‥․"
            + "～〜∼〰※☆★⭐○●◎◦◯⬤□■▪▫◼◻⬛⬜◇◆△▲▽▼▷▶►▸◁◀→←↑↓↔⇒⇔➔➜➡⟶☞☜☎℡♥❤✓✔√☐☑×✕✖÷±≠≤≥≦≧≒≈∞∴∵∽∝∕⁄∣¦‖∥"
            + "₩￦¢￠£￡¥￥€$№℃℉°％%‰㎜㎝㎞㎟㎠㎡㎢㎥㎎㎏㎖ℓ㎗㎘㏊㎾㎿Ωµμ¬¯®™©§¶†‡¹²³½⅓¼¾ⅠⅡⅩⅪⅫⅰⅹ①⑮⑯⑳❶❿➀➊㈀㉠㉮ⓐ⒜⑴⑳⒃⒈㈜"
            + "﹐﹑﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫、。，．：；！？｡､｢｣（）［］｛｝"
            + "\u00A0\u1680\u2000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\u2800"
            + "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u200E\u200F\u202A\u2028\u2029\uFE0E\uFE0F\u115F\u1160\u3164";

    @Test
    void whatOfficesTypeFitsOrSomethingStandsForIt() {
        assertThat(OFFICE_PUNCTUATION
                        .codePoints()
                        .mapToObj(Character::toString)
                        .filter(one -> SmsText.encode(Replacements.apply(one)).isEmpty()))
                .isEmpty();
    }

    @Test
    void eachThatIsListedIsNeededAndNoneIsAQuestionMark() {
        assertThat(StandIns.chosen()).allSatisfy((point, standIn) -> {
            assertThat(SmsText.encode(Character.toString(point)))
                    .as(Integer.toHexString(point))
                    .isEmpty();
            assertThat(SmsText.encode(standIn)).as(standIn).isPresent();
            assertThat(standIn).doesNotContain("?");
        });
    }

    @Test
    void whatUnicodeKeepsForCompatibilityIsWhatItStandsFor() {
        assertThat(Replacements.apply("⑯ ㉑ ⒃ ⒈ Ⅻ ﬁ ㎆ 𝐀 ﹩")).isEqualTo("(16) (21) (16) 1. XII fi MB A $");
    }

    @Test
    void aLineEndOfAnySortIsALineFeed() {
        assertThat(Replacements.apply("가\r\n나\r다\u000B라\f마\u0085바")).isEqualTo("가\n나\n다\n라\n마\n바");
    }

    @Test
    void noControlCharacterStays() {
        SmsTextTests.controls().mapToObj(Character::toString).forEach(control -> {
            assertThat(SmsText.encode(Replacements.apply("가" + control + "나"))).isPresent();
            assertThat(Replacements.apply("똠" + control + "😀")).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
        });
    }

    @Test
    void whatWasTypedInPartsIsPutTogether() {
        String typed = Normalizer.normalize("민원 각하 ½ Å", Normalizer.Form.NFD);
        assertThat(SmsText.encode(typed)).isEmpty();
        assertThat(SmsText.composed(Normalizer.normalize("민원", Normalizer.Form.NFD)))
                .isEqualTo("민원");
        assertThat(SmsText.unencodable(SmsText.composed(typed))).containsExactly("\u00C5");
        assertThat(Replacements.apply(typed)).isEqualTo("민원 각하 ½ \u212B");
        assertThat(Replacements.apply("ᄒᆞᆫ글 ᄀ\u200Bᅡ")).isEqualTo("ㅎㆍㄴ글 ㄱㅏ");
    }

    @Test
    void whatFitsIsNotComposedAnew() {
        // Å and the second 樂 of KS X 1001, which NFC takes for others.
        assertThat(SmsText.composed("\u212B\uF914")).isEqualTo("\u212B\uF914");
        assertThat(SmsText.encode("\u212B\uF914")).isPresent();
    }

    @Test
    void anEmojiThatStaysKeepsItsParts() {
        assertThat(Replacements.apply("👨‍👩‍👧 👍🏽 1\uFE0F\u20E3 ❤\uFE0F")).isEqualTo("👨‍👩‍👧 👍🏽 1 ♥");
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
        assertThat(Replacements.suggestion("\u0000")).contains("");
        assertThat(Replacements.suggestion("\t")).contains(" ");
        assertThat(Replacements.suggestion("똠")).isEmpty();
        assertThat(Replacements.suggestion("😀")).isEmpty();
        assertThat(Replacements.suggestion("\uD83D")).contains("□");
    }
}

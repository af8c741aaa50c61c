package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SmsTextTests {
    @Test
    void aSyllableIsTwoBytes() {
        assertThat(SmsText.measure("가".repeat(45))).isEqualTo(new SmsSize(true, List.of(), 90, SmsSize.Type.SMS, 1));
        assertThat(SmsText.measure("가".repeat(45) + "a").type()).isEqualTo(SmsSize.Type.LMS);
    }

    @Test
    void twoThousandBytesAreTheMost() {
        assertThat(SmsText.measure("가".repeat(1000)).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(SmsText.measure("가".repeat(1000) + "a").type()).isEqualTo(SmsSize.Type.TOO_LONG);
    }

    @Test
    void aSubjectMakesItAnLmsAndHasFortyBytes() {
        assertThat(SmsText.measure("짧다", "").type()).isEqualTo(SmsSize.Type.SMS);
        assertThat(SmsText.measure("짧다", "제목").type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(SmsText.measure("짧다", "가".repeat(20)).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(SmsText.measure("짧다", "가".repeat(20) + "a").type()).isEqualTo(SmsSize.Type.TOO_LONG);
        assertThat(SmsText.measure("짧다", "똠").unencodable()).containsExactly("똠");
    }

    @Test
    void whatTheCarrierPutsOnMayCount() {
        assertThat(SmsText.measure("가".repeat(40), null, 10).type()).isEqualTo(SmsSize.Type.SMS);
        assertThat(SmsText.measure("가".repeat(41), null, 10).type()).isEqualTo(SmsSize.Type.LMS);
        assertThat(SmsText.measure("가".repeat(41), null, 10).bytes()).isEqualTo(82);
    }

    @Test
    void whatKsX1001LacksIsNamedOnceAndInOrder() {
        SmsSize size = SmsText.measure("뷁똠뷁 펲😀믜 — ñ😀");
        assertThat(size.encodable()).isFalse();
        assertThat(size.unencodable()).containsExactly("뷁", "똠", "펲", "😀", "믜", "—", "ñ");
        assertThat(size.bytes()).isNull();
        assertThat(size.type()).isNull();
    }

    @Test
    void whatKsX1001HasFits() {
        assertThat(SmsText.measure("· … ‘’ “” ℃ ㎡ ① ★ € 國 ㈜ ㏊ ―").unencodable()).isEmpty();
    }

    @Test
    void exactly2350SyllablesFit() {
        assertThat(IntStream.rangeClosed(0xAC00, 0xD7A3)
                        .filter(syllable ->
                                SmsText.encode(Character.toString(syllable)).isPresent()))
                .hasSize(2_350);
    }

    /** C0, DEL and C1. */
    static IntStream controls() {
        return IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0));
    }

    @Test
    void ofControlCharactersOnlyTheLineFeedIsSent() {
        assertThat(SmsText.encode("가\n나")).isPresent();
        assertThat(SmsText.encodeWide("똠\n나")).isPresent();
        controls().filter(point -> point != '\n').mapToObj(Character::toString).forEach(control -> {
            String text = "가" + control + "나";
            assertThat(SmsText.measure(text).unencodable()).containsExactly(control);
            assertThat(SmsText.measure("가", text).unencodable()).containsExactly(control);
            assertThat(SmsText.encode(text)).isEmpty();
            assertThat(SmsText.encodeWide(text)).isEmpty();
        });
    }

    @Test
    void ucs2HoldsWhatEucKrLacksAndNoHalfOfAPair() {
        assertThat(SmsText.encodeWide("똠 😀")).contains("똠 😀".getBytes(StandardCharsets.UTF_16BE));
        assertThat(SmsText.encodeWide("a\uD83D")).isEmpty();
    }

    @Test
    void whatCannotBeSeenIsCalledByItsNumber() {
        assertThat(SmsText.names(List.of("똠", "😀", "\u0000", "\u001B", "\t", "\u00A0", "\u200B", "\u2028", "\uD83D")))
                .isEqualTo("똠 😀 U+0000 U+001B U+0009 U+00A0 U+200B U+2028 U+D83D");
    }

    @Test
    void aLineEndIsALineFeedHoweverItWasTyped() {
        assertThat(SmsText.composed("가\r\n나\r다\n라\r\n")).isEqualTo("가\n나\n다\n라\n");
        assertThat(SmsText.composed("\u1100\u1161\r\n\u1100\u1161")).isEqualTo("가\n가");
    }

    @Test
    void aLoneSurrogateIsNamedAndNoCrash() {
        assertThat(SmsText.measure("a\uD83D").unencodable()).containsExactly("\uD83D");
        assertThat(SmsText.measure("\uDE00b").unencodable()).containsExactly("\uDE00");
        assertThat(SmsText.measure("\uDE00\uD83D").unencodable()).containsExactly("\uDE00", "\uD83D");
    }

    @Test
    void nothingIsAnSmsOfNoBytes() {
        assertThat(SmsText.measure("")).isEqualTo(new SmsSize(true, List.of(), 0, SmsSize.Type.SMS, 1));
    }

    @Property
    void whatEncodesDecodesToItselfAndTheRestIsNamed(@ForAll("anyUnicode") String text) {
        SmsText.encode(text)
                .ifPresentOrElse(
                        bytes -> {
                            assertThat(new String(bytes, Charset.forName("EUC-KR")))
                                    .isEqualTo(text);
                            assertThat(SmsText.unencodable(text)).isEmpty();
                            assertThat(text).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
                        },
                        () -> assertThat(SmsText.unencodable(text)).isNotEmpty().allMatch(text::contains));
        assertThat(SmsText.measure(text).encodable())
                .isEqualTo(SmsText.unencodable(text).isEmpty());
    }

    @Property
    void aQuestionMarkIsOnlyEverOneThatWasWritten(@ForAll("anyUnicode") String text) {
        long written = text.chars().filter(c -> c == '?').count();
        SmsText.encode(text)
                .ifPresent(bytes -> assertThat(IntStream.range(0, bytes.length)
                                .filter(at -> bytes[at] == '?')
                                .count())
                        .isEqualTo(written));
    }

    /** Hangul, ASCII, every plane, and halves of surrogate pairs. */
    @Provide
    static Arbitrary<String> anyUnicode() {
        Arbitrary<String> points = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, Arbitraries.integers().between(0xAC00, 0xD7A3)),
                        net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 0x7F)),
                        net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0x80, 0xFFFF)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0xD800, 0xDFFF)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0x10000, 0x10FFFF)))
                .map(Character::toString);
        return Arbitraries.oneOf(
                points.list().ofMaxSize(60).map(parts -> String.join("", parts)),
                Arbitraries.integers().between(0xAC00, 0xAFFF).map(Character::toString));
    }
}

package kr.minwon.complaint.complaint.nori;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of residents as words. */
class NoriWordsTests {
    private final Words words = new NoriWords();

    private List<String> of(String text) {
        return words.of(text).stream().map(Words.Word::value).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "보안등이 꺼졌어요, 보안 등 꺼지",
        "꺼진 보안 등을, 꺼지 보안 등",
        "불법주정차 단속해 주세요, 불법 주 정차 단속",
        "화정3동 12-3 앞, 화정 3 동 12 3 앞",
        "民願 제기, 민원 제기",
        "ＣＣＴＶ CCTV, cctv cctv",
        "똠방각하 뷁, 똠방각하 뷁"
    })
    void areNounsAndStemsWithoutParticlesAndEndings(String text, String expected) {
        assertThat(of(text)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!?… ·", "아주 매우 그리고", "\u0000\u0007", "-- ; '' \"\""})
    void areNoneInMarksAndParticles(String text) {
        assertThat(of(text)).isEmpty();
    }

    @Test
    void standWhereTheirTextSaysSo() {
        String text = "어제 보안등이 꺼졌어요";

        assertThat(words.of(text))
                .contains(new Words.Word("보안", 3, 5), new Words.Word("등", 5, 6))
                .allSatisfy(word ->
                        assertThat(text.substring(word.from(), word.to())).isNotBlank());
    }

    @Test
    void areBoundedInLengthWithoutHalfACharacter() {
        assertThat(of("a".repeat(4_000))).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(Limits.WORD));
        assertThat(of("𠀀".repeat(300)))
                .allSatisfy(word ->
                        assertThat(word.codePointCount(0, word.length())).isLessThanOrEqualTo(Limits.WORD))
                .allSatisfy(word -> assertThat(Character.isHighSurrogate(word.charAt(word.length() - 1)))
                        .isFalse());
    }

    @Test
    void survivesWhatIsNoText() {
        assertThat(of("\ud800 가로등 \udfff")).contains("가로", "등");
        assertThat(of("{\"$ne\":null}")).containsExactly("ne", "null");
    }

    @Test
    void areTheSameForManyAtOnce() {
        List<String> alone = of("놀이터 옆 가로등이 깜박거려요");

        assertThat(java.util.stream.IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(n -> of("놀이터 옆 가로등이 깜박거려요"))
                        .distinct())
                .containsExactly(alone);
    }
}

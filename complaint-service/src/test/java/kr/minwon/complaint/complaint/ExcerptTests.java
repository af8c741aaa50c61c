package kr.minwon.complaint.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kr.minwon.complaint.complaint.Excerpt.Hit;
import org.junit.jupiter.api.Test;

class ExcerptTests {
    private final Words words = new SpacedWords();

    private static List<String> hits(Excerpt excerpt) {
        return excerpt.hits().stream()
                .map(hit -> excerpt.text().substring(hit.from(), hit.to()))
                .toList();
    }

    @Test
    void isWholeWhileItIsShort() {
        Excerpt excerpt = Excerpt.around(List.of("사흘째 꺼져 있습니다."), words, Set.of("꺼져"));

        assertThat(excerpt).isEqualTo(new Excerpt("사흘째 꺼져 있습니다.", List.of(new Hit(4, 6))));
    }

    @Test
    void liesAroundTheFirstHitOfALongText() {
        String text = "앞 ".repeat(200) + "보안등 " + "뒤 ".repeat(200) + "보안등";

        Excerpt excerpt = Excerpt.around(List.of(text), words, Set.of("보안등"));

        assertThat(excerpt.text()).startsWith("…").endsWith("…").hasSize(Limits.EXCERPT + 2);
        assertThat(hits(excerpt)).containsExactly("보안등");
    }

    @Test
    void isOfTheFirstTextThatHasAHit() {
        assertThat(Excerpt.around(List.of("본문", "답변 고쳤습니다", "고쳤습니다"), words, Set.of("고쳤습니다"))
                        .text())
                .isEqualTo("답변 고쳤습니다");
    }

    @Test
    void isTheBeginningWithoutAHit() {
        Excerpt excerpt = Excerpt.around(List.of("가".repeat(500), "나"), words, Set.of("다"));

        assertThat(excerpt.text()).isEqualTo("가".repeat(Limits.EXCERPT) + "…");
        assertThat(excerpt.hits()).isEmpty();
    }

    @Test
    void cutsNoCharacterInHalf() {
        String text = "😀".repeat(100) + " 보안등 " + "😀".repeat(300);

        Excerpt excerpt = Excerpt.around(List.of(text), words, Set.of("보안등"));

        assertThat(PlainText.faultOfLine(excerpt.text(), Limits.EXCERPT + 2)).isEmpty();
        assertThat(hits(excerpt)).containsExactly("보안등");
    }

    @Test
    void showsPartsOfOneWordAsOneHit() {
        Words parts = text -> List.of(new Words.Word("보안", 0, 2), new Words.Word("등", 2, 3), new Words.Word("등", 4, 5));

        assertThat(hits(Excerpt.whole("보안등 등", parts, Set.of("보안", "등")))).containsExactly("보안등", "등");
    }
}

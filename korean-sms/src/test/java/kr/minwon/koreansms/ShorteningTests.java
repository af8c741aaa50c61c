package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShorteningTests {
    /** What has to be whole in a text, or not there at all. */
    private static final String[] WHOLE = {
        "bit.ly/a1b2",
        "seogu.gwangju.kr/민원/12",
        "HTTPS://Minwon.Seogu.kr/S/a1?b=2#c",
        "https://minwon.example/s/261148219375s1-AAECAwQFBgcICQoL",
        "http://서구.한국/길",
        "Www.seogu.go.kr",
        "minwon@seogu.go.kr",
        "hong.gil-dong1@korea.kr",
        "(062) 360-7114",
        "062)360-7114",
        "02) 123-4567",
        "010 1234 5678",
        "010.1234.5678",
        "+82 10-1234-5678",
        "2611-4821-9375",
        "제2024-가-15호",
        "제2024-민원-15호",
        "A-12_34",
        "TEL:062-360-7114",
        "1,234,000원",
        "12.5%",
        "2026. 12. 3.",
        "2026. 12. 3. 18:00",
        "2026.12.03.",
        "2026년 12월 3일",
        "2026/12/3",
        "10:00~18:00",
        "12가 3456",
        "123가4567",
        "101동 1502호",
        "０６２－３６０－７１１４"
    };

    @Test
    void keepsNumbersAndLinksWhole() {
        assertThat(Shortening.of("접수 2611-4821-9375", 12)).isEqualTo("접수…");
        assertThat(Shortening.of("접수 2611-4821-9375 끝", 20)).isEqualTo("접수…");
        assertThat(Shortening.of("접수 2611-4821-9375 끝말", 21)).isEqualTo("접수 2611-4821-9375…");
        assertThat(Shortening.of("보기 https://minwon.example/a 끝", 20)).isEqualTo("보기…");
    }

    @Test
    void keepsOneNumberOfSeveral() {
        assertThat(Shortening.of("2611-4821-9375, 2611-4821-9376, 2611-4821-9377", 32))
                .isEqualTo("2611-4821-9375, 2611-4821-9376…");
    }

    @Test
    void leavesWhatFits() {
        assertThat(Shortening.of("짧다", 4)).isEqualTo("짧다");
        assertThat(Shortening.of("짧다", 3)).isEqualTo("…");
    }

    @Test
    void keepsACharacterWithItsMarksWhole() {
        String family = "👨‍👩‍👧";
        assertThat(Shortening.of("가" + family + "나", 10)).isEqualTo("가…");
    }

    @Test
    void needsRoomForItsEnd() {
        assertThatThrownBy(() -> Shortening.of("가", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void fitsAndIsABeginning(@ForAll("korean") String text, @ForAll @IntRange(min = 2, max = 200) int most) {
        String shortened = Shortening.of(text, most);
        assertThat(SmsText.encode(shortened).orElseThrow()).hasSizeLessThanOrEqualTo(most);
        if (!shortened.equals(text)) {
            assertThat(text).startsWith(shortened.substring(0, shortened.length() - 1));
        }
    }

    /** Knows where they stand because it put them there, and asks no pattern. */
    @Property(tries = 3_000)
    void noNumberAndNoLinkIsCut(@ForAll("pieces") List<String> pieces, @ForAll @IntRange(min = 2, max = 250) int most) {
        StringBuilder text = new StringBuilder();
        List<int[]> whole = new ArrayList<>();
        for (String piece : pieces) {
            if (List.of(WHOLE).contains(piece)) {
                whole.add(new int[] {text.length(), text.length() + piece.length()});
            }
            text.append(piece);
        }
        String shortened = Shortening.of(text.toString(), most);
        if (shortened.contentEquals(text)) {
            return;
        }
        int end = shortened.length() - 1;
        assertThat(text.substring(0, end)).isEqualTo(shortened.substring(0, end));
        assertThat(whole).as(shortened).noneMatch(one -> one[0] < end && end < one[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-", "1 ", "가1", "a.", "a@", "a-", "(", "가.", "1.", "://", "a:", "가나다라1", "1,", "a1", "ab.c/", "👨‍",
                "e\u0301", " ", ".", "1가-", "~ "
            })
    void longTextsTakeNoLonger(String unit) {
        String text = unit.repeat(20_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Shortening.of(text, 2_000).length()).isPositive();
            assertThat(Shortening.of(text + "가", 19_000).length()).isPositive();
        });
    }

    @Provide
    static Arbitrary<String> korean() {
        return Arbitraries.strings()
                .withChars("가나다라 0123456789-.,:/@()~abwhtps원월일\n")
                .ofMaxLength(200);
    }

    /** Words, then something whole, then what may follow it directly. */
    @Provide
    static Arbitrary<List<String>> pieces() {
        Arbitrary<String> words = Arbitraries.of(
                "문의 ", "전화: ", "누리집 주소는 ", "Please see ", "담당자에게 ", "\n", "자세한 내용은, ", "- ", "※ 기한 ", " ");
        Arbitrary<String> behind = Arbitraries.of(" ", " 로 ", "\n", " 입니다. ", ", ", " (확인) ", " 까지 보내 주세요. ");
        return Combinators.combine(words, Arbitraries.of(WHOLE), behind)
                .as((first, one, last) -> List.of(first, one, last))
                .list()
                .ofMaxSize(8)
                .map(all -> all.stream().flatMap(List::stream).toList());
    }
}

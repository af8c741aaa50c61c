package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShorteningTests {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.:/\\-]*");

    @Test
    void keepsNumbersAndLinksWhole() {
        assertThat(Shortening.of("접수 2611-4821-9375", 12)).isEqualTo("접수…");
        assertThat(Shortening.of("접수 2611-4821-9375 끝", 20)).isEqualTo("접수…");
        assertThat(Shortening.of("접수 2611-4821-9375 끝말", 21)).isEqualTo("접수 2611-4821-9375…");
        assertThat(Shortening.of("보기 https://minwon.example/a 끝", 20)).isEqualTo("보기…");
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

    @Property
    void noNumberIsCut(@ForAll("korean") String text, @ForAll @IntRange(min = 2, max = 200) int most) {
        Matcher left = NUMBER.matcher(Shortening.of(text, most));
        Matcher right = NUMBER.matcher(text);
        while (left.find()) {
            assertThat(right.find()).isTrue();
            assertThat(left.group()).isEqualTo(right.group());
        }
    }

    @Provide
    static Arbitrary<String> korean() {
        return Arbitraries.strings().withChars("가나다라 0123456789-.,:/원월일").ofMaxLength(200);
    }
}

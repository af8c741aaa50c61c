package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentRuleTests {
    private static int segments(String text) {
        return SegmentRule.INTERNATIONAL.segments(text);
    }

    @Test
    void gsmTextsTake160Or153Each() {
        assertThat(segments("")).isEqualTo(1);
        assertThat(segments("a".repeat(160))).isEqualTo(1);
        assertThat(segments("a".repeat(161))).isEqualTo(2);
        assertThat(segments("a".repeat(306))).isEqualTo(2);
        assertThat(segments("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void extendedCharactersTakeTwoAndAreNotParted() {
        assertThat(segments("€".repeat(80))).isEqualTo(1);
        assertThat(segments("€".repeat(81))).isEqualTo(2);
        // 76 of them fill 152 of 153: the next begins a new message.
        assertThat(segments("€".repeat(152))).isEqualTo(2);
        assertThat(segments("€".repeat(153))).isEqualTo(3);
    }

    @Test
    void koreanTextsTake70Or67Each() {
        assertThat(segments("가".repeat(70))).isEqualTo(1);
        assertThat(segments("가".repeat(71))).isEqualTo(2);
        assertThat(segments("가".repeat(134))).isEqualTo(2);
        assertThat(segments("가".repeat(135))).isEqualTo(3);
    }

    @Test
    void aSurrogatePairIsNotParted() {
        assertThat(segments("😀".repeat(35))).isEqualTo(1);
        assertThat(segments("😀".repeat(66))).isEqualTo(2);
        assertThat(segments("😀".repeat(67))).isEqualTo(3);
    }

    @Test
    void aProviderMayHaveItsOwnRule() {
        assertThat(new SegmentRule(140, 134, 60, 57).segments("가".repeat(61))).isEqualTo(2);
    }
}

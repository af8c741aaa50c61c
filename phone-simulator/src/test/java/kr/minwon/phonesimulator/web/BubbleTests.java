package kr.minwon.phonesimulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BubbleTests {

    @Test
    void showsControlCharactersAsPictures() {
        assertThat(Bubble.shown("a\u0000b\u001B\u007F\r\n\t😀")).isEqualTo("a␀b␛␡␍\n\t😀");
    }

    @Test
    void writesTimesOfSeoul() {
        long newYear = 1_767_193_200_007L;
        assertThat(SeoulTime.iso(newYear)).isEqualTo("2026-01-01T00:00:00.007+09:00");
        assertThat(SeoulTime.day(newYear)).isEqualTo("2026년 1월 1일 목요일");
        assertThat(SeoulTime.time(newYear)).isEqualTo("오전 12:00");
        assertThat(SeoulTime.brief(newYear, newYear + 1)).isEqualTo("오전 12:00");
        assertThat(SeoulTime.brief(newYear, newYear + 86_400_000)).isEqualTo("1월 1일");
    }
}

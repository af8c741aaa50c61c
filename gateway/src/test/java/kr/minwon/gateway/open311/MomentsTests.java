package kr.minwon.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTests {
    @ParameterizedTest
    @CsvSource({
        "2026-11-30T09:00:00+09:00,2026-11-30T09:00:00.000+09:00,2026-11-30T09:00:01.000+09:00",
        "2026-11-30T00:00:00Z,2026-11-30T00:00:00.000Z,2026-11-30T00:00:01.000Z",
        "2026-11-30T09:00:00.125+09:00,2026-11-30T09:00:00.125+09:00,2026-11-30T09:00:00.126+09:00",
        "2026-11-30T09:00:00 09:00,2026-11-30T09:00:00.000+09:00,2026-11-30T09:00:01.000+09:00",
        "2026-11-30T09:00-05:00,2026-11-30T09:00:00.000-05:00,2026-11-30T09:00:01.000-05:00",
        "2026-11-30T09:00:00,2026-11-30T09:00:00.000+09:00,2026-11-30T09:00:01.000+09:00",
        "2026-11-30,2026-11-30T00:00:00.000+09:00,2026-12-01T00:00:00.000+09:00"
    })
    void readsAMomentWithItsLength(String typed, String from, String until) {
        Moments.Span span = Moments.span(typed).orElseThrow();

        assertThat(Moments.exact(span.from())).isEqualTo(from);
        assertThat(Moments.exact(span.until())).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-01",
                "2026-02-30T00:00:00Z",
                "2026-11-30T25:00:00Z",
                "20261130",
                "2026-11-30T09:00:00+99:00",
                "+2026-11-30",
                "2026-11-30T09:00:00Z; drop",
                "1796000000"
            })
    void refusesWhatIsNoMoment(String typed) {
        assertThat(Moments.span(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T09:00:00.987+09:00,2026-11-30T09:00:00+09:00",
        "2026-11-30T00:00:00Z,2026-11-30T09:00:00+09:00"
    })
    void showsSecondsOnSeoulsClock(String said, String shown) {
        assertThat(Moments.shown(said)).isEqualTo(shown);
        assertThat(Moments.shown(null)).isNull();
    }
}

package kr.minwon.gateway.pages.resident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTests {
    @ParameterizedTest
    @ValueSource(strings = {"2611-4821-9375", "261148219375", " 2611 4821 9375 ", "2611–4821–9375", "2611.4821.9375"})
    void areReadHoweverTheyAreTyped(String typed) {
        assertThat(Numbers.of(typed)).contains("2611-4821-9375");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "2611", "2611-4821-93755", "2611-4821-937A", "../../staff", "{\"$ne\":null}"})
    void areNothingElse(String typed) {
        assertThat(Numbers.of(typed)).isEmpty();
    }
}

package kr.minwon.phonesimulator.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "010-1234-5678,01012345678",
        "010 1234 5678,01012345678",
        "(062) 000.0000,0620000000",
        "+82 10-1234-5678,01012345678",
        "821012345678,01012345678",
        "1588-0000,15880000",
        "+14155550100,14155550100"
    })
    void takesSeparatorsOff(String written, String digits) {
        assertThat(PhoneNumber.of(written)).hasValue(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12", "abc", "010-1234-567a", "<script>", "010+1234", "０１０１２３４５６７８", "123456789012345678901"
            })
    void takesNothingElse(String written) {
        assertThat(PhoneNumber.of(written)).isEmpty();
    }

    @Test
    void doesNotReadWhatIsFarTooLong() {
        assertThat(PhoneNumber.of("-".repeat(1_000_000) + "0101234")).isEmpty();
    }

    @Test
    void writesNumbersAsPeopleDo() {
        assertThat(PhoneNumber.written("01012345678")).isEqualTo("010-1234-5678");
        assertThat(PhoneNumber.written("15880000")).isEqualTo("1588-0000");
        assertThat(PhoneNumber.written("0620000000")).isEqualTo("062-000-0000");
        assertThat(PhoneNumber.written("0212345678")).isEqualTo("02-1234-5678");
        assertThat(PhoneNumber.written("MinwonCall")).isEqualTo("MinwonCall");
        assertThat(PhoneNumber.written("120")).isEqualTo("120");
    }
}

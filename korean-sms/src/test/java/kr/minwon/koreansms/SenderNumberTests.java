package kr.minwon.koreansms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "062-360-7114",
                "02-120-1234",
                "15881234",
                "1600 0000",
                "01012345678",
                "070-1234-5678",
                "0621234567"
            })
    void takesWhatCanBeRegistered(String number) {
        assertThat(new SenderNumber(number).digits()).containsOnlyDigits();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "120", "0215881234567", "0502-123-4567", "158812345", "0621588-1234a", "1234567", "+8210123"
            })
    void refusesWhatCannot(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SenderNumber(number));
    }
}

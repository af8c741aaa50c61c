package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01012345678",
                " 010 1234 5678 ",
                "010-1234-5678",
                "010.1234.5678",
                "(010) 1234-5678",
                "０１０－１２３４－５６７８",
                "（０１０）１２３４．５６７８",
                "010–1234—5678",
                "010‐1234‑5678",
                "010\u00a01234\u30005678",
                "+82 10-1234-5678",
                "+82 (0)10 1234 5678",
                "＋８２１０１２３４５６７８"
            })
    void aMobileIsTakenHoweverItIsTyped(String typed) {
        assertThat(MobileNumber.typed(typed)).contains("01012345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02-123-4567",
                "062-360-1234",
                "011-123-4567",
                "010-1234-567",
                "010-1234-56789",
                "82 10-1234-5678",
                "+1 010 1234 5678",
                "+82 2 123 4567",
                "010ー1234ー5678",
                "010/1234/5678",
                "010-1234-567a",
                "٠١٠١٢٣٤٥٦٧٨",
                "①①①1234567890",
                "010-1234-5678 010-1234-5678                 "
            })
    void nothingElseIs(String typed) {
        assertThat(MobileNumber.typed(typed)).isEmpty();
    }

    @Test
    void nothingTypedIsNone() {
        assertThat(MobileNumber.typed(null)).isEmpty();
    }
}

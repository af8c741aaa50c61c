package kr.minwon.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.notification.message.Prices.Price;
import org.junit.jupiter.api.Test;

class PricesTests {
    private static final Prices PRICES = new Prices(Map.of(
            "smpp", new Price(new BigDecimal("9.9"), new BigDecimal("32"), null),
            "solapi", new Price(new BigDecimal("18"), new BigDecimal("45"), new BigDecimal("13"))));

    @Test
    void aMailingCostsAtMostWhatTheDearestProviderTakes() {
        assertThat(PRICES.atMost(List.of("smpp"), SmsSize.Type.SMS, 101)).isEqualTo(1_000);
        assertThat(PRICES.atMost(List.of("smpp", "solapi"), SmsSize.Type.LMS, 3))
                .isEqualTo(135);
    }

    @Test
    void aProviderWithoutAPriceIsNotFree() {
        assertThat(PRICES.of("aligo", SmsSize.Type.SMS)).isPositive();
        assertThat(PRICES.atMost(List.of(), SmsSize.Type.LMS, 1)).isPositive();
    }

    @Test
    void alimtalkHasAPriceOfItsOwn() {
        assertThat(PRICES.ofAlimtalk("solapi")).isEqualByComparingTo("13");
        assertThat(PRICES.ofAlimtalk("smpp")).isPositive();
    }

    @Test
    void nothingCostsLessThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Price(BigDecimal.ONE, new BigDecimal("-1"), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Price(BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("-1")));
    }
}

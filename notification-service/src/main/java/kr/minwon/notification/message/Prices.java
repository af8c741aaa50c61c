package kr.minwon.notification.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import kr.minwon.koreansms.SmsSize;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a text costs with each provider, in won without tax. Every office has its own contract: the figures that are there
 * from the start are only plausible, and are to be set.
 *
 * @param prices by the provider's name
 */
@ConfigurationProperties("minwon.sms")
public record Prices(Map<String, Price> prices) {
    /** Of a provider whose price nobody has set. */
    private static final Price UNSET =
            new Price(BigDecimal.valueOf(20), BigDecimal.valueOf(50), BigDecimal.valueOf(15));

    /** @param prices none yet when null */
    public Prices {
        prices = prices == null ? Map.of() : Map.copyOf(prices);
    }

    /**
     * A provider's prices.
     *
     * @param sms of a text of 90 bytes
     * @param lms of a longer one
     * @param alimtalk of one by KakaoTalk; null for a provider that carries none, or of which nobody has set it
     */
    public record Price(
            BigDecimal sms, BigDecimal lms, @Nullable BigDecimal alimtalk) {
        public Price {
            if (sms.signum() < 0 || lms.signum() < 0 || (alimtalk != null && alimtalk.signum() < 0)) {
                throw new IllegalArgumentException("minwon.sms.prices: a text costs 0 won or more");
            }
        }

        BigDecimal of(SmsSize.Type type) {
            return type == SmsSize.Type.SMS ? sms : lms;
        }
    }

    /** What one text costs with a provider. */
    public BigDecimal of(String provider, SmsSize.Type type) {
        return prices.getOrDefault(provider, UNSET).of(type);
    }

    /** What one text costs by KakaoTalk. */
    public BigDecimal ofAlimtalk(String provider) {
        BigDecimal set = prices.getOrDefault(provider, UNSET).alimtalk();
        return set == null ? Objects.requireNonNull(UNSET.alimtalk()) : set;
    }

    /** What so many texts cost at most, whole won, whichever of the providers takes each. */
    public long atMost(Collection<String> providers, SmsSize.Type type, long texts) {
        return providers.stream()
                .map(provider -> of(provider, type))
                .max(Comparator.naturalOrder())
                .orElse(UNSET.of(type))
                .multiply(BigDecimal.valueOf(texts))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}

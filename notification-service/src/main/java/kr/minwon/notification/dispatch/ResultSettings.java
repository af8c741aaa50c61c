package kr.minwon.notification.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers that send no receipts are asked what became of texts.
 *
 * @param every how often, and the first wait before the same is asked about again
 * @param aRound most texts asked about at one provider each time
 * @param atOnce how many of them at once
 * @param perSecond how many in a second, at each provider; 0 for no limit
 * @param longestBackOff the longest wait before the same is asked about again, and before a provider that is away is asked
 * @param giveUpAfter texts that were taken longer ago are not asked about any more: carriers try for three days
 */
@ConfigurationProperties("minwon.sms.results")
public record ResultSettings(
        @DefaultValue("15s") Duration every,
        @DefaultValue("1000") int aRound,
        @DefaultValue("8") int atOnce,
        @DefaultValue("20") int perSecond,
        @DefaultValue("30m") Duration longestBackOff,
        @DefaultValue("4d") Duration giveUpAfter) {
    public ResultSettings {
        if (aRound < 1 || atOnce < 1 || perSecond < 0) {
            throw new IllegalArgumentException(
                    "minwon.sms.results: a-round and at-once are at least 1, per-second at least 0");
        }
    }
}

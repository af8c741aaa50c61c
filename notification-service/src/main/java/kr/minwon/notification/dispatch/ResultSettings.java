package kr.minwon.notification.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers that send no receipts are asked what became of texts.
 *
 * @param every how often
 * @param aRound most texts asked about at one provider each time
 * @param atOnce how many of them at once
 * @param giveUpAfter texts that were taken longer ago are not asked about any more: carriers try for three days
 */
@ConfigurationProperties("minwon.sms.results")
public record ResultSettings(
        @DefaultValue("15s") Duration every,
        @DefaultValue("1000") int aRound,
        @DefaultValue("8") int atOnce,
        @DefaultValue("4d") Duration giveUpAfter) {
    public ResultSettings {
        if (aRound < 1 || atOnce < 1) {
            throw new IllegalArgumentException("minwon.sms.results: a-round and at-once are at least 1");
        }
    }
}

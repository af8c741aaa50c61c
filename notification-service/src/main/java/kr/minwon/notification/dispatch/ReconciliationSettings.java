package kr.minwon.notification.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers are asked about texts in doubt, and about 알림톡 of which nothing is heard.
 *
 * @param every how often texts to ask about are looked for
 * @param aRound most texts asked about at one provider each time
 * @param firstBackOff the first wait before the same is asked again, and before a provider that is away is
 * @param longestBackOff the longest; waits double up to it
 * @param giveUpAfter texts older than this are not asked about any more: a person decides
 * @param mostResent how often a text goes out anew by itself because its provider never took it
 * @param alimtalkAfter 알림톡 that was taken is asked about when no receipt has come for so long
 */
@ConfigurationProperties("minwon.sms.reconcile")
public record ReconciliationSettings(
        @DefaultValue("10s") Duration every,
        @DefaultValue("50") int aRound,
        @DefaultValue("30s") Duration firstBackOff,
        @DefaultValue("30m") Duration longestBackOff,
        @DefaultValue("2d") Duration giveUpAfter,
        @DefaultValue("2") int mostResent,
        @DefaultValue("3m") Duration alimtalkAfter) {
    public ReconciliationSettings {
        if (aRound < 1 || mostResent < 0) {
            throw new IllegalArgumentException("minwon.sms.reconcile: a-round is at least 1, most-resent 0");
        }
    }
}

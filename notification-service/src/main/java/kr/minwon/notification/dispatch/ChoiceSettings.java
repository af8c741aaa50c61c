package kr.minwon.notification.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers share the texts. The defaults are the figures that GOV.UK Notify publishes, but for the limit of
 * slowness: Notify measures delivery (five minutes), this the hand-over.
 *
 * @param step points that a provider loses to the others at once, and gets back at once
 * @param errors more errors than these within {@code errorsWithin} cost a step
 * @param errorsWithin see {@code errors}
 * @param slowerThan a hand-over that takes longer is slow
 * @param slowPercent this share of slow ones within {@code slowWithin} costs a step
 * @param slowWithin see {@code slowPercent}
 * @param slowMinimum how many hand-overs there must have been to speak of a share
 * @param moveEvery a provider loses no more than a step in this time
 * @param backEvery how often what was moved goes a step back towards the weights
 */
@ConfigurationProperties("minwon.sms.choice")
public record ChoiceSettings(
        @DefaultValue("10") int step,
        @DefaultValue("50") int errors,
        @DefaultValue("60s") Duration errorsWithin,
        @DefaultValue("3s") Duration slowerThan,
        @DefaultValue("15") int slowPercent,
        @DefaultValue("5m") Duration slowWithin,
        @DefaultValue("20") int slowMinimum,
        @DefaultValue("1m") Duration moveEvery,
        @DefaultValue("1h") Duration backEvery) {
    public ChoiceSettings {
        if (step < 1 || errors < 0 || slowMinimum < 1 || slowPercent < 1 || slowPercent > 100) {
            throw new IllegalArgumentException("minwon.sms.choice: step, slow-minimum and slow-percent (to 100) are at"
                    + " least 1, errors at least 0");
        }
        if (backEvery.isZero() || backEvery.isNegative()) {
            throw new IllegalArgumentException("minwon.sms.choice.back-every is longer than nothing");
        }
    }
}

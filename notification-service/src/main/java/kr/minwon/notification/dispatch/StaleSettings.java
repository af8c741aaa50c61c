package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.util.Map;
import kr.minwon.notification.message.Step;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a text that could not be sent is worth nothing any more.
 *
 * @param after how old a text of a step may become, by the step's name
 * @param otherwise how old a text of any other step may become
 * @param supersededAfter a text that has waited so long is dropped when a text that ends its case waits behind it; in
 *     usual times both are sent
 */
@ConfigurationProperties("minwon.sms.stale")
public record StaleSettings(
        @DefaultValue Map<String, Duration> after,
        @DefaultValue("72h") Duration otherwise,
        @DefaultValue("10m") Duration supersededAfter) {
    /** A code that comes so late is good no longer. */
    private static final Duration CODE = Duration.ofMinutes(3);

    /** @throws IllegalArgumentException for a step that there is not */
    public StaleSettings {
        after = Map.copyOf(after);
        for (String step : after.keySet()) {
            Step.ofWireName(step);
        }
    }

    private Duration otherwise(Step step) {
        return step == Step.CODE ? CODE : otherwise;
    }

    Duration of(Step step) {
        Duration own = after.get(step.wireName());
        return own == null ? otherwise(step) : own;
    }
}

package kr.minwon.notification.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When notices to one phone are told by one text.
 *
 * @param moreThan so many within {@code within} go out each by itself, further ones wait for its end and are merged; 0
 *     merges nothing, also not what quiet hours have held
 * @param within counted from the first of them
 */
@ConfigurationProperties("minwon.sms.burst")
public record BurstSettings(
        @DefaultValue("10") int moreThan,
        @DefaultValue("60s") Duration within) {
    /** Nothing is merged. */
    public static final BurstSettings NONE = new BurstSettings(0, Duration.ofSeconds(60));

    /** @throws IllegalArgumentException for what is no number, or no time of at most an hour */
    public BurstSettings {
        if (moreThan < 0 || within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "minwon.sms.burst: more-than is 0 or more, within is from a second to an hour");
        }
    }

    /** Whether anything is merged. */
    public boolean merges() {
        return moreThan > 0;
    }
}

package kr.minwon.notification.staffnotice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long notices of staff are kept.
 *
 * @param keptFor longer than events are, or one that is read again would be listed again
 * @param sweepEvery how often old ones are looked for
 */
@ConfigurationProperties("minwon.staff-notices")
public record NoticeSettings(
        @DefaultValue("90d") Duration keptFor,
        @DefaultValue("1h") Duration sweepEvery) {}

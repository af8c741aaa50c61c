package kr.minwon.notification.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How texts go out.
 *
 * @param window texts that may be on their way to the provider at once; as many may be in doubt after a crash
 * @param sweepEvery how often waiting messages that nobody here knows of are looked for
 * @param sweepAge how long a message must have waited for that
 * @param sweepBatch most messages one sweep takes up
 * @param firstBackOff the first wait after a provider was busy or away
 * @param longestBackOff the longest
 */
@ConfigurationProperties("minwon.sms.dispatch")
public record DispatchSettings(
        @DefaultValue("4") int window,
        @DefaultValue("2s") Duration sweepEvery,
        @DefaultValue("5s") Duration sweepAge,
        @DefaultValue("1000") int sweepBatch,
        @DefaultValue("200ms") Duration firstBackOff,
        @DefaultValue("10s") Duration longestBackOff) {}

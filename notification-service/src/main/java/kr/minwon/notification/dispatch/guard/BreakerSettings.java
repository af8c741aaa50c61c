package kr.minwon.notification.dispatch.guard;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to leave a provider alone for a while.
 *
 * @param window how many of the last hand-overs count
 * @param minimum how many there must have been
 * @param failurePercent the share of them that opens it
 * @param openFor how long it is open at first; doubles while the provider does not recover
 * @param longestOpen the longest it is open
 */
public record BreakerSettings(
        @DefaultValue("20") int window,
        @DefaultValue("8") int minimum,
        @DefaultValue("50") int failurePercent,
        @DefaultValue("2s") Duration openFor,
        @DefaultValue("1m") Duration longestOpen) {}

package kr.minwon.notification.dispatch.guard;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Makes the guards of the providers, visible as {@code resilience4j} meters. */
@Component
public class Guards {
    private static final double DOUBLING = 2;
    private static final double JITTER = 0.3;
    private static final int TRIES_HALF_OPEN = 2;
    /** About so many in a second. */
    private static final int REFRESHES = 10;

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final RateLimiterRegistry limiters = RateLimiterRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();

    public Guards(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    /**
     * The guard of a provider.
     *
     * @param window most hand-overs at once
     * @param perSecond most hand-overs a second
     */
    public Guard of(String provider, int window, int perSecond, BreakerSettings breaker) {
        return new Guard(
                breakers.circuitBreaker(provider, breaker(breaker)),
                bulkheads.bulkhead(
                        provider,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(window)
                                .maxWaitDuration(Duration.ZERO)
                                .build()),
                limiters.rateLimiter(provider, limiter(perSecond)));
    }

    private static CircuitBreakerConfig breaker(BreakerSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimum())
                .failureRateThreshold(settings.failurePercent())
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialRandomBackoff(
                        settings.openFor(), DOUBLING, JITTER, settings.longestOpen()))
                .permittedNumberOfCallsInHalfOpenState(TRIES_HALF_OPEN)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
    }

    /**
     * A few at a time, as often as gives just so many in a second. Nobody waits inside: who gets no turn asks again.
     *
     * @param perSecond at least 1
     */
    static RateLimiterConfig limiter(int perSecond) {
        int permits = Math.max(1, perSecond / REFRESHES);
        return RateLimiterConfig.custom()
                .limitForPeriod(permits)
                .limitRefreshPeriod(Duration.ofSeconds(1).multipliedBy(permits).dividedBy(perSecond))
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}

package kr.minwon.notification.dispatch.smpp;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import kr.minwon.notification.NotificationMetric;
import kr.minwon.notification.dispatch.Receipts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The SMPP provider with its breaker and its rate limit, both visible as {@code resilience4j} meters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmppSettings.class)
class SmppConfiguration {
    private static final double DOUBLING = 2;
    private static final double JITTER = 0.3;
    private static final int TRIES_HALF_OPEN = 2;
    private static final Duration REFRESH = Duration.ofMillis(100);

    @Bean(destroyMethod = "close")
    SmppProvider smppProvider(SmppSettings settings, Receipts receipts, MeterRegistry meters, Clock clock) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(breaker(settings.breaker()));
        RateLimiterRegistry limiters = RateLimiterRegistry.of(limiter(settings.perSecond()));
        ReceiptErrors errors = new ReceiptErrors(settings.receiptErrors());
        Incoming incoming = new Incoming(new ReceiptReader(settings.messageIds(), errors, clock), receipts);
        SmppProvider provider = new SmppProvider(
                settings,
                incoming,
                breakers.circuitBreaker(SmppProvider.NAME),
                limiters.rateLimiter(SmppProvider.NAME));
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(meters);
        Gauge.builder(NotificationMetric.PROVIDER_READY.meter(), provider, one -> one.isReady() ? 1 : 0)
                .tag("provider", SmppProvider.NAME)
                .register(meters);
        provider.start();
        return provider;
    }

    private static CircuitBreakerConfig breaker(SmppSettings.Breaker settings) {
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

    private static RateLimiterConfig limiter(int perSecond) {
        long refreshes = Duration.ofSeconds(1).dividedBy(REFRESH);
        return perSecond >= refreshes
                ? limiter((int) (perSecond / refreshes), REFRESH)
                : limiter(1, Duration.ofSeconds(1).dividedBy(Math.max(1, perSecond)));
    }

    /** Nobody waits inside: who gets no turn asks again. */
    private static RateLimiterConfig limiter(int permits, Duration refresh) {
        return RateLimiterConfig.custom()
                .limitForPeriod(permits)
                .limitRefreshPeriod(refresh)
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}

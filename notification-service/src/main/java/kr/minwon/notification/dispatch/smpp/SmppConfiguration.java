package kr.minwon.notification.smpp;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import kr.minwon.notification.message.Provider;
import kr.minwon.notification.message.Receipts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The SMPP provider with its breaker and its rate limit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmppSettings.class)
class SmppConfiguration {
    @Bean(destroyMethod = "close")
    Provider smppProvider(SmppSettings settings, Receipts receipts, MeterRegistry meters, Clock clock) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(2)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
        RateLimiterRegistry limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(Math.max(1, settings.perSecond() / 10))
                .limitRefreshPeriod(Duration.ofMillis(100))
                .timeoutDuration(Duration.ofSeconds(1))
                .build());
        CircuitBreaker breaker = breakers.circuitBreaker(SmppProvider.NAME);
        RateLimiter limiter = limiters.rateLimiter(SmppProvider.NAME);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(meters);
        SmppProvider provider = new SmppProvider(settings, receipts, breaker, limiter, clock);
        provider.start();
        return provider;
    }
}

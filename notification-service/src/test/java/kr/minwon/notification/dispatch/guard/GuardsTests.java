package kr.minwon.notification.dispatch.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTests {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 19, 50, 99, 105, 500, 1_000_000})
    void aRateIsWhatItSaysAndIsSpreadOverTheSecond(int perSecond) {
        RateLimiterConfig limiter = Guards.limiter(perSecond);
        double refreshes = (double) Duration.ofSeconds(1).toNanos()
                / limiter.getLimitRefreshPeriod().toNanos();
        assertThat(limiter.getLimitForPeriod() * refreshes).isCloseTo(perSecond, withinPercentage(0.1));
        assertThat(limiter.getLimitForPeriod()).isLessThanOrEqualTo(Math.max(1, perSecond / 10));
    }
}

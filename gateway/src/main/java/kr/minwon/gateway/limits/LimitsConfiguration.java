package kr.minwon.gateway.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits, counted on the machine's monotonic clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitsConfiguration {
    @Bean
    Limits limits(LimitSettings settings, ClientAddresses addresses, MeterRegistry meters) {
        return new Limits(settings, addresses, meters, TimeMeter.SYSTEM_NANOTIME);
    }
}

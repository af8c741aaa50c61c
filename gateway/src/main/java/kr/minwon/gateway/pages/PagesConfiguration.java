package kr.minwon.gateway.pages;

import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** What all pages share: their words, their language, their clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PagesConfiguration {
    /** Before the door's filters, which may already have to show a page. */
    private static final int BEFORE_THE_DOOR = Ordered.HIGHEST_PRECEDENCE + 5;

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("gateway-messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    FilterRegistrationBean<PageLanguage> pageLanguage() {
        var registration = new FilterRegistrationBean<>(new PageLanguage());
        registration.setOrder(BEFORE_THE_DOOR);
        return registration;
    }

    @Bean
    Clock pageClock() {
        return Clock.systemUTC();
    }

    /** A live stream stays open for half an hour on purpose: it says nothing about how quick the gateway is. */
    @Bean
    ObservationPredicate liveStreamsAreNoRequests() {
        return (name, context) -> {
            HttpServletRequest carrier =
                    context instanceof ServerRequestObservationContext request ? request.getCarrier() : null;
            return carrier == null || !carrier.getRequestURI().endsWith("/live");
        };
    }
}

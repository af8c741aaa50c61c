package kr.minwon.gateway.sessions.mongo;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import kr.minwon.gateway.GatewayMeter;
import kr.minwon.gateway.GatewayStore;
import kr.minwon.gateway.sessions.StaffSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Puts stored sessions in place of the container's, behind the cookie {@code __Host-minwon}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SessionsConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SessionsConfiguration.class);
    /** Before the security chains, which look for the session. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 200;

    @Bean
    MongoSessions sessions(GatewayStore store) {
        return new MongoSessions(store, Clock.systemUTC());
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<StaffSession>> sessionFilter(MongoSessions sessions) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("__Host-minwon");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        SessionRepositoryFilter<StaffSession> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(resolver);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    SessionSweeper sessionSweeper(MongoSessions sessions, MeterRegistry meters) {
        return new SessionSweeper(sessions, meters);
    }

    /** Removes sessions that are over. */
    record SessionSweeper(MongoSessions sessions, MeterRegistry meters) {
        @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
        void sweep() {
            try {
                GatewayMeter.SESSIONS_SWEPT.counter(meters).increment(sessions.sweep());
            } catch (MongoException e) {
                log.warn(
                        "sessions could not be swept, trying again in 5 minutes: {}",
                        e.getClass().getSimpleName());
            }
        }
    }
}

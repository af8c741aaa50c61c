package kr.minwon.notification.dispatch.sens;

import kr.minwon.notification.dispatch.http.HttpInquiry;
import kr.minwon.notification.dispatch.http.HttpProvider;
import kr.minwon.notification.dispatch.http.HttpProviders;
import kr.minwon.notification.dispatch.http.HttpResults;
import kr.minwon.notification.dispatch.http.HttpSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** NAVER Cloud SENS, when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("minwon.sms.providers.sens.enabled")
class SensConfiguration {
    @Bean
    Sens sens(Environment environment) {
        SensSettings settings = HttpSettings.of(environment, Sens.NAME, SensSettings.class);
        return new Sens(HttpSettings.of(environment, Sens.NAME), settings.service(), settings.key(), settings.secret());
    }

    @Bean(destroyMethod = "close")
    HttpProvider sensProvider(Sens sens, HttpProviders providers, Environment environment) {
        return providers.of(sens, HttpSettings.of(environment, Sens.NAME));
    }

    @Bean(destroyMethod = "close")
    HttpInquiry sensInquiry(Sens sens, HttpProviders providers, Environment environment) {
        return providers.asking(sens, HttpSettings.of(environment, Sens.NAME));
    }

    @Bean(destroyMethod = "close")
    HttpResults sensResults(Sens sens, HttpProviders providers, Environment environment) {
        return providers.results(sens, HttpSettings.of(environment, Sens.NAME));
    }
}

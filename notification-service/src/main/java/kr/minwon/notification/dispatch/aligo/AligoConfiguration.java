package kr.minwon.notification.dispatch.aligo;

import kr.minwon.notification.dispatch.http.HttpProvider;
import kr.minwon.notification.dispatch.http.HttpProviders;
import kr.minwon.notification.dispatch.http.HttpResults;
import kr.minwon.notification.dispatch.http.HttpSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Aligo, when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("minwon.sms.providers.aligo.enabled")
class AligoConfiguration {
    @Bean
    Aligo aligo(Environment environment) {
        AligoSettings settings = HttpSettings.of(environment, Aligo.NAME, AligoSettings.class);
        return new Aligo(HttpSettings.of(environment, Aligo.NAME), settings.user(), settings.secret());
    }

    @Bean(destroyMethod = "close")
    HttpProvider aligoProvider(Aligo aligo, HttpProviders providers, Environment environment) {
        return providers.of(aligo, HttpSettings.of(environment, Aligo.NAME));
    }

    @Bean(destroyMethod = "close")
    HttpResults aligoResults(Aligo aligo, HttpProviders providers, Environment environment) {
        return providers.results(aligo, HttpSettings.of(environment, Aligo.NAME));
    }
}

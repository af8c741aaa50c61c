package kr.minwon.notification.dispatch.solapi;

import kr.minwon.notification.dispatch.http.HttpInquiry;
import kr.minwon.notification.dispatch.http.HttpProvider;
import kr.minwon.notification.dispatch.http.HttpProviders;
import kr.minwon.notification.dispatch.http.HttpSettings;
import kr.minwon.notification.dispatch.http.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** SOLAPI, when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("minwon.sms.providers.solapi.enabled")
class SolapiConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SolapiConfiguration.class);

    @Bean
    Solapi solapi(Environment environment) {
        SolapiSettings settings = HttpSettings.of(environment, Solapi.NAME, SolapiSettings.class);
        return new Solapi(HttpSettings.of(environment, Solapi.NAME), settings.key(), settings.secret());
    }

    @Bean(destroyMethod = "close")
    HttpProvider solapiProvider(Solapi solapi, HttpProviders providers, Environment environment) {
        return providers.of(solapi, HttpSettings.of(environment, Solapi.NAME));
    }

    @Bean(destroyMethod = "close")
    HttpInquiry solapiInquiry(Solapi solapi, HttpProviders providers, Environment environment) {
        return providers.asking(solapi, HttpSettings.of(environment, Solapi.NAME));
    }

    @Bean
    SolapiWebhook solapiWebhook(Environment environment) {
        Secret secret =
                HttpSettings.of(environment, Solapi.NAME, SolapiSettings.class).webhook();
        if (secret == null) {
            log.warn("no webhook-secret of SOLAPI: what became of an SMS stays unknown, 알림톡 is asked about");
        }
        return new SolapiWebhook(secret);
    }
}

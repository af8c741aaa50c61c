package kr.minwon.notification.dispatch.nhncloud;

import kr.minwon.notification.dispatch.http.HttpInquiry;
import kr.minwon.notification.dispatch.http.HttpProvider;
import kr.minwon.notification.dispatch.http.HttpProviders;
import kr.minwon.notification.dispatch.http.HttpSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** NHN Cloud, when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("minwon.sms.providers.nhncloud.enabled")
class NhnConfiguration {
    @Bean
    NhnCloud nhnCloud(Environment environment) {
        NhnSettings settings = HttpSettings.of(environment, NhnCloud.NAME, NhnSettings.class);
        return new NhnCloud(HttpSettings.of(environment, NhnCloud.NAME), settings.key(), settings.secret());
    }

    @Bean(destroyMethod = "close")
    HttpProvider nhnCloudProvider(NhnCloud nhnCloud, HttpProviders providers, Environment environment) {
        return providers.of(nhnCloud, HttpSettings.of(environment, NhnCloud.NAME));
    }

    @Bean(destroyMethod = "close")
    HttpInquiry nhnCloudInquiry(NhnCloud nhnCloud, HttpProviders providers, Environment environment) {
        return providers.asking(nhnCloud, HttpSettings.of(environment, NhnCloud.NAME));
    }

    @Bean
    NhnWebhook nhnCloudWebhook(Environment environment) {
        return new NhnWebhook(
                HttpSettings.of(environment, NhnCloud.NAME, NhnSettings.class).webhook());
    }
}

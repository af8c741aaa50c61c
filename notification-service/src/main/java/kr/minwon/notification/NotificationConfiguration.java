package kr.minwon.notification;

import java.nio.file.Path;
import java.time.Clock;
import kr.minwon.notification.dispatch.DispatchMeter;
import kr.minwon.notification.dispatch.DispatchSettings;
import kr.minwon.notification.dispatch.Dispatcher;
import kr.minwon.notification.dispatch.Provider;
import kr.minwon.notification.dispatch.Receipts;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Templates;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchSettings.class)
class NotificationConfiguration {
    /** The name of the field that complaint-service seals the phone as. */
    private static final String PHONE_FIELD = "reporter.phone";

    @Bean
    OpenPhone openPhone(@Value("${minwon.keys.fields}") Path keys) {
        FieldSealer sealer = new FieldSealer(KeyRing.load(keys));
        return phone -> sealer.open(PHONE_FIELD, phone);
    }

    @Bean
    Templates templates(@Value("${minwon.sms.templates:classpath:notification/templates.json}") Resource file) {
        return TemplateFile.read(file);
    }

    @Bean
    Notices notices(Templates templates, Clock clock) {
        return new Notices(templates, clock);
    }

    @Bean(destroyMethod = "close")
    Receipts receipts(Messages messages, OpenPhone openPhone, DispatchMeter meter) {
        return new Receipts(messages, openPhone, meter);
    }

    @Bean(destroyMethod = "close")
    Dispatcher dispatcher(
            Messages messages,
            Provider provider,
            @Value("${minwon.instance}") String instance,
            OpenPhone openPhone,
            Templates templates,
            DispatchSettings settings,
            DispatchMeter meter,
            Clock clock) {
        return new Dispatcher(messages, provider, instance, openPhone, templates, settings, meter, clock);
    }
}

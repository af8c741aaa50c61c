package kr.minwon.notification;

import com.mongodb.MongoException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kr.minwon.notification.message.DispatchMeter;
import kr.minwon.notification.message.DispatchSettings;
import kr.minwon.notification.message.Dispatcher;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.Provider;
import kr.minwon.notification.message.Receipts;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.Indexes;
import kr.minwon.outbox.Topics;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Puts the parts together and starts the dispatch once the store answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchSettings.class)
class NotificationConfiguration {
    private static final Logger log = LoggerFactory.getLogger(NotificationConfiguration.class);
    private static final long STORE_PAUSE = 1_000;

    @Bean
    FieldSealer fieldSealer(@Value("${minwon.keys.fields}") Path keys) {
        return new FieldSealer(KeyRing.load(keys));
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
    Receipts receipts(Messages messages) {
        return new Receipts(messages);
    }

    @Bean(destroyMethod = "close")
    Dispatcher dispatcher(
            Messages messages,
            Provider provider,
            FieldSealer sealer,
            Templates templates,
            DispatchSettings settings,
            DispatchMeter meter,
            Clock clock) {
        return new Dispatcher(
                messages, provider, phone -> sealer.open("reporter.phone", phone), templates, settings, meter, clock);
    }

    @Bean
    ApplicationRunner begin(Indexes indexes, Dispatcher dispatcher, @Value("${minwon.kafka.brokers}") String brokers) {
        return arguments -> {
            Topics.ensure(
                    brokers,
                    List.of("minwon.complaint", "minwon.notification", "minwon.complaint.notification-service.dlq"));
            Thread.ofVirtual().name("begin").start(() -> {
                while (!begun(indexes, dispatcher)) {
                    try {
                        Thread.sleep(STORE_PAUSE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            });
        };
    }

    private static boolean begun(Indexes indexes, Dispatcher dispatcher) {
        try {
            indexes.run();
            dispatcher.start();
            return true;
        } catch (MongoException away) {
            log.warn("the dispatch waits for the store: {}", away.getClass().getSimpleName());
            return false;
        } catch (IllegalStateException closed) {
            // The client was closed: the service is going down.
            log.info("the dispatch was not begun: {}", closed.getMessage());
            return true;
        }
    }
}

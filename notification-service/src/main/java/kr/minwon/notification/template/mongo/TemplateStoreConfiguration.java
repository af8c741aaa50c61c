package kr.minwon.notification.template.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.notification.template.EditTemplates;
import kr.minwon.notification.template.OfficeTemplate;
import kr.minwon.notification.template.OfficeTemplates;
import kr.minwon.notification.template.RememberedTexts;
import kr.minwon.notification.template.TestTexts;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.outbox.Relay;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections {@code templates} and {@code templateVersions}. */
@Configuration(proxyBeanMethods = false)
class TemplateStoreConfiguration {
    @Bean
    OfficeTemplates officeTemplates(MongoDatabase database, Relay relay, Clock clock, CurrentTrace trace) {
        // A template has nothing to tell: messages pin its version.
        EventSource source = new EventSource("minwon.notification", "/minwon/notification-service", "template", true);
        OutboxCollection<OfficeTemplate> collection =
                new OutboxCollection<>(documents(database), new TemplateDocuments(), source, relay, clock, trace);
        return new MongoOfficeTemplates(documents(database), database.getCollection("templateVersions"), collection);
    }

    @Bean
    StoreIndexes templateIndexes(MongoDatabase database) {
        return () -> MongoOfficeTemplates.createIndexes(documents(database));
    }

    @Bean
    RememberedTexts rememberedTexts(
            OfficeTemplates templates, @Value("${minwon.sms.templates-good-for:5s}") Duration goodFor) {
        return new RememberedTexts(templates, goodFor);
    }

    @Bean
    EditTemplates editTemplates(OfficeTemplates templates, Templates builtIn, Clock clock) {
        return new EditTemplates(templates, builtIn, clock);
    }

    @Bean
    TestTexts testTexts(Templates templates, Messages messages, Clock clock) {
        return new TestTexts(templates, messages, clock);
    }

    private static MongoCollection<Document> documents(MongoDatabase database) {
        return database.getCollection("templates");
    }
}

package kr.minwon.notification.consent.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.Consents;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Relay;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.KeyRing;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collection {@code consents}. */
@Configuration(proxyBeanMethods = false)
class ConsentStoreConfiguration {
    @Bean
    Consents consents(
            MongoDatabase database,
            @Value("${minwon.keys.contacts}") Path contacts,
            Relay relay,
            Clock clock,
            CurrentTrace trace) {
        // What somebody said is told to nobody.
        EventSource source = new EventSource("minwon.notification", "/minwon/notification-service", "consent", true);
        ConsentDocuments mapping = new ConsentDocuments();
        OutboxCollection<List<ConsentEntry>> outbox =
                new OutboxCollection<>(documents(database), mapping, source, relay, clock, trace);
        return new MongoConsents(documents(database), outbox, mapping, new ContactIdentity(KeyRing.load(contacts)));
    }

    @Bean
    StoreIndexes consentIndexes(MongoDatabase database) {
        return () -> OutboxIndexes.create(documents(database));
    }

    @Bean
    ConsentLedger consentLedger(Consents consents, Cases cases, Templates templates, Clock clock) {
        return new ConsentLedger(consents, cases, templates, clock);
    }

    private static MongoCollection<Document> documents(MongoDatabase database) {
        return database.getCollection("consents");
    }
}

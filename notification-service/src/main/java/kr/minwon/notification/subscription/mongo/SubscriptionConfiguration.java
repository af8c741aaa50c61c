package kr.minwon.notification.subscription.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.notification.subscription.NewsLinks;
import kr.minwon.notification.subscription.Subscriber;
import kr.minwon.notification.subscription.Subscribers;
import kr.minwon.notification.subscription.Subscriptions;
import kr.minwon.notification.subscription.Topics;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.outbox.Relay;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collection {@code subscribers}. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {
    /** As complaint-service seals it, so that dispatch opens all alike. */
    private static final String PHONE_FIELD = "reporter.phone";

    @Bean
    Subscribers subscribers(
            MongoDatabase database,
            @Value("${minwon.keys.contacts}") Path contacts,
            Relay relay,
            Clock clock,
            CurrentTrace trace) {
        // What somebody subscribed to is told to nobody.
        EventSource source = new EventSource("minwon.notification", "/minwon/notification-service", "subscriber", true);
        SubscriberDocuments mapping = new SubscriberDocuments();
        OutboxCollection<Subscriber> outbox =
                new OutboxCollection<>(documents(database), mapping, source, relay, clock, trace);
        return new MongoSubscribers(documents(database), outbox, mapping, new ContactIdentity(KeyRing.load(contacts)));
    }

    @Bean
    StoreIndexes subscriberIndexes(MongoDatabase database) {
        return () -> MongoSubscribers.createIndexes(documents(database));
    }

    @Bean
    Subscriptions subscriptions(
            Topics topics,
            Subscribers subscribers,
            ConsentLedger ledger,
            @Value("${minwon.keys.contacts}") Path contacts,
            OpenPhone openPhone,
            FieldSealer sealer) {
        return new Subscriptions(
                topics,
                subscribers,
                ledger,
                new NewsLinks(new KeyedHash(KeyRing.load(contacts))),
                openPhone,
                phone -> sealer.seal(PHONE_FIELD, phone));
    }

    private static MongoCollection<Document> documents(MongoDatabase database) {
        return database.getCollection("subscribers");
    }
}

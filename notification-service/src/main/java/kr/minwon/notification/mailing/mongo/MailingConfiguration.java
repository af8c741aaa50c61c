package kr.minwon.notification.mailing.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import kr.minwon.notification.mailing.Mailing;
import kr.minwon.notification.mailing.Mailings;
import kr.minwon.notification.mailing.Tallies;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.outbox.Relay;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections {@code mailings} and {@code tallies}. */
@Configuration(proxyBeanMethods = false)
class MailingConfiguration {
    @Bean
    Mailings mailings(MongoDatabase database, Relay relay, Clock clock, CurrentTrace trace) {
        // What the office sends to many is told to nobody else.
        EventSource source = new EventSource("minwon.notification", "/minwon/notification-service", "mailing", true);
        MailingDocuments mapping = new MailingDocuments();
        OutboxCollection<Mailing> outbox =
                new OutboxCollection<>(documents(database), mapping, source, relay, clock, trace);
        return new MongoMailings(documents(database), outbox, mapping);
    }

    @Bean
    Tallies tallies(MongoDatabase database) {
        return new MongoTallies(database.getCollection("tallies"), database.getCollection("messages"));
    }

    @Bean
    StoreIndexes mailingIndexes(MongoDatabase database) {
        return () -> MongoMailings.createIndexes(documents(database));
    }

    private static MongoCollection<Document> documents(MongoDatabase database) {
        return database.getCollection("mailings");
    }
}

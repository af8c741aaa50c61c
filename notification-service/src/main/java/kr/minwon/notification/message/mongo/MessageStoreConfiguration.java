package kr.minwon.notification.message.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.messaging.MessageEventMapper;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.outbox.OutboxIndexes;
import kr.minwon.outbox.Relay;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections {@code cases} and {@code messages}. */
@Configuration(proxyBeanMethods = false)
public class MessageStoreConfiguration {
    /** Creates the indexes; called once the store answers. */
    @FunctionalInterface
    public interface Indexes extends Runnable {}

    @Bean
    OutboxCollection<CaseRecord> cases(MongoDatabase database, Relay relay, Clock clock, CurrentTrace trace) {
        // A case has nothing to tell: its events would be messages', which have documents of their own.
        EventSource source = new EventSource("minwon.notification", "/minwon/notification-service", "case", true);
        return new OutboxCollection<>(
                database.getCollection("cases"), new CaseDocuments(), source, relay, clock, trace);
    }

    @Bean
    Messages messages(
            MongoDatabase database,
            Relay relay,
            Clock clock,
            CurrentTrace trace,
            @Value("${minwon.instance}") String instance) {
        MongoCollection<Document> documents = database.getCollection("messages");
        EventSource source = new EventSource("minwon.notification", "/minwon/notification-service", "message", false);
        OutboxCollection<Message> outbox =
                new OutboxCollection<>(documents, new MessageDocuments(), source, relay, clock, trace);
        return new MongoMessages(documents, outbox, MessageEventMapper::message, instance, clock);
    }

    @Bean
    Indexes indexes(MongoDatabase database) {
        return () -> {
            OutboxIndexes.create(database.getCollection("cases"));
            MongoMessages.createIndexes(database.getCollection("messages"));
        };
    }
}

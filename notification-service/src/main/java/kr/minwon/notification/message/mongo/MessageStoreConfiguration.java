package kr.minwon.notification.message.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.LatestNotices;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageChanges;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.ResultSource;
import kr.minwon.notification.message.TextsToPhone;
import kr.minwon.notification.message.messaging.MessageEventMapper;
import kr.minwon.outbox.EventSource;
import kr.minwon.outbox.OutboxCollection;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.outbox.Relay;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections {@code cases} and {@code messages}. */
@Configuration(proxyBeanMethods = false)
public class MessageStoreConfiguration {
    private static final String TOPIC = "minwon.notification";
    private static final String SOURCE = "/minwon/notification-service";

    /** Creates the indexes; called once the store answers. */
    @FunctionalInterface
    public interface StoreIndexes {
        void create();
    }

    @Bean
    OutboxCollection<CaseRecord> caseCollection(MongoDatabase database, Relay relay, Clock clock, CurrentTrace trace) {
        // A case has nothing to tell: its events are those of its messages, which have documents of their own.
        EventSource source = new EventSource(TOPIC, SOURCE, "case", true);
        return new OutboxCollection<>(cases(database), new CaseDocuments(), source, relay, clock, trace);
    }

    @Bean
    Cases cases(MongoDatabase database, OutboxCollection<CaseRecord> caseCollection, PhoneIdentities identities) {
        return new MongoCases(cases(database), caseCollection, identities);
    }

    @Bean
    PhoneIdentities phoneIdentities(OpenPhone openPhone, @Value("${minwon.keys.contacts}") Path contacts) {
        return new PhoneIdentities(openPhone, new ContactIdentity(KeyRing.load(contacts)));
    }

    @Bean
    Messages messages(
            MongoDatabase database,
            PhoneIdentities identities,
            FieldSealer sealer,
            ObjectProvider<ResultSource> resultSources,
            MessageChanges changes,
            Relay relay,
            Clock clock,
            CurrentTrace trace) {
        EventSource source = new EventSource(TOPIC, SOURCE, "message", false);
        MessageDocuments mapping = new MessageDocuments(
                identities,
                new Words(sealer),
                resultSources.stream().map(ResultSource::provider).collect(Collectors.toUnmodifiableSet()));
        OutboxCollection<Message> outbox =
                new OutboxCollection<>(messages(database), mapping, source, relay, clock, trace);
        return new MongoMessages(
                messages(database), outbox, mapping, identities, MessageEventMapper::messages, changes, clock);
    }

    @Bean
    LatestNotices latestNotices(MongoDatabase database, PhoneIdentities identities) {
        return new MongoLatestNotices(messages(database), identities);
    }

    @Bean
    TextsToPhone textsToPhone(MongoDatabase database, PhoneIdentities identities) {
        return new MongoTextsToPhone(messages(database), identities);
    }

    private record Words(FieldSealer sealer) implements MessageDocuments.SealedWords {
        private static final String FIELD = "message.text";

        @Override
        public String seal(String text) {
            return sealer.seal(FIELD, text);
        }

        @Override
        public String open(String sealed) {
            return sealer.open(FIELD, sealed);
        }
    }

    @Bean
    StoreIndexes storeIndexes(MongoDatabase database) {
        return () -> {
            MongoCases.createIndexes(cases(database));
            MongoMessages.createIndexes(messages(database));
        };
    }

    private static MongoCollection<Document> cases(MongoDatabase database) {
        return database.getCollection("cases");
    }

    private static MongoCollection<Document> messages(MongoDatabase database) {
        return database.getCollection("messages");
    }
}

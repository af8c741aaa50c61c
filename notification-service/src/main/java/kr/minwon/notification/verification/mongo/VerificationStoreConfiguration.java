package kr.minwon.notification.verification.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.notification.verification.Codes;
import kr.minwon.notification.verification.KnownPhones;
import kr.minwon.notification.verification.PhoneSecrets;
import kr.minwon.notification.verification.VerificationSettings;
import kr.minwon.notification.verification.VerifiedPhone;
import kr.minwon.notification.verification.VerifiedPhones;
import kr.minwon.notification.verification.VerifyPhone;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collections {@code phones} and {@code codeDays}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationSettings.class)
class VerificationStoreConfiguration {
    @Bean
    OutboxCollection<VerifiedPhone> phoneCollection(
            MongoDatabase database, Relay relay, Clock clock, CurrentTrace trace) {
        // A phone has nothing to tell anybody.
        EventSource source = new EventSource("minwon.notification", "/minwon/notification-service", "phone", true);
        return new OutboxCollection<>(phones(database), new PhoneDocuments(), source, relay, clock, trace);
    }

    @Bean
    VerifiedPhones verifiedPhones(MongoDatabase database, OutboxCollection<VerifiedPhone> phoneCollection) {
        return new MongoVerifiedPhones(phoneCollection, database.getCollection("codeDays"));
    }

    @Bean
    StoreIndexes verificationIndexes(MongoDatabase database) {
        return () -> MongoVerifiedPhones.createIndexes(phones(database));
    }

    @Bean
    VerifyPhone verifyPhone(
            VerifiedPhones phones,
            KnownPhones knownPhones,
            Messages messages,
            Notices notices,
            FieldSealer sealer,
            @Value("${minwon.keys.contacts}") Path contacts,
            VerificationSettings settings,
            Clock clock) {
        KeyRing keys = KeyRing.load(contacts);
        PhoneSecrets secrets = new PhoneSecrets(sealer, new ContactIdentity(keys));
        return new VerifyPhone(
                phones, knownPhones, messages, notices, secrets, new Codes(new KeyedHash(keys)), settings, clock);
    }

    private static MongoCollection<Document> phones(MongoDatabase database) {
        return database.getCollection("phones");
    }
}

package kr.minwon.notification.dispatch.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import kr.minwon.notification.dispatch.EarlyReceipts;
import kr.minwon.notification.message.mongo.MessageStoreConfiguration.StoreIndexes;
import kr.minwon.sealedfields.FieldSealer;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collection {@code earlyReceipts}. */
@Configuration(proxyBeanMethods = false)
class EarlyReceiptsConfiguration {
    private static final String PHONE_FIELD = "earlyReceipt.phone";

    @Bean
    EarlyReceipts earlyReceipts(MongoDatabase database, FieldSealer sealer) {
        return new MongoEarlyReceipts(documents(database), new MongoEarlyReceipts.SealedPhone() {
            @Override
            public String seal(String phone) {
                return sealer.seal(PHONE_FIELD, phone);
            }

            @Override
            public String open(String sealed) {
                return sealer.open(PHONE_FIELD, sealed);
            }
        });
    }

    @Bean
    StoreIndexes earlyReceiptIndexes(MongoDatabase database) {
        return () -> MongoEarlyReceipts.createIndexes(documents(database));
    }

    private static MongoCollection<Document> documents(MongoDatabase database) {
        return database.getCollection("earlyReceipts");
    }
}

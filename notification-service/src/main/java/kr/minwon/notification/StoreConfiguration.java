package kr.minwon.notification;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's own database: what is acknowledged is on a majority's journal, and no wait is without end. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    /** A store that is away is said to be away after this, milliseconds. */
    private static final int SELECTION_MILLIS = 2_000;

    private static final int CONNECT_MILLIS = 2_000;
    /** A frozen store is given up after this, milliseconds. */
    private static final int READ_MILLIS = 10_000;

    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaitsAndDurableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.DEFAULT)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.minSize(2).maxSize(64).maxWaitTime(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value("${minwon.database}") String name) {
        return client.getDatabase(name);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

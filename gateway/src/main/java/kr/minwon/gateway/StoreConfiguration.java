package kr.minwon.gateway;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** No wait for the store is without end. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    /** A store that is away is said to be away after this, milliseconds. */
    private static final int SELECTION_MILLIS = 2_000;

    private static final int CONNECT_MILLIS = 2_000;
    /** A frozen store is given up after this, milliseconds. */
    private static final int READ_MILLIS = 10_000;

    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaits() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(32).maxWaitTime(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS));
    }
}

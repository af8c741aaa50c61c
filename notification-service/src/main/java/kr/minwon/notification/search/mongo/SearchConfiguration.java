package kr.minwon.notification.search.mongo;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import kr.minwon.notification.search.SearchLog;
import kr.minwon.sealedfields.ContactIdentity;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collection {@code searches}. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    SearchLog searchLog(MongoDatabase database, @Value("${minwon.keys.contacts}") Path contacts, Clock clock) {
        KeyRing keys = KeyRing.load(contacts);
        return new SearchLog(
                new MongoSearches(database.getCollection("searches")),
                new ContactIdentity(keys),
                new KeyedHash(keys),
                clock);
    }
}

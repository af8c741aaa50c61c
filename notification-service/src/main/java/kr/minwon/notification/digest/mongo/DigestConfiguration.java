package kr.minwon.notification.digest.mongo;

import com.mongodb.client.MongoDatabase;
import kr.minwon.notification.digest.Merges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collection {@code merges}. */
@Configuration(proxyBeanMethods = false)
class DigestConfiguration {
    @Bean
    Merges merges(MongoDatabase database) {
        return new MongoMerges(database.getCollection("merges"));
    }
}

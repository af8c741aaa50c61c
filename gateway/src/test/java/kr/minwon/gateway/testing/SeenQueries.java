package kr.minwon.gateway.testing;

import kr.minwon.indexproof.QueryShapes;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every gateway of the tests write down what it asks its store. */
@Configuration(proxyBeanMethods = false)
class SeenQueries {
    @Bean
    QueryShapes queryShapes() {
        return new QueryShapes();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer seenQueriesListener(QueryShapes shapes) {
        return settings -> settings.addCommandListener(shapes);
    }
}

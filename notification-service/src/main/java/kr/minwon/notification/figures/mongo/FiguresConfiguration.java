package kr.minwon.notification.figures.mongo;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import kr.minwon.notification.figures.Counting;
import kr.minwon.notification.figures.Figures;
import kr.minwon.notification.figures.FiguresSettings;
import kr.minwon.notification.figures.Recounts;
import kr.minwon.notification.figures.Rest;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Costs;
import kr.minwon.notification.message.MessageChanges;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Prices;
import kr.minwon.notification.message.Sizing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The collection {@code messageDays}, and who keeps it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FiguresSettings.class)
class FiguresConfiguration {
    /** Counting takes at most one part in so many of the time: texts go before it. */
    private static final int SHARE = 20;

    @Bean
    Figures figures(MongoDatabase database, Messages messages) {
        return new MongoFigures(database.getCollection("messageDays"), messages);
    }

    @Bean
    Costs costs(Prices prices, Sizing sizing) {
        return new Costs(prices, sizing);
    }

    @Bean(destroyMethod = "close")
    Recounts recounts(Figures figures, Cases cases, Costs costs, FiguresSettings settings, Clock clock) {
        return new Recounts(new Counting(figures, cases, costs, Rest.share(SHARE)), figures, settings, clock);
    }

    /** Asked for when the first message is stored: the store of messages is made before what is counted from it. */
    @Bean
    MessageChanges messageChanges(ObjectProvider<Recounts> recounts) {
        return message -> recounts.getObject().on(message);
    }
}

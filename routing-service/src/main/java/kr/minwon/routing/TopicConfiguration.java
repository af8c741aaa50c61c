package kr.minwon.routing;

import java.util.List;
import kr.minwon.outbox.DeadLetters;
import kr.minwon.outbox.Topics;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the topics this service sends to and listens to, and that of its dead letters, where they are missing. */
@Component
class TopicConfiguration implements InitializingBean {
    private static final List<String> TOPICS =
            List.of("minwon.complaint", "minwon.routing", DeadLetters.topic("minwon.complaint", "routing-service"));

    private final String brokers;

    TopicConfiguration(@Value("${minwon.kafka.brokers}") String brokers) {
        this.brokers = brokers;
    }

    @Override
    public void afterPropertiesSet() {
        Topics.ensure(brokers, TOPICS);
    }
}

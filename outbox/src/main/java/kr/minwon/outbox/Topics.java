package kr.minwon.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are missing, in the background: a service starts also while the broker is away. */
public final class Topics {
    /** Every topic has as many partitions. */
    public static final int PARTITIONS = 12;

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final long PAUSE_MILLIS = 2_000;

    private Topics() {}

    /** Keeps trying until every topic is there; replication is the broker's default. */
    public static void ensure(String brokers, List<String> names) {
        Thread.ofVirtual().name("topics").start(() -> {
            try {
                for (String name : names) {
                    while (!create(brokers, name)) {
                        Thread.sleep(PAUSE_MILLIS);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** One try; true when the topic is there. */
    static boolean create(String brokers, String name) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(
                            List.of(new NewTopic(name, java.util.Optional.of(PARTITIONS), java.util.Optional.empty())))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            log.warn("topic {} cannot be made yet: {}", name, String.valueOf(e.getCause()));
            return false;
        }
    }
}

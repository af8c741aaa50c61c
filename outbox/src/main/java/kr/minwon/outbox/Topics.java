package kr.minwon.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are missing, in the background: a service starts also while the broker is away. */
public final class Topics {
    /** Every topic has as many partitions. */
    public static final int PARTITIONS = 12;

    private static final Logger log = LoggerFactory.getLogger(Topics.class);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final int TIMEOUT_MILLIS = 5_000;

    private Topics() {}

    /** Keeps trying until every topic is there; replication is the broker's default. */
    public static void ensure(String brokers, List<String> names) {
        ensure(brokers, names, PARTITIONS, Optional.empty());
    }

    /** Keeps trying until every topic is there; those that are there stay as they are. */
    public static void ensure(String brokers, List<String> names, int partitions, Optional<Short> replication) {
        Thread.ofVirtual().name("topics").start(() -> {
            try {
                long pause = FIRST_PAUSE_MILLIS;
                while (!create(brokers, names, partitions, replication)) {
                    Thread.sleep(pause);
                    pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** One try; true when every topic is there. Asks first, since one may be allowed to see topics and not to make them. */
    static boolean create(String brokers, List<String> names, int partitions, Optional<Short> replication)
            throws InterruptedException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (String name : names) {
                if (!there.contains(name)) {
                    missing.add(new NewTopic(name, Optional.of(partitions), replication));
                }
            }
            admin.createTopics(missing).all().get();
            return true;
        } catch (ExecutionException e) {
            // Another instance made one at the same moment: the next try sees it.
            if (!(e.getCause() instanceof TopicExistsException)) {
                log.warn("topics {} cannot be made yet: {}", names, String.valueOf(e.getCause()));
            }
            return false;
        } catch (KafkaException e) {
            log.warn("topics {} cannot be made yet: {}", names, e.toString());
            return false;
        }
    }
}

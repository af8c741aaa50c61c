package kr.minwon.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kr.minwon.gateway.GatewayMeter;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the topic {@code minwon.complaint} from its end, all partitions, without a group: every gateway sees every
 * change, and none has anything to catch up on. Only the
 * event's type, the complaint's id (the key) and its receipt number are read.
 */
@Component
class ComplaintTopic implements SmartLifecycle {
    static final String TOPIC = "minwon.complaint";

    private static final byte[] STAFF_ALONE = "complaint.draft-changed.v1".getBytes(StandardCharsets.UTF_8);

    private static final Logger log = LoggerFactory.getLogger(ComplaintTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final String brokers;
    private final LiveChanges changes;
    private final Counter seen;
    /** Open while this is stopped. */
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    private volatile boolean following;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    ComplaintTopic(@Value("${minwon.kafka.brokers}") String brokers, LiveChanges changes, MeterRegistry meters) {
        this.brokers = brokers;
        this.changes = changes;
        this.seen = GatewayMeter.CHANGES.counter(meters);
    }

    /** Whether changes are being read now. */
    boolean isFollowing() {
        return following;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("live-changes").daemon().start(this::followForever);
    }

    private void followForever() {
        while (isRunning()) {
            try (KafkaConsumer<String, byte[]> opened = open()) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException told) {
                return;
            } catch (KafkaException e) {
                log.warn(
                        "live pages wait: the broker does not answer ({})",
                        e.getClass().getSimpleName());
                pause();
            } finally {
                following = false;
                consumer = null;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> opened) {
        List<TopicPartition> partitions = partitions(opened);
        if (partitions.isEmpty()) {
            pause();
            return;
        }
        opened.assign(partitions);
        opened.seekToEnd(partitions);
        // Positions are looked up lazily; from here on nothing is missed.
        partitions.forEach(opened::position);
        following = true;
        changes.missedSome();
        while (isRunning()) {
            ConsumerRecords<String, byte[]> records = opened.poll(POLL);
            records.forEach(change -> {
                seen.increment();
                if (isForStaffAlone(change.headers())) {
                    return;
                }
                changes.changed(change.key());
                ReceiptNumberOf.body(change.value()).ifPresent(changes::changed);
            });
        }
    }

    /** A resident's page does not stir when the office drafts an answer. */
    private static boolean isForStaffAlone(Headers headers) {
        Header type = headers.lastHeader("ce_type");
        return type != null && Arrays.equals(type.value(), STAFF_ALONE);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> opened) {
        List<PartitionInfo> known = opened.partitionsFor(TOPIC);
        return known == null
                ? List.of()
                : known.stream()
                        .map(info -> new TopicPartition(TOPIC, info.partition()))
                        .toList();
    }

    private KafkaConsumer<String, byte[]> open() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "gateway-live",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5000,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        4000,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException told) {
            stopped.countDown();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        KafkaConsumer<String, byte[]> opened = consumer;
        if (opened != null) {
            opened.wakeup();
        }
        Thread followed = thread;
        if (followed != null) {
            try {
                followed.join(CLOSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}

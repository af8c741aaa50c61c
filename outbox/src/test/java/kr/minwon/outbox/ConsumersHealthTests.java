package kr.minwon.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ConsumersHealthTests {
    private static final TopicPartition PARTITION = new TopicPartition("minwon.complaint", 3);

    private final ConsumersHealth health = new ConsumersHealth();

    private Status status() {
        return health.health().getStatus();
    }

    @Test
    void isUnknownBeforeThereIsAConsumer() {
        assertThat(status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void isUpOnceEveryConsumerHasPartitions() {
        health.add(() -> List.of(PARTITION));
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void isUnknownWhileOneConsumerHasNone() {
        health.add(() -> Set.of(PARTITION));
        health.add(List::of);
        assertThat(status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void isUnknownWhileOneConsumerHasNotJoined() {
        health.add(() -> Set.of(PARTITION));
        health.add(() -> null);
        assertThat(status()).isEqualTo(Status.UNKNOWN);
    }
}

package kr.minwon.outbox;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether events are listened to by now: {@code UP} once every consumer has partitions, {@code UNKNOWN} until then, and
 * again while the broker is away. It never counts against the service, which goes on taking requests meanwhile.
 */
final class ConsumersHealth implements HealthIndicator {
    private final List<Supplier<@Nullable Collection<TopicPartition>>> consumers = new CopyOnWriteArrayList<>();

    /** @param partitions those a consumer has now; none or {@code null} while it has not joined */
    void add(Supplier<@Nullable Collection<TopicPartition>> partitions) {
        consumers.add(partitions);
    }

    @Override
    public Health health() {
        boolean listening = !consumers.isEmpty() && consumers.stream().allMatch(ConsumersHealth::has);
        return listening ? Health.up().build() : Health.unknown().build();
    }

    private static boolean has(Supplier<@Nullable Collection<TopicPartition>> partitions) {
        Collection<TopicPartition> now = partitions.get();
        return now != null && !now.isEmpty();
    }
}

package kr.minwon.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/** One process: a relay that takes a step when it is told to, over documents that outlive it. */
final class Rig {
    static final EventSource SOURCE = new EventSource("cases", "/minwon/case-service", "case", true);

    final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final InMemoryDocuments documents;
    final Relay relay;
    final OutboxCollection<Case> cases;
    Instant now = Events.NOW;
    long nanos;
    String trace;

    Rig() {
        this(new InMemoryDocuments("number"));
    }

    Rig(InMemoryDocuments documents) {
        this(documents, settings(100, 500));
    }

    Rig(InMemoryDocuments documents, RelaySettings settings) {
        this.documents = documents;
        this.relay = new Relay(producer, settings, new TestClock(), meters, () -> nanos, false);
        this.cases = new OutboxCollection<>(documents, Case.MAPPING, SOURCE, relay, new TestClock(), () -> trace);
    }

    static RelaySettings settings(int queue, int batch) {
        return new RelaySettings(Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(5), batch, queue);
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    Clock clock() {
        return new TestClock();
    }

    void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** What the sender's thread would do. */
    void send() {
        relay.sendQueued();
    }

    void clearDue() {
        relay.clearDue();
    }

    void acknowledge(int events) {
        for (int i = 0; i < events; i++) {
            if (!producer.completeNext()) {
                throw new AssertionError("nothing was sent");
            }
        }
    }

    void refuse(RuntimeException why) {
        if (!producer.errorNext(why)) {
            throw new AssertionError("nothing was sent");
        }
    }

    List<String> sentIds() {
        return producer.history().stream()
                .map(record -> header(record, "ce_id"))
                .toList();
    }

    static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    List<Integer> pending(String id) {
        return OutboxFields.pending(documents.get(id)).stream()
                .map(event -> (int) event.sequence())
                .toList();
    }

    Document document(String id) {
        return documents.get(id);
    }
}

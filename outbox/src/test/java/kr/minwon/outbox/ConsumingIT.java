package kr.minwon.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kr.minwon.outbox.OutboxConfiguration.CurrentTrace;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** A consuming service by Spring Cloud Stream's Kafka binder, set up as the README says. */
class ConsumingIT {
    private static final String GROUP = "case-service";

    private static TrialBroker broker;
    private static TrialStore store;

    private final String topic = "items-" + UUID.randomUUID();
    private final String dlq = DeadLetters.topic(topic, GROUP);
    private ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        broker = TrialBroker.start(null, 0, 0);
        store = System.getenv("MONGODB_URI") == null ? TrialStore.open(null, 0) : null;
    }

    @AfterAll
    static void stop() {
        broker.close();
        if (store != null) {
            store.close();
        }
    }

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
    }

    /** What a service is made of, in small. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({OutboxConfiguration.class, OutboxConsumerConfiguration.class})
    static class Service {
        final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        final Map<String, String> traces = new ConcurrentHashMap<>();
        volatile boolean storeAway;
        volatile int brokenUntilTry;

        @Bean(destroyMethod = "close")
        MongoClient client() {
            return MongoClients.create(store == null ? System.getenv("MONGODB_URI") : store.uri());
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Tracer tracer() {
            var otel = SdkTracerProvider.builder().build().get("test");
            return new OtelTracer(otel, new OtelCurrentTraceContext(), event -> {});
        }

        @Bean
        Propagator propagator() {
            return new OtelPropagator(
                    ContextPropagators.create(W3CTraceContextPropagator.getInstance()),
                    SdkTracerProvider.builder().build().get("test"));
        }

        @Bean
        OutboxCollection<Case> cases(MongoClient client, Relay relay, CurrentTrace trace) {
            MongoCollection<Document> documents =
                    client.getDatabase("minwon_consuming_it").getCollection("cases-" + UUID.randomUUID());
            OutboxIndexes.create(documents);
            EventSource source = new EventSource("followups", "/minwon/case-service", "case", true);
            return new OutboxCollection<>(documents, Case.MAPPING, source, relay, Clock.systemUTC(), trace);
        }

        @Bean
        Consumer<Message<byte[]>> onItemEvent(OutboxCollection<Case> cases, CurrentTrace trace) {
            return message -> {
                IncomingEvent event = IncomingEvent.from(message);
                int tried = tries.computeIfAbsent(event.id(), id -> new AtomicInteger())
                        .incrementAndGet();
                traces.put(event.id(), String.valueOf(trace.get()));
                if (storeAway) {
                    throw new MongoTimeoutException("away");
                }
                cases.apply(event.subject().substring("item/".length()), event, (current, one) -> {
                    if (!one.type().equals("item.counted.v1")) {
                        return Outcome.unchanged();
                    }
                    one.as(Map.class);
                    if (tried <= brokenUntilTry) {
                        throw new IllegalStateException("a fault of ours");
                    }
                    return Outcome.of((current == null ? Case.filed() : current).counted());
                });
            };
        }
    }

    private Service run() {
        return run(broker.bootstrapServers());
    }

    private Service run(String brokers) {
        service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(Map.ofEntries(
                        Map.entry("spring.main.banner-mode", "off"),
                        Map.entry("spring.cloud.function.definition", "onItemEvent"),
                        Map.entry("minwon.kafka.brokers", brokers),
                        Map.entry("spring.cloud.stream.kafka.binder.brokers", brokers),
                        Map.entry("spring.cloud.stream.kafka.binder.auto-create-topics", "false"),
                        Map.entry("spring.cloud.stream.bindings.onItemEvent-in-0.destination", topic),
                        Map.entry("spring.cloud.stream.bindings.onItemEvent-in-0.group", GROUP),
                        Map.entry(
                                "spring.cloud.stream.kafka.bindings.onItemEvent-in-0.consumer.destination-is-pattern",
                                "true"),
                        Map.entry("spring.cloud.stream.bindings.onItemEvent-in-0.consumer.concurrency", "2")))
                .run();
        return service.getBean(Service.class);
    }

    private void createTopics() throws Exception {
        assertThat(Topics.create(broker.bootstrapServers(), List.of(topic, dlq), 3, Optional.empty()))
                .isTrue();
    }

    private void send(String key, long sequence, String type, String body) throws Exception {
        send(key, sequence, type, body, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    private void send(String key, long sequence, String type, String body, String trace) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id",
                        "item/" + key + "#" + sequence,
                        "ce_type",
                        type,
                        "ce_source",
                        "/test",
                        "ce_subject",
                        "item/" + key,
                        "ce_time",
                        "2026-11-23T01:00:00Z",
                        "ce_specversion",
                        "1.0",
                        "content-type",
                        "application/json",
                        "traceparent",
                        trace)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get(20, TimeUnit.SECONDS);
        }
    }

    private void count(String key, long sequence) throws Exception {
        send(key, sequence, "item.counted.v1", "{\"sequence\":" + sequence + "}");
    }

    @SuppressWarnings("unchecked")
    private int counted(String key) {
        OutboxCollection<Case> cases = service.getBean(OutboxCollection.class);
        return cases.find(key).map(there -> there.aggregate().count()).orElse(0);
    }

    @Test
    void poisonGoesToTheDeadLettersAfterThreeTriesAndThePartitionGoesOn() throws Exception {
        createTopics();
        Service running = run();
        send("a", 1, "item.counted.v1", "{\"sequence\":1,");
        send("b", 1, "item.counted.v1", "\"no object\"");
        for (String key : List.of("c", "d", "e", "f")) {
            count(key, 1);
        }
        for (String key : List.of("c", "d", "e", "f")) {
            Eventually.that("the partition of " + key + " goes on", () -> counted(key) == 1);
        }
        Eventually.that(
                "both are dead letters",
                () -> Topic.ids(broker.bootstrapServers(), dlq).size() == 2);

        ConsumerRecord<String, byte[]> letter = Topic.read(broker.bootstrapServers(), dlq).stream()
                .filter(one -> "a".equals(one.key()))
                .findFirst()
                .orElseThrow();
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{\"sequence\":1,");
        assertThat(Topic.header(letter, "ce_type")).isEqualTo("item.counted.v1");
        assertThat(Topic.header(letter, "kafka_dlt-original-topic")).isEqualTo(topic);
        assertThat(Topic.header(letter, DeadLetters.REASON))
                .isEqualTo("UnreadableEvent: the body of an event is no JSON");
        assertThat(service.getBean(MeterRegistry.class)
                        .get(OutboxMetric.DEAD_LETTERS.meter())
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(running.tries).doesNotContainKey("item/a#1");
    }

    @Test
    void deadLettersReplayedTwiceHaveOneEffect() throws Exception {
        createTopics();
        Service running = run();
        running.brokenUntilTry = 3;
        count("a", 1);
        Eventually.that(
                "it is a dead letter",
                () -> Topic.ids(broker.bootstrapServers(), dlq).size() == 1);
        assertThat(running.tries.get("item/a#1")).hasValue(3);
        assertThat(counted("a")).isZero();
        count("a", 2);
        running.brokenUntilTry = 0;

        assertThat(DeadLetters.replay(broker.bootstrapServers(), topic, GROUP, letter -> true))
                .isEqualTo(1);
        Eventually.that("the missing one and the kept one are applied", () -> counted("a") == 2);
        assertThat(DeadLetters.replay(broker.bootstrapServers(), topic, GROUP, letter -> true))
                .isZero();
        // By hand once more, as somebody in doubt does.
        count("a", 1);
        count("a", 3);
        Eventually.that("the third is applied", () -> counted("a") == 3);
        assertThat(Topic.ids(broker.bootstrapServers(), dlq)).hasSize(1);
    }

    @Test
    void storeAwayIsWaitedForInPlace() throws Exception {
        createTopics();
        Service running = run();
        running.storeAway = true;
        count("a", 1);
        Eventually.that(
                "it is tried more often than poison",
                () -> running.tries.get("item/a#1").get() > 4);

        running.storeAway = false;
        Eventually.that("it is applied", () -> counted("a") == 1);
        assertThat(Topic.ids(broker.bootstrapServers(), dlq)).isEmpty();
    }

    @Test
    void deadLetterThatCannotBePutAsideIsNotPassedOver() throws Exception {
        assertThat(Topics.create(broker.bootstrapServers(), List.of(topic), 1, Optional.empty()))
                .isTrue();
        run();
        send("a", 1, "item.counted.v1", "\"no object\"");
        count("b", 1);
        Service running = service.getBean(Service.class);
        Eventually.that(
                "it is tried again and again",
                () -> running.tries.get("item/a#1").get() > 3);
        assertThat(counted("b")).isZero();

        Topics.ensure(broker.bootstrapServers(), List.of(dlq));
        Eventually.that("the partition goes on", () -> counted("b") == 1);
        assertThat(Topic.ids(broker.bootstrapServers(), dlq)).contains("item/a#1");
    }

    @Test
    void consumesFromTopicsThatAreMadeAfterItStarted() throws Exception {
        run();
        createTopics();
        long began = System.nanoTime();
        count("a", 1);
        Eventually.that("it is applied", () -> counted("a") == 1);

        System.out.printf("topics made to first event applied: %d ms%n", (System.nanoTime() - began) / 1_000_000);
    }

    @Test
    void startsWhileTheBrokerIsAway() throws Exception {
        TrialBroker shared = broker;
        int port = freePort();
        long began = System.nanoTime();
        run("127.0.0.1:" + port);
        Duration starting = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("started without a broker in %d ms%n", starting.toMillis());
        assertThat(starting).isLessThan(Duration.ofSeconds(20));
        try (TrialBroker late = TrialBroker.start(null, port, 0)) {
            broker = late;
            createTopics();
            count("a", 1);
            Eventually.that("it is applied", () -> counted("a") == 1);
            service.close();
        } finally {
            broker = shared;
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void consumedEventContinuesItsTrace() throws Exception {
        createTopics();
        Service running = run();
        count("a", 1);
        Eventually.that("it is applied", () -> counted("a") == 1);

        assertThat(running.traces.get("item/a#1"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .doesNotContain("b7ad6b7169203331");
    }
}

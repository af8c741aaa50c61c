package kr.minwon.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.minwon.indexproof.QueryShapes;
import kr.minwon.indexproof.WriteCount;
import kr.minwon.trialbroker.TrialBroker;
import kr.minwon.trialstore.TrialStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guarantees over the wire: a real broker, and the store that the tests are pointed at. */
class OutboxIT {
    @TempDir
    static Path directory;

    private static TrialBroker broker;
    private static TrialStore store;
    private static int port;
    private static int controllerPort;

    private final QueryShapes shapes = new QueryShapes();
    private final String topic = "cases-" + UUID.randomUUID();
    private final EventSource source = new EventSource(topic, "/minwon/case-service", "case", true);
    private MongoClient client;
    private MongoCollection<Document> documents;
    private MongoCollection<Document> copies;
    private Relay relay;

    @BeforeAll
    static void start() throws Exception {
        port = freePort();
        controllerPort = freePort();
        broker = TrialBroker.start(directory, port, controllerPort);
        store = System.getenv("MONGODB_URI") == null ? TrialStore.open(null, 0) : null;
    }

    @AfterAll
    static void stop() {
        broker.close();
        if (store != null) {
            store.close();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @BeforeEach
    void open() throws Exception {
        String uri = store == null ? System.getenv("MONGODB_URI") : store.uri();
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(shapes)
                .build());
        documents = client.getDatabase("minwon_outbox_it").getCollection("cases-" + UUID.randomUUID());
        copies = client.getDatabase("minwon_outbox_it").getCollection("copies-" + UUID.randomUUID());
        OutboxIndexes.create(documents);
        OutboxIndexes.create(copies);
        assertThat(Topics.create(brokers(), List.of(topic), Topics.PARTITIONS, Optional.empty()))
                .isTrue();
    }

    @AfterEach
    void close() {
        if (relay != null) {
            relay.close();
        }
        documents.drop();
        copies.drop();
        client.close();
    }

    private static String brokers() {
        return broker.bootstrapServers();
    }

    private Relay relay(boolean running) {
        RelaySettings settings =
                new RelaySettings(Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofMillis(500), 500, 10_000);
        return new Relay(
                Producers.create(brokers()),
                settings,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                System::nanoTime,
                running);
    }

    private OutboxCollection<Case> cases(Relay by) {
        return new OutboxCollection<>(documents, Case.MAPPING, source, by, Clock.systemUTC(), () -> null);
    }

    private void file(OutboxCollection<Case> cases, String id) {
        NewEvent filed = new NewEvent("case.filed.v1", id, Map.of("title", "보안등"));
        assertThat(cases.insert(id, new Case("no-" + id, null, 0), List.of(filed)))
                .isInstanceOf(InsertResult.Inserted.class);
    }

    private boolean nothingPending() {
        return documents.countDocuments(new Document("relayAt", new Document("$exists", true))) == 0
                && documents.countDocuments(new Document("outbox.pending.0", new Document("$exists", true))) == 0;
    }

    /** Applies everything that is in the topic, from the beginning, as a consumer does after a rebalance. */
    private int consumeAll() {
        OutboxCollection<Case> applied =
                new OutboxCollection<>(copies, Case.MAPPING, source, relay, Clock.systemUTC(), () -> null);
        // By event: one that came early takes effect in the write of the one it waited for.
        HashSet<String> effects = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : Topic.read(brokers(), topic)) {
            IncomingEvent event = new IncomingEvent(
                    Topic.header(record, "ce_id"),
                    Topic.header(record, "ce_type"),
                    Topic.header(record, "ce_source"),
                    Topic.header(record, "ce_subject"),
                    Instant.parse(Topic.header(record, "ce_time")),
                    new Document(Document.parse(new String(record.value(), StandardCharsets.UTF_8)))
                            .getInteger("sequence"),
                    null,
                    record.value());
            applied.apply(record.key(), event, (current, one) -> {
                effects.add(one.id());
                return Outcome.of((current == null ? new Case(record.key(), null, 0) : current).counted());
            });
        }
        return effects.size();
    }

    @Test
    void filesRelaysAndClearsWithOneWriteEachAndEveryQueryServedByAnIndex() {
        relay = relay(true);
        OutboxCollection<Case> cases = cases(relay);
        WriteCount before = shapes.writes();

        file(cases, "a");
        cases.change(
                "a",
                there -> Decision.of(
                        there.aggregate().assigned("도로과"),
                        List.of(new NewEvent("case.assigned.v1", "a", Map.of("department", "도로과"))),
                        ""));
        Eventually.that("both are sent", () -> Topic.ids(brokers(), topic).size() == 2);
        Eventually.that("both are cleared", this::nothingPendingUnwatched);

        assertThat(Topic.ids(brokers(), topic)).containsExactly("case/a#1", "case/a#2");
        assertThat(shapes.writes().since(before).documents()).isBetween(3L, 4L);
        consumeAll();
        relay.sweep(Duration.ZERO);
        shapes.assertServed();
    }

    /** Asks by {@code _id}, so that the test's own question does not spoil the proof. */
    private boolean nothingPendingUnwatched() {
        return !documents.find(new Document("_id", "a")).first().containsKey("relayAt");
    }

    @Test
    void crashBeforeRelayIsTakenUpByTheNextStart() {
        OutboxCollection<Case> cases = cases(relay(false));
        IntStream.range(0, 20).forEach(i -> file(cases, "a" + i));
        assertThat(Topic.ids(brokers(), topic)).isEmpty();

        relay = relay(true);
        cases(relay);
        Eventually.that("all is relayed", this::nothingPending);

        assertThat(new HashSet<>(Topic.ids(brokers(), topic))).hasSize(20);
        assertThat(consumeAll()).isEqualTo(20);
    }

    @Test
    void crashAfterTheAcknowledgementBeforeTheClearingHasOneEffect() {
        Relay crashed = relay(false);
        OutboxCollection<Case> cases = cases(crashed);
        IntStream.range(0, 20).forEach(i -> file(cases, "a" + i));
        crashed.sendQueued();
        crashed.producer().flush();
        assertThat(documents.countDocuments(new Document("relayAt", new Document("$exists", true))))
                .isEqualTo(20);

        relay = relay(true);
        cases(relay);
        Eventually.that("all is cleared", this::nothingPending);

        assertThat(Topic.ids(brokers(), topic)).as("sent again").hasSizeGreaterThan(20);
        assertThat(new HashSet<>(Topic.ids(brokers(), topic))).hasSize(20);
        assertThat(consumeAll()).isEqualTo(20);
        crashed.close();
    }

    @Test
    void twoRelaysAtOnceLoseNothing() {
        relay = relay(true);
        Relay other = relay(true);
        OutboxCollection<Case> here = cases(relay);
        OutboxCollection<Case> there = cases(other);
        IntStream.range(0, 50).forEach(i -> file(i % 2 == 0 ? here : there, "a" + i));
        for (int i = 0; i < 50; i++) {
            String id = "a" + i;
            (i % 3 == 0 ? here : there)
                    .change(
                            id,
                            now -> Decision.of(
                                    now.aggregate().counted(),
                                    List.of(new NewEvent("case.counted.v1", id, Map.of())),
                                    ""));
        }
        Eventually.that("all is cleared", this::nothingPending);

        assertThat(new HashSet<>(Topic.ids(brokers(), topic))).hasSize(100);
        assertThat(consumeAll()).isEqualTo(100);
        other.close();
    }

    @Test
    void brokerAwayKeepsEventsAndFilingGoesOn() {
        relay = relay(true);
        OutboxCollection<Case> cases = cases(relay);
        file(cases, "before");
        Eventually.that("the first is relayed", this::nothingPending);

        broker.close();
        long began = System.nanoTime();
        IntStream.range(0, 200).forEach(i -> file(cases, "a" + i));
        Duration filing = Duration.ofNanos(System.nanoTime() - began);
        assertThat(documents.countDocuments(new Document("relayAt", new Document("$exists", true))))
                .isEqualTo(200);
        broker = TrialBroker.start(directory, port, controllerPort);
        Eventually.that("all is relayed", this::nothingPending);

        assertThat(filing).isLessThan(Duration.ofSeconds(20));
        assertThat(new HashSet<>(Topic.ids(brokers(), topic))).hasSize(201);
        assertThat(consumeAll()).isEqualTo(201);
    }

    @Test
    void gracefulStopLeavesNothingPending() {
        relay = relay(true);
        OutboxCollection<Case> cases = cases(relay);
        file(cases, "warm");
        Eventually.that("the first is relayed", this::nothingPending);
        IntStream.range(0, 50).forEach(i -> file(cases, "a" + i));

        relay.close();

        assertThat(nothingPending()).isTrue();
        assertThat(Topic.ids(brokers(), topic)).hasSize(51);
    }

    @Test
    void duplicateKeyNamesItsIndexOnThisStore() {
        relay = relay(true);
        documents.createIndex(
                new Document("number", 1),
                new com.mongodb.client.model.IndexOptions().unique(true).sparse(true));
        OutboxCollection<Case> cases = cases(relay);
        file(cases, "a");

        assertThat(cases.insert("a", new Case("other", null, 0), List.of()))
                .isInstanceOfSatisfying(
                        InsertResult.Duplicate.class,
                        taken -> assertThat(taken.isOf("_id")).isTrue());
        assertThat(cases.insert("b", new Case("no-a", null, 0), List.of()))
                .isInstanceOfSatisfying(
                        InsertResult.Duplicate.class,
                        taken -> assertThat(taken.isOf("number")).isTrue());
    }
}

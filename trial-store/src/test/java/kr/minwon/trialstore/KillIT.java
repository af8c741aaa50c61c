package kr.minwon.trialstore;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.result.UpdateResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills the store while it is written to: what was acknowledged is there, and every document is whole. */
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int ROUNDS = 20;
    private static final int WRITERS = 4;
    private static final int GROUP = 5;

    @TempDir
    Path data;

    private final Random random = new Random(20261123);

    @Test
    void keepsEveryAcknowledgedWriteWholeOverTwentyKills() throws Exception {
        List<Writer> writers = IntStream.range(0, WRITERS).mapToObj(Writer::new).toList();
        Duration slowest = Duration.ZERO;
        for (int round = 0; round < ROUNDS; round++) {
            StoreProcess store = StoreProcess.start(data);
            try (MongoClient client = MongoClients.create(store.uri)) {
                Duration start = store.awaitAnswer();
                slowest = start.compareTo(slowest) > 0 ? start : slowest;
                MongoCollection<Document> cases = client.getDatabase("test").getCollection("cases");
                writers.forEach(writer -> writer.check(cases));
                cases.createIndex(
                        Indexes.ascending("key"),
                        new IndexOptions().unique(true).sparse(true));

                List<Thread> threads = writers.stream()
                        .map(writer -> Thread.ofPlatform().start(() -> writer.writeUntilKilled(cases)))
                        .toList();
                awaitWrites(writers, 20 + random.nextInt(200));
                store.kill();
                for (Thread thread : threads) {
                    thread.join();
                }
            } finally {
                store.kill();
            }
        }
        StoreProcess last = StoreProcess.start(data);
        try (MongoClient client = MongoClients.create(last.uri)) {
            last.awaitAnswer();
            MongoCollection<Document> cases = client.getDatabase("test").getCollection("cases");
            writers.forEach(writer -> writer.check(cases));
            long acknowledged = writers.stream()
                    .mapToLong(writer -> writer.acknowledged.get())
                    .sum();
            LOG.warn(
                    "{} writes acknowledged over {} kills, all there; {} documents; slowest start {} ms",
                    acknowledged,
                    ROUNDS,
                    cases.countDocuments(),
                    slowest.toMillis());
            assertThat(acknowledged).isGreaterThan(ROUNDS * 10);
        } finally {
            last.kill();
        }
        assertThat(slowest).isLessThan(Duration.ofSeconds(30));
    }

    /** By writes rather than by the clock: a busy machine starts slowly. */
    private void awaitWrites(List<Writer> writers, int more) throws InterruptedException {
        long target = acknowledged(writers) + more;
        long end = System.nanoTime() + 1_500_000_000L;
        while (acknowledged(writers) < target && System.nanoTime() < end) {
            Thread.sleep(1 + random.nextInt(5));
        }
    }

    private static long acknowledged(List<Writer> writers) {
        return writers.stream().mapToLong(writer -> writer.acknowledged.get()).sum();
    }

    /** Writes documents of its own one command at a time and knows what each must look like. */
    private static final class Writer {

        private final String name;
        private final Map<String, Integer> versions = new HashMap<>();
        private final Random random;
        private int groups;
        private final AtomicLong acknowledged = new AtomicLong();

        /** The document or group the unacknowledged command was about; either before or after it is right. */
        private String inDoubt = "";

        private Writer(int number) {
            this.name = "w" + number;
            this.random = new Random(number);
        }

        void writeUntilKilled(MongoCollection<Document> cases) {
            try {
                while (true) {
                    write(cases);
                    acknowledged.incrementAndGet();
                }
            } catch (MongoException killed) {
                // The next round tells what came of the last command.
            }
        }

        private void write(MongoCollection<Document> cases) {
            boolean fresh = groups < 10 || random.nextInt(10) == 0;
            String group = name + "-" + (fresh ? groups++ : random.nextInt(groups));
            inDoubt = group;
            int version = versions.getOrDefault(group, -1);
            if (version < 0) {
                cases.insertMany(
                        IntStream.range(0, GROUP).mapToObj(i -> fresh(group, i)).toList());
                versions.put(group, 0);
            } else if (random.nextBoolean()) {
                UpdateResult result =
                        cases.updateMany(and(eq("group", group), eq("version", version)), next(version + 1));
                assertThat(result.getModifiedCount()).isEqualTo(GROUP);
                versions.put(group, version + 1);
            } else {
                Document touched =
                        cases.findOneAndUpdate(and(eq("_id", group + "/0"), eq("version", version)), inc("touched", 1));
                assertThat(touched).isNotNull();
            }
            inDoubt = "";
        }

        private static Document fresh(String group, int i) {
            return new Document("_id", group + "/" + i)
                    .append("group", group)
                    .append("key", group + "/" + i)
                    .append("version", 0)
                    .append("copy", new Document("version", 0))
                    .append("events", List.of(0))
                    .append("text", "가나다 ".repeat(50));
        }

        private static org.bson.conversions.Bson next(int version) {
            return combine(set("version", version), set("copy.version", version), push("events", version));
        }

        void check(MongoCollection<Document> cases) {
            Map<String, List<Document>> found = new HashMap<>();
            cases.find(eq("group", new Document("$gte", name + "-").append("$lt", name + ".")))
                    .forEach(d -> found.computeIfAbsent(d.getString("group"), any -> new ArrayList<>())
                            .add(d));
            versions.keySet().forEach(group -> assertThat(found).containsKey(group));
            found.forEach(this::checkGroup);
            inDoubt = "";
        }

        /** A command is kept as one: the documents of a group are all there and all at one version. */
        private void checkGroup(String group, List<Document> documents) {
            int known = versions.getOrDefault(group, -1);
            int version = documents.get(0).getInteger("version");
            assertThat(version).isBetween(known, group.equals(inDoubt) ? known + 1 : known);
            assertThat(documents).as(group).hasSize(GROUP).allSatisfy(document -> {
                assertThat(document.getInteger("version")).isEqualTo(version);
                assertThat(document.get("copy", Document.class)).containsEntry("version", version);
                assertThat(document.getList("events", Integer.class))
                        .isEqualTo(IntStream.rangeClosed(0, version).boxed().toList());
                assertThat(document.getString("key")).isEqualTo(document.getString("_id"));
                assertThat(document.getString("text")).hasSize(200);
            });
            versions.put(group, version);
        }
    }
}

package kr.minwon.trialstore;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kr.minwon.trialstore.journal.FailingDisk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTests {

    @TempDir
    Path directory;

    private final FailingDisk disk = new FailingDisk();

    @Test
    void isAfterAStartWhatItWasBefore() {
        List<Document> expected;
        try (StoreFixture fixture = new StoreFixture(directory)) {
            MongoCollection<Document> cases = fixture.collection("cases");
            cases.createIndex(
                    Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
            cases.createIndex(Indexes.ascending("gone"));
            cases.dropIndex("gone_1");
            cases.insertMany(IntStream.range(0, 100)
                    .mapToObj(i -> new Document("_id", i).append("key", "k" + i))
                    .toList());
            cases.updateMany(exists("key"), inc("n", 1));
            cases.deleteMany(com.mongodb.client.model.Filters.lt("_id", 50));
            cases.findOneAndUpdate(
                    eq("_id", 60), push("list", new Document("at", new java.util.Date(5)).append("가", "나")));
            fixture.collection("dropped").insertOne(new Document());
            fixture.collection("dropped").drop();
            fixture.client.getDatabase("other").getCollection("c").insertOne(new Document("_id", "x"));
            fixture.client.getDatabase("left").getCollection("c").insertOne(new Document());
            fixture.client.getDatabase("left").drop();
            expected = cases.find().into(new ArrayList<>());
        }

        try (StoreFixture fixture = new StoreFixture(directory)) {
            MongoCollection<Document> cases = fixture.collection("cases");
            assertThat(cases.find().into(new ArrayList<>())).isEqualTo(expected).hasSize(50);
            assertThat(cases.listIndexes().map(d -> d.getString("name"))).containsExactly("_id_", "key_1");
            assertThat(fixture.client.getDatabase("test").listCollectionNames()).containsExactly("cases");
            assertThat(fixture.client.listDatabaseNames())
                    .contains("test", "other")
                    .doesNotContain("left");
            assertThat(fixture.client.getDatabase("other").getCollection("c").countDocuments())
                    .isEqualTo(1);
            assertThatExceptionOfType(MongoException.class)
                    .isThrownBy(() -> cases.insertOne(new Document("key", "k70")))
                    .withMessageContaining("E11000");
            cases.updateOne(eq("key", "k70"), set("n", 2));
            assertThat(fixture.figures().largestKeyVisit()).isEqualTo(1);
        }
    }

    @Test
    void forgetsHistoryAtAStart() {
        try (StoreFixture fixture = new StoreFixture(directory)) {
            MongoCollection<Document> cases = fixture.collection("cases");
            cases.createIndex(Indexes.ascending("n"));
            cases.insertOne(new Document("_id", 1).append("n", 0).append("text", "x".repeat(10_000)));
            for (int i = 0; i < 200; i++) {
                cases.updateOne(eq("_id", 1), inc("n", 1));
            }
            assertThat(fixture.figures().journalBytes()).isGreaterThan(2_000_000);
        }

        for (int start = 0; start < 2; start++) {
            try (StoreFixture fixture = new StoreFixture(directory)) {
                assertThat(fixture.figures().journalBytes()).isLessThan(11_000);
                assertThat(fixture.collection("cases").find(eq("n", 200)).first())
                        .containsEntry("_id", 1);
                assertThat(fixture.figures().scans()).isZero();
            }
        }
    }

    @Test
    void changesNothingWhileTheDiskIsFull() {
        try (StoreFixture fixture = failing()) {
            MongoCollection<Document> cases = fixture.collection("cases");
            cases.createIndex(
                    Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
            cases.insertMany(
                    List.of(new Document("_id", 1).append("key", "a"), new Document("_id", 2).append("key", "b")));
            List<Document> before = cases.find().into(new ArrayList<>());

            disk.full = true;
            assertNotKept(() -> cases.insertMany(List.of(new Document("_id", 3), new Document("_id", 4))));
            assertNotKept(() -> cases.updateMany(new Document(), set("n", 1)));
            assertNotKept(() -> cases.updateOne(eq("_id", 1), set("key", "z")));
            assertNotKept(() -> cases.findOneAndDelete(eq("_id", 1)));
            assertNotKept(() -> cases.deleteMany(new Document()));
            assertNotKept(() -> fixture.collection("fresh").insertOne(new Document("_id", 1)));

            assertThat(cases.find().into(new ArrayList<>())).isEqualTo(before);
            assertThat(cases.find(eq("key", "a")).first()).containsEntry("_id", 1);
            assertThat(cases.find(eq("key", "z")).first()).isNull();
            assertThat(fixture.collection("fresh").countDocuments()).isZero();

            disk.full = false;
            cases.updateOne(eq("_id", 1), set("key", "z"));
            cases.insertOne(new Document("_id", 3).append("key", "a"));
            fixture.collection("fresh").insertOne(new Document("_id", 1));
        }

        try (StoreFixture fixture = new StoreFixture(directory)) {
            assertThat(fixture.collection("cases").find().into(new ArrayList<>()))
                    .extracting(d -> d.get("_id") + "" + d.get("key"))
                    .containsExactly("1z", "2b", "3a");
            assertThat(fixture.collection("fresh").countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void readsOnAndRefusesWritesWhenTheJournalIsBroken() {
        try (StoreFixture fixture = failing()) {
            MongoCollection<Document> cases = fixture.collection("cases");
            cases.insertOne(new Document("_id", 1));
            disk.full = true;
            disk.stuck = true;
            assertNotKept(() -> cases.insertOne(new Document("_id", 2)));
            disk.full = false;
            disk.stuck = false;

            assertNotKept(() -> cases.insertOne(new Document("_id", 3)));
            assertThat(cases.find().into(new ArrayList<>())).containsExactly(new Document("_id", 1));
        }
        try (StoreFixture fixture = new StoreFixture(directory)) {
            fixture.collection("cases").insertOne(new Document("_id", 4));
            assertThat(fixture.collection("cases").countDocuments()).isEqualTo(2);
        }
    }

    @Test
    void answersNoMoreWhenAnIndexCouldNotBeKept() {
        try (StoreFixture fixture = failing()) {
            MongoCollection<Document> cases = fixture.collection("cases");
            cases.insertOne(new Document("_id", 1));
            disk.full = true;
            assertNotKept(() -> cases.createIndex(Indexes.ascending("key")));
            disk.full = false;

            assertNotKept(() -> cases.find().first());
        }
    }

    @Test
    void keepsWhatIsWrittenWhileTheJournalIsWrittenAnew() throws Exception {
        try (StoreFixture fixture = new StoreFixture(directory)) {
            MongoCollection<Document> cases = fixture.collection("cases");
            cases.insertMany(IntStream.range(0, 500)
                    .mapToObj(i -> new Document("_id", i).append("n", 0))
                    .toList());
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 2_000; i++) {
                    cases.updateOne(eq("_id", i % 500), inc("n", 1));
                }
            });
            for (int i = 0; i < 10; i++) {
                fixture.store.compact();
                Thread.sleep(20);
            }
            writer.join();
        }

        try (StoreFixture fixture = new StoreFixture(directory)) {
            assertThat(fixture.collection("cases").countDocuments(eq("n", 4))).isEqualTo(500);
        }
    }

    private StoreFixture failing() {
        return new StoreFixture(TrialStore.open(directory, 0, disk::open));
    }

    private static void assertNotKept(ThrowingCallable write) {
        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(write)
                .withMessageContaining("trial store could not");
    }
}

package kr.minwon.trialstore;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SemanticsTests {

    private StoreFixture fixture;
    private MongoCollection<Document> cases;

    @BeforeEach
    void open() {
        fixture = new StoreFixture((java.nio.file.Path) null);
        cases = fixture.collection("cases");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void comparesAndSetsByVersion() {
        cases.insertOne(new Document("_id", "a").append("version", 1L).append("state", "filed"));

        UpdateResult won = cases.updateOne(
                and(eq("_id", "a"), eq("version", 1L)), combine(set("state", "accepted"), inc("version", 1L)));
        UpdateResult lost = cases.updateOne(
                and(eq("_id", "a"), eq("version", 1L)), combine(set("state", "lost"), inc("version", 1L)));

        assertThat(won.getModifiedCount()).isEqualTo(1);
        assertThat(lost.getMatchedCount()).isZero();
        assertThat(cases.find().first())
                .isEqualTo(new Document("_id", "a").append("version", 2L).append("state", "accepted"));
    }

    @Test
    void replacesByVersion() {
        cases.insertOne(new Document("_id", "a").append("version", 1L).append("old", true));

        UpdateResult won =
                cases.replaceOne(and(eq("_id", "a"), eq("version", 1L)), new Document("version", 2L).append("new", 1));

        assertThat(won.getModifiedCount()).isEqualTo(1);
        assertThat(cases.find(eq("_id", "a")).first())
                .isEqualTo(new Document("_id", "a").append("version", 2L).append("new", 1));
    }

    @Test
    void tellsMatchedFromModified() {
        cases.insertOne(new Document("_id", "a").append("state", "filed"));

        UpdateResult same = cases.updateOne(eq("_id", "a"), set("state", "filed"));

        assertThat(same.getMatchedCount()).isEqualTo(1);
        assertThat(same.getModifiedCount()).isZero();
    }

    @Test
    void pushesAndPullsElements() {
        cases.insertOne(new Document("_id", "a").append("outbox", List.of()));
        for (int i = 1; i <= 4; i++) {
            cases.updateOne(eq("_id", "a"), push("outbox", new Document("sequence", i).append("sent", false)));
        }

        cases.updateOne(eq("_id", "a"), pull("outbox", lt("sequence", 3)));
        cases.updateOne(eq("_id", "a"), pushEach("recent", List.of(1, 2, 3, 4, 5), new PushOptions().slice(-3)));

        Document found = cases.find(eq("_id", "a")).first();
        assertThat(found.getList("outbox", Document.class))
                .extracting(event -> event.getInteger("sequence"))
                .containsExactly(3, 4);
        assertThat(found.getList("recent", Integer.class)).containsExactly(3, 4, 5);
    }

    @Test
    void updatesChosenElementsByArrayFilters() {
        cases.insertOne(new Document("_id", "a")
                .append("steps", List.of(new Document("n", 1).append("done", false), new Document("n", 2))));

        cases.updateOne(
                eq("_id", "a"),
                set("steps.$[step].done", true),
                new UpdateOptions().arrayFilters(List.of(eq("step.n", 2))));
        cases.updateOne(and(eq("_id", "a"), eq("steps.n", 1)), set("steps.$.seen", "yes"));

        List<Document> steps = cases.find().first().getList("steps", Document.class);
        assertThat(steps.get(0))
                .isEqualTo(new Document("n", 1).append("done", false).append("seen", "yes"));
        assertThat(steps.get(1)).isEqualTo(new Document("n", 2).append("done", true));
    }

    @Test
    void upsertsOnceAndThenUpdates() {
        UpdateOptions upsert = new UpdateOptions().upsert(true);

        UpdateResult first = cases.updateOne(eq("_id", "n"), combine(inc("count", 1), setOnInsert("at", 7)), upsert);
        UpdateResult second = cases.updateOne(eq("_id", "n"), combine(inc("count", 1), setOnInsert("at", 9)), upsert);

        assertThat(first.getUpsertedId().asString().getValue()).isEqualTo("n");
        assertThat(second.getUpsertedId()).isNull();
        assertThat(second.getModifiedCount()).isEqualTo(1);
        assertThat(cases.find().first())
                .isEqualTo(new Document("_id", "n").append("count", 2).append("at", 7));
    }

    @Test
    void refusesAnUpsertWhoseVersionIsGone() {
        cases.insertOne(new Document("_id", "a").append("version", 5));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> cases.replaceOne(
                        and(eq("_id", "a"), eq("version", 4)),
                        new Document("version", 5),
                        new ReplaceOptions().upsert(true)))
                .satisfies(e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    @Test
    void findsAndModifiesTheFirstInOrder() {
        cases.createIndex(Indexes.ascending("relayAt"), new IndexOptions().sparse(true));
        cases.insertMany(List.of(
                new Document("_id", "c").append("relayAt", 30),
                new Document("_id", "a").append("relayAt", 10),
                new Document("_id", "none"),
                new Document("_id", "b").append("relayAt", 20)));
        FindOneAndUpdateOptions oldest = new FindOneAndUpdateOptions().sort(Sorts.ascending("relayAt"));

        Document before = cases.findOneAndUpdate(lt("relayAt", 25), unset("relayAt"), oldest);
        Document after = cases.findOneAndUpdate(
                exists("relayAt"),
                set("relayAt", 99),
                oldest.returnDocument(ReturnDocument.AFTER).projection(new Document("relayAt", 1)));
        Document none = cases.findOneAndUpdate(lt("relayAt", 5), set("relayAt", 0), oldest);

        assertThat(before).isEqualTo(new Document("_id", "a").append("relayAt", 10));
        assertThat(after).isEqualTo(new Document("_id", "b").append("relayAt", 99));
        assertThat(none).isNull();
    }

    @Test
    void findsAndDeletesAndUpserts() {
        cases.insertOne(new Document("_id", "a").append("n", 1));

        Document inserted = cases.findOneAndUpdate(
                eq("_id", "b"),
                set("n", 2),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));

        assertThat(cases.findOneAndDelete(and(eq("_id", "a"), eq("n", 1)))).containsEntry("n", 1);
        assertThat(inserted).isEqualTo(new Document("_id", "b").append("n", 2));
        assertThat(cases.countDocuments()).isEqualTo(1);
    }

    @Test
    void goesOnAfterADuplicateInAnUnorderedBatch() {
        cases.insertOne(new Document("_id", "b"));

        MongoBulkWriteException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> cases.bulkWrite(
                        List.of(
                                new InsertOneModel<>(new Document("_id", "a")),
                                new InsertOneModel<>(new Document("_id", "b")),
                                new InsertOneModel<>(new Document("_id", "c"))),
                        new BulkWriteOptions().ordered(false)));

        assertThat(failure.getWriteErrors()).singleElement().satisfies(error -> {
            assertThat(error.getIndex()).isEqualTo(1);
            assertThat(error.getCode()).isEqualTo(11000);
        });
        assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(cases.countDocuments()).isEqualTo(3);
    }

    @Test
    void stopsAtADuplicateInAnOrderedBatch() {
        cases.insertOne(new Document("_id", "b"));

        MongoBulkWriteException failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> cases.insertMany(
                        List.of(new Document("_id", "a"), new Document("_id", "b"), new Document("_id", "c")),
                        new InsertManyOptions().ordered(true)));

        assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(cases.countDocuments()).isEqualTo(2);
    }

    @Test
    void stopsAnOrderedBatchOfUpdatesAtAnError() {
        cases.createIndex(
                Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
        cases.insertMany(List.of(
                new Document("_id", "a").append("key", "x"), new Document("_id", "b"), new Document("_id", "c")));
        List<UpdateOneModel<Document>> updates = List.of(
                new UpdateOneModel<>(eq("_id", "a"), set("n", 1)),
                new UpdateOneModel<>(eq("_id", "b"), set("key", "x")),
                new UpdateOneModel<>(eq("_id", "c"), set("n", 1)));

        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> cases.bulkWrite(updates))
                .satisfies(e -> assertThat(e.getWriteErrors().get(0).getIndex()).isEqualTo(1));
        assertThat(cases.countDocuments(eq("n", 1))).isEqualTo(1);

        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> cases.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
        assertThat(cases.countDocuments(eq("n", 1))).isEqualTo(2);
    }

    @Test
    void countsABatchOfUpdatesAndUpserts() {
        cases.insertOne(new Document("_id", "a"));

        BulkWriteResult result = cases.bulkWrite(List.of(
                new UpdateOneModel<>(eq("_id", "a"), set("n", 1)),
                new UpdateOneModel<>(eq("_id", "b"), set("n", 1), new UpdateOptions().upsert(true)),
                new UpdateOneModel<>(eq("_id", "gone"), set("n", 1))));

        assertThat(result.getMatchedCount()).isEqualTo(1);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(result.getUpserts())
                .singleElement()
                .satisfies(u -> assertThat(u.getIndex()).isEqualTo(1));
    }

    @Test
    void letsManyDocumentsLackASparseUniqueKey() {
        cases.createIndex(
                Indexes.ascending("receipt"), new IndexOptions().unique(true).sparse(true));
        cases.insertMany(List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3)));
        cases.updateOne(eq("_id", 1), set("receipt", "r1"));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> cases.updateOne(eq("_id", 2), set("receipt", "r1")))
                .withMessageContaining("E11000");
        cases.updateOne(eq("_id", 1), unset("receipt"));
        cases.updateOne(eq("_id", 2), set("receipt", "r1"));

        assertThat(cases.find(eq("receipt", "r1")).first()).containsEntry("_id", 2);
        cases.deleteMany(exists("receipt", false));
        assertThat(cases.countDocuments()).isEqualTo(1);
    }

    @Test
    void keepsCompoundKeysUnique() {
        cases.createIndex(Indexes.ascending("office", "key"), new IndexOptions().unique(true));
        cases.insertOne(new Document("_id", 1).append("office", "seo").append("key", "k"));
        cases.insertOne(new Document("_id", 2).append("office", "buk").append("key", "k"));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> cases.insertOne(new Document("office", "seo").append("key", "k")));
        assertThatExceptionOfType(MongoCommandException.class)
                .isThrownBy(() -> cases.findOneAndUpdate(eq("_id", 2), set("office", "seo")))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(11000));
    }

    @Test
    void refusesAUniqueIndexOverDuplicates() {
        cases.insertMany(List.of(new Document("k", 1), new Document("k", 1)));

        assertThatExceptionOfType(com.mongodb.DuplicateKeyException.class)
                .isThrownBy(() -> cases.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true)));
        cases.createIndex(Indexes.ascending("k"));
    }

    @Test
    void createsIndexesAgainWithoutEffect() {
        List<IndexModel> indexes = List.of(
                new IndexModel(Indexes.ascending("a", "b")),
                new IndexModel(Indexes.ascending("c"), new IndexOptions().sparse(true)));

        assertThat(cases.createIndexes(indexes)).containsExactly("a_1_b_1", "c_1");
        cases.createIndexes(indexes);

        assertThat(cases.listIndexes()).hasSize(3);
        assertThatExceptionOfType(MongoCommandException.class)
                .isThrownBy(() -> cases.createIndex(
                        Indexes.ascending("c"), new IndexOptions().name("c_1").unique(true)))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(86));
    }

    @Test
    void dropsIndexesOfOneCollectionOnly() {
        MongoCollection<Document> others = fixture.collection("others");
        cases.createIndex(Indexes.ascending("k"));
        others.createIndex(Indexes.ascending("k"));

        cases.dropIndex("k_1");

        assertThat(cases.listIndexes()).hasSize(1);
        assertThat(others.listIndexes()).hasSize(2);
        others.dropIndexes();
        others.drop();
        cases.drop();
        assertThat(fixture.client.getDatabase("test").listCollectionNames()).isEmpty();
    }

    @Test
    void deliversLargeResultsInBatches() {
        List<Document> documents = IntStream.range(0, 1_050)
                .mapToObj(i -> new Document("_id", i).append("even", i % 2 == 0))
                .toList();
        cases.insertMany(documents);

        assertThat(cases.find().sort(Sorts.ascending("_id")).into(new ArrayList<>()))
                .isEqualTo(documents);
        assertThat(cases.find().batchSize(7).into(new ArrayList<>())).hasSize(1_050);
        assertThat(cases.find().limit(3).into(new ArrayList<>())).hasSize(3);
        assertThat(cases.find().skip(1_000).into(new ArrayList<>())).hasSize(50);
        assertThat(cases.aggregate(List.of(Aggregates.match(eq("even", true)))).into(new ArrayList<>()))
                .hasSize(525);
    }

    @Test
    void aggregatesOverAnIndexedMatch() {
        cases.createIndex(Indexes.ascending("office"));
        cases.insertMany(List.of(
                new Document("office", "seo").append("n", 1),
                new Document("office", "seo").append("n", 2),
                new Document("office", "buk").append("n", 4)));

        Document sum = cases.aggregate(List.of(
                        Aggregates.match(eq("office", "seo")),
                        Aggregates.group("$office", com.mongodb.client.model.Accumulators.sum("n", "$n"))))
                .first();

        assertThat(sum).isEqualTo(new Document("_id", "seo").append("n", 3));
        assertThat(fixture.figures().scans()).isZero();
        assertThat(cases.countDocuments(Filters.in("office", "buk", "nam"))).isEqualTo(1);
    }

    @Test
    void comparesValuesOfOneKindOnly() {
        cases.createIndex(Indexes.ascending("v"));
        cases.insertMany(List.of(
                new Document("_id", 1).append("v", 1),
                new Document("_id", 2).append("v", "text"),
                new Document("_id", 3),
                new Document("_id", 4).append("v", null),
                new Document("_id", 5).append("v", 2.5)));

        assertThat(cases.find(gt("v", 0)).map(d -> d.get("_id"))).containsExactly(1, 5);
        assertThat(cases.find(lt("v", "z")).map(d -> d.get("_id"))).containsExactly(2);
        assertThat(cases.find(eq("v", null)).map(d -> d.get("_id"))).containsExactlyInAnyOrder(3, 4);
        assertThat(cases.find(eq("v", 1.0)).map(d -> d.get("_id"))).containsExactly(1);
        assertThat(cases.find(eq("v", 1L)).map(d -> d.get("_id"))).containsExactly(1);
    }

    @Test
    void greetsPingsAndCounts() {
        cases.insertOne(new Document());

        assertThat(fixture.client.getDatabase("admin").runCommand(new Document("hello", 1)))
                .containsEntry("isWritablePrimary", true);
        assertThat(fixture.client.getDatabase("admin").runCommand(new Document("ping", 1)))
                .containsEntry("ok", 1.0);
        assertThat(cases.estimatedDocumentCount()).isEqualTo(1);
        assertThat(cases.distinct("_id", org.bson.types.ObjectId.class)).hasSize(1);
        assertThat(fixture.client.listDatabaseNames()).contains("test");
    }

    @Test
    void refusesWhatItWouldDoWrongly() {
        assertRefused(() ->
                cases.createIndex(Indexes.ascending("a"), new IndexOptions().partialFilterExpression(exists("a"))));
        assertRefused(() -> cases.createIndex(
                Indexes.ascending("a"), new IndexOptions().expireAfter(1L, java.util.concurrent.TimeUnit.DAYS)));
        assertRefused(() -> cases.createIndex(Indexes.text("a")));
        assertRefused(() -> cases.createIndex(Indexes.hashed("a")));
        assertRefused(() -> cases.updateOne(eq("_id", 1), List.of(set("a", 1))));
        assertRefused(() -> cases.watch().iterator());
    }

    @Test
    void refusesADocumentThatMongoDbWouldRefuse() {
        cases.insertOne(new Document("_id", "a").append("half", "x".repeat(9 << 20)));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> cases.updateOne(eq("_id", "a"), set("other", "x".repeat(9 << 20))));
        assertThat(cases.find(eq("_id", "a")).first()).containsOnlyKeys("_id", "half");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(com.mongodb.MongoException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(115))
                .withMessageContaining("docs/stores.md");
    }
}

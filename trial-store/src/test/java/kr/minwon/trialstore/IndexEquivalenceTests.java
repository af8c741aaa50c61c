package kr.minwon.trialstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query answers the same with indexes and without, over whatever values and operators chance gives. */
class IndexEquivalenceTests {

    private static final int DOCUMENTS = 120;
    private static final int QUERIES = 250;
    private static final List<String> FIELDS = List.of("a", "b", "c", "d.e");
    private static final List<String> COMPARISONS = List.of("$gt", "$gte", "$lt", "$lte", "$ne", "$eq");

    private StoreFixture fixture;
    private MongoCollection<Document> indexed;
    private MongoCollection<Document> plain;

    @BeforeEach
    void open() {
        fixture = new StoreFixture((Path) null);
        indexed = fixture.collection("indexed");
        plain = fixture.collection("plain");
        indexed.createIndex(new Document("a", 1).append("b", 1).append("c", 1).append("n", 1));
        indexed.createIndex(new Document("b", 1).append("a", -1).append("n", -1));
        indexed.createIndex(new Document("c", -1), new IndexOptions().sparse(true));
        indexed.createIndex(new Document("d.e", 1).append("n", 1));
        indexed.createIndex(new Document("n", 1), new IndexOptions().unique(true));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void answersTheSameWithIndexesAndWithout(long seed) {
        Random random = new Random(seed);
        boolean arrays = seed % 2 == 0;
        for (int n = 0; n < DOCUMENTS; n++) {
            Document document = document(random, n, arrays);
            indexed.insertOne(new Document(document));
            plain.insertOne(new Document(document));
        }

        for (int i = 0; i < QUERIES; i++) {
            if (i % 5 == 0) {
                change(random, arrays);
            }
            Document filter = filter(random, 2);
            Document sort = sort(random, arrays);
            int limit = random.nextBoolean() ? 0 : 1 + random.nextInt(10);
            int skip = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
            // Which of equal documents come first is nobody's promise: n makes every order total.
            sort.append("n", random.nextBoolean() ? 1 : -1);

            assertThat(answer(indexed, filter, sort, skip, limit))
                    .as("%s sort %s skip %d limit %d", filter.toJson(), sort.toJson(), skip, limit)
                    .isEqualTo(answer(plain, filter, sort, skip, limit));
        }
    }

    private void change(Random random, boolean arrays) {
        int n = random.nextInt(DOCUMENTS);
        Document byNumber = new Document("n", n);
        Document replacement = document(random, n, arrays);
        replacement.remove("_id");
        boolean delete = random.nextInt(4) == 0;
        for (MongoCollection<Document> collection : List.of(indexed, plain)) {
            if (delete) {
                collection.deleteOne(byNumber);
            } else {
                collection.replaceOne(byNumber, new Document(replacement));
            }
        }
    }

    private static List<Object> answer(
            MongoCollection<Document> collection, Document filter, Document sort, int skip, int limit) {
        return collection
                .find(filter)
                .sort(sort)
                .skip(skip)
                .limit(limit)
                .map(d -> d.get("n"))
                .into(new ArrayList<>());
    }

    private static Document document(Random random, int n, boolean arrays) {
        Document document = new Document("_id", n).append("n", n);
        for (String field : List.of("a", "b", "c")) {
            if (random.nextInt(5) > 0) {
                document.append(field, value(random, arrays && field.equals("b")));
            }
        }
        if (random.nextInt(3) > 0) {
            document.append("d", new Document("e", value(random, arrays)));
        }
        return document;
    }

    private static Object value(Random random, boolean arrays) {
        return switch (random.nextInt(arrays ? 11 : 9)) {
            case 0 -> null;
            case 1, 2, 3 -> random.nextInt(4);
            case 4 -> (long) random.nextInt(4);
            case 5 -> random.nextInt(8) / 2.0;
            case 6, 7 -> "s" + random.nextInt(4);
            case 8 -> random.nextBoolean() ? new java.util.Date(random.nextInt(3)) : random.nextBoolean();
            case 9 -> List.of(random.nextInt(4), "s" + random.nextInt(4));
            default -> List.of();
        };
    }

    private static Document filter(Random random, int depth) {
        Document filter = new Document();
        for (String field : FIELDS) {
            switch (random.nextInt(depth > 1 ? 7 : 4)) {
                case 0 -> filter.append(field, value(random, false));
                case 1 -> filter.append(field, operators(random));
                case 2 ->
                    filter.append(
                            field, new Document("$in", Arrays.asList(value(random, false), value(random, false))));
                default -> {}
            }
        }
        if (depth > 1 && random.nextInt(3) == 0) {
            filter.append("$or", List.of(filter(random, 1), filter(random, 1), filter(random, 1)));
        }
        if (depth > 1 && random.nextInt(5) == 0) {
            filter.append("$and", List.of(filter(random, 1), filter(random, 1)));
        }
        return filter;
    }

    private static Document operators(Random random) {
        if (random.nextInt(4) == 0) {
            return new Document("$exists", random.nextBoolean());
        }
        Document operators = new Document();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Object value = value(random, false);
            operators.append(COMPARISONS.get(random.nextInt(COMPARISONS.size())), value == null ? 1 : value);
        }
        return operators;
    }

    private static Document sort(Random random, boolean arrays) {
        Document sort = new Document();
        int direction = random.nextBoolean() ? 1 : -1;
        for (String field : List.of("a", "b", "c")) {
            if (random.nextInt(3) == 0 && !(arrays && field.equals("b"))) {
                sort.append(field, random.nextInt(4) == 0 ? -direction : direction);
            }
        }
        return sort;
    }
}

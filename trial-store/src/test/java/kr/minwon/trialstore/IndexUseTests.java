package kr.minwon.trialstore;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts documents: no key look-up visits more than one, and a page visits about as many as it shows. */
class IndexUseTests {

    private static final int DOCUMENTS = 20_000;
    private static final int PAGE = 50;
    private static final String[] STATES = {"unassigned", "assigned", "inProgress", "done"};

    private static StoreFixture fixture;
    private static MongoCollection<Document> items;
    private static List<Document> all;

    private StoreFigures before;

    @BeforeAll
    static void fill() {
        fixture = new StoreFixture((Path) null);
        items = fixture.collection("items");
        items.createIndex(Indexes.ascending("officeId", "departmentId", "state", "priority", "dueAt", "_id"));
        items.createIndex(Indexes.ascending("receipt"), new IndexOptions().unique(true));
        items.createIndex(
                Indexes.ascending("idempotencyKey"),
                new IndexOptions().unique(true).sparse(true));
        items.createIndex(Indexes.ascending("relayAt"), new IndexOptions().sparse(true));
        items.createIndex(Indexes.ascending("tokens"));
        items.createIndex(Indexes.compoundIndex(Indexes.ascending("officeId"), Indexes.descending("filedAt", "_id")));
        items.createIndex(Indexes.compoundIndex(
                Indexes.ascending("officeId", "departmentId", "tokens"), Indexes.descending("_id")));
        all = IntStream.range(0, DOCUMENTS).mapToObj(IndexUseTests::item).toList();
        for (int i = 0; i < DOCUMENTS; i += 1_000) {
            items.insertMany(all.subList(i, i + 1_000));
        }
    }

    private static Document item(int i) {
        Document item = new Document("_id", "case-%05d".formatted(i))
                .append("version", 1L)
                .append("officeId", "seo")
                .append("departmentId", "d" + i % 4)
                .append("state", STATES[i / 4 % 4])
                .append("priority", i % 7 % 3)
                .append("dueAt", i % 97)
                .append("filedAt", i / 10)
                .append("receipt", "R" + i)
                .append("tokens", List.of("t" + i % 100, "u" + i % 333));
        if (i % 1_000 == 0) {
            item.append("relayAt", i);
        }
        return item;
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void mark() {
        before = fixture.figures();
    }

    @Test
    void findsByIdWhateverElseTheFilterHolds() {
        items.updateOne(and(eq("_id", "case-00007"), eq("version", 1L)), inc("version", 1));
        items.updateOne(and(eq("_id", "case-00007"), eq("version", 1L)), inc("version", 1));
        items.findOneAndUpdate(and(eq("_id", "case-00008"), in("state", "unassigned", "assigned")), set("x", 1));
        items.replaceOne(and(eq("_id", "case-00009"), eq("version", 9L)), new Document());
        items.deleteOne(and(eq("_id", "case-00010"), eq("version", 9L), exists("gone")));
        items.find(or(eq("_id", "case-00011"), eq("_id", "case-00012"))).into(new ArrayList<>());

        assertThat(visits()).isEqualTo(7);
        assertThat(scans()).isZero();
        assertThat(fixture.figures().largestKeyVisit()).isEqualTo(1);
    }

    @Test
    void findsManyByTheirIds() {
        List<String> ids = IntStream.range(0, 300)
                .mapToObj(i -> "case-%05d".formatted(i * 7))
                .toList();

        assertThat(items.find(and(in("_id", ids), gt("version", 0L))).into(new ArrayList<>()))
                .hasSize(300);
        assertThat(visits()).isEqualTo(300);
        assertThat(scans()).isZero();
    }

    @Test
    void findsByAUniqueKeyWhateverElseTheFilterHolds() {
        assertThat(items.find(and(eq("receipt", "R4711"), eq("officeId", "seo"), lt("dueAt", 1_000)))
                        .first())
                .containsEntry("_id", "case-04711");
        assertThat(items.find(eq("idempotencyKey", "nobody's")).first()).isNull();

        assertThat(visits()).isEqualTo(1);
        assertThat(scans()).isZero();
    }

    @Test
    void takesWorkFromASparseIndex() {
        List<Document> due = items.find(lt("relayAt", 10_000))
                .sort(Sorts.ascending("relayAt"))
                .limit(5)
                .into(new ArrayList<>());
        List<Document> any = items.find(exists("relayAt")).into(new ArrayList<>());
        Document first = items.findOneAndUpdate(
                lte("relayAt", 0), unset("relayAt"), new FindOneAndUpdateOptions().sort(Sorts.ascending("relayAt")));

        assertThat(due).extracting(d -> d.get("relayAt")).containsExactly(0, 1_000, 2_000, 3_000, 4_000);
        assertThat(any).hasSize(20);
        assertThat(first).containsEntry("relayAt", 0);
        assertThat(visits()).isEqualTo(26);
        assertThat(scans()).isZero();
        items.updateOne(eq("_id", "case-00000"), set("relayAt", 0));
    }

    @Test
    void updatesOneOfManyWithoutVisitingTheOthers() {
        items.updateOne(exists("relayAt"), set("touched", true));

        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void pagesThroughACompoundIndexByAlternatives() {
        Bson list = and(eq("officeId", "seo"), eq("departmentId", "d1"), eq("state", "assigned"));
        Bson order = Sorts.ascending("priority", "dueAt", "_id");
        List<Document> expected = all.stream()
                .filter(d ->
                        d.get("departmentId").equals("d1") && d.get("state").equals("assigned"))
                .sorted(Comparator.<Document, Integer>comparing(d -> d.getInteger("priority"))
                        .thenComparing(d -> d.getInteger("dueAt"))
                        .thenComparing(d -> d.getString("_id")))
                .toList();

        List<Object> seen = new ArrayList<>();
        int pages = 0;
        Bson filter = list;
        while (true) {
            List<Document> page = items.find(filter).sort(order).limit(PAGE).into(new ArrayList<>());
            pages++;
            page.forEach(d -> seen.add(d.get("_id")));
            if (page.size() < PAGE) {
                break;
            }
            Document last = page.get(PAGE - 1);
            filter = and(
                    list,
                    or(
                            gt("priority", last.get("priority")),
                            and(eq("priority", last.get("priority")), gt("dueAt", last.get("dueAt"))),
                            and(
                                    eq("priority", last.get("priority")),
                                    eq("dueAt", last.get("dueAt")),
                                    gt("_id", last.get("_id")))));
        }

        assertThat(seen).isEqualTo(expected.stream().map(d -> d.get("_id")).toList());
        assertThat(visits()).isLessThanOrEqualTo(seen.size() + pages);
        assertThat(scans()).isZero();
    }

    @Test
    void pagesAcrossSeveralStatesInOneOrder() {
        List<Document> page = items.find(and(
                        eq("officeId", "seo"),
                        eq("departmentId", "d2"),
                        in("state", "unassigned", "assigned", "inProgress")))
                .sort(Sorts.ascending("priority", "dueAt", "_id"))
                .limit(PAGE)
                .into(new ArrayList<>());

        List<Object> expected = all.stream()
                .filter(d ->
                        d.get("departmentId").equals("d2") && !d.get("state").equals("done"))
                .sorted(Comparator.<Document, Integer>comparing(d -> d.getInteger("priority"))
                        .thenComparing(d -> d.getInteger("dueAt"))
                        .thenComparing(d -> d.getString("_id")))
                .limit(PAGE)
                .map(d -> d.get("_id"))
                .toList();
        assertThat(page).extracting(d -> d.get("_id")).isEqualTo(expected);
        assertThat(visits()).isEqualTo(PAGE);
    }

    @Test
    void pagesBackwardsAndDescending() {
        List<Document> newest = items.find(eq("officeId", "seo"))
                .sort(Sorts.descending("filedAt", "_id"))
                .limit(PAGE)
                .into(new ArrayList<>());
        Document last = newest.get(PAGE - 1);
        List<Document> next = items.find(and(
                        eq("officeId", "seo"),
                        or(
                                lt("filedAt", last.get("filedAt")),
                                and(eq("filedAt", last.get("filedAt")), lt("_id", last.get("_id"))))))
                .sort(Sorts.descending("filedAt", "_id"))
                .limit(PAGE)
                .into(new ArrayList<>());
        List<Document> oldest = items.find(eq("officeId", "seo"))
                .sort(Sorts.ascending("filedAt", "_id"))
                .limit(PAGE)
                .into(new ArrayList<>());

        assertThat(newest.get(0)).containsEntry("_id", "case-19999");
        assertThat(next.get(0)).containsEntry("_id", "case-19949");
        assertThat(oldest.get(0)).containsEntry("_id", "case-00000");
        assertThat(visits()).isEqualTo(3 * PAGE);
        assertThat(scans()).isZero();
    }

    @Test
    void sweepsAllDocumentsInTheOrderOfTheirIds() {
        List<Document> page = items.find(gt("_id", "case-12344"))
                .sort(Sorts.ascending("_id"))
                .limit(PAGE)
                .into(new ArrayList<>());
        List<Document> start =
                items.find().sort(Sorts.ascending("_id")).limit(PAGE).into(new ArrayList<>());

        assertThat(page.get(0)).containsEntry("_id", "case-12345");
        assertThat(start).hasSize(PAGE);
        assertThat(visits()).isEqualTo(2 * PAGE);
        assertThat(scans()).isZero();
    }

    @Test
    void findsWordsInAnArray() {
        List<Document> both = items.find(com.mongodb.client.model.Filters.all("tokens", "t5", "u205"))
                .into(new ArrayList<>());

        assertThat(both)
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.getList("tokens", String.class)).contains("t5", "u205"));
        assertThat(visits()).isLessThan(DOCUMENTS / 300);
        assertThat(items.countDocuments(in("tokens", "t5", "t6"))).isEqualTo(400);
        assertThat(scans()).isZero();
    }

    @Test
    void pagesThroughTheDocumentsOfAWordInOneOrMoreDepartments() {
        List<Document> one = newestOf(eq("departmentId", "d1"));
        List<Document> two = newestOf(or(eq("departmentId", "d1"), eq("departmentId", "d2")));

        // t5 is in d1 only: 5, 105, … of four departments.
        assertThat(one).hasSize(PAGE).first().asString().contains("case-14905");
        assertThat(two).isEqualTo(one);
        assertThat(visits()).isEqualTo(2 * PAGE);
        assertThat(scans()).isZero();
    }

    private static List<Document> newestOf(Bson departments) {
        return items.find(and(eq("officeId", "seo"), departments, eq("tokens", "t5"), lt("_id", "case-15000")))
                .sort(Sorts.descending("_id"))
                .limit(PAGE)
                .into(new ArrayList<>());
    }

    @Test
    void keepsTheWordsOfADocumentThatChangesElsewhereAndFollowsThoseThatChange() {
        items.updateOne(eq("_id", "case-00020"), inc("version", 1));
        items.updateOne(eq("_id", "case-00021"), set("tokens", List.of("moved")));

        assertThat(items.find(eq("tokens", "t20")).into(new ArrayList<>()))
                .extracting(d -> d.getString("_id"))
                .contains("case-00020");
        assertThat(items.find(eq("tokens", "moved")).into(new ArrayList<>())).hasSize(1);
        assertThat(items.find(eq("tokens", "t21")).into(new ArrayList<>()))
                .extracting(d -> d.getString("_id"))
                .doesNotContain("case-00021");
        assertThat(scans()).isZero();
        items.updateOne(eq("_id", "case-00021"), set("tokens", List.of("t21", "u21")));
    }

    @Test
    void countsAScanAsOne() {
        items.find(eq("priority", 2)).into(new ArrayList<>());

        assertThat(scans()).isEqualTo(1);
        assertThat(fixture.figures().scanVisits() - before.scanVisits()).isEqualTo(DOCUMENTS);
    }

    private long visits() {
        return fixture.figures().indexVisits() - before.indexVisits();
    }

    private long scans() {
        return fixture.figures().scans() - before.scans();
    }
}

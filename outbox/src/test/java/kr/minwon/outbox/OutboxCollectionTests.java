package kr.minwon.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class OutboxCollectionTests {
    private final Rig rig = new Rig();
    private final OutboxCollection<Case> cases = rig.cases;

    private String body(String id) {
        byte[] body = OutboxFields.pending(rig.document(id)).getFirst().body();
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void storesAnAggregateAndItsEventsInOneWrite() {
        rig.trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        InsertResult result = cases.insert("a", Case.filed(), List.of(Events.filed(), Events.assigned("도로과")));

        assertThat(result).isInstanceOf(InsertResult.Inserted.class);
        assertThat(rig.documents.writes).isEqualTo(1);
        assertThat(rig.document("a").get("relayAt")).isEqualTo(Date.from(Events.NOW));
        List<PendingEvent> pending = OutboxFields.pending(rig.document("a"));
        assertThat(pending).extracting(PendingEvent::id).containsExactly("case/a#1", "case/a#2");
        assertThat(pending).extracting(PendingEvent::traceparent).containsOnly(rig.trace);
        assertThat(new String(pending.get(1).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"sequence\":2,\"department\":\"도로과\"}");
    }

    @Test
    void storesAChangeAndItsEventsInOneWrite() {
        cases.insert("a", Case.filed(), List.of(Events.filed()));
        Stored<Case> before = cases.find("a").orElseThrow();

        assertThat(cases.update(before, before.aggregate().assigned("도로과"), List.of(Events.assigned("도로과"))))
                .isTrue();

        assertThat(rig.documents.writes).isEqualTo(2);
        assertThat(rig.pending("a")).containsExactly(1, 2);
        assertThat(cases.find("a").orElseThrow().aggregate().department()).isEqualTo("도로과");
    }

    @Test
    void writesOnlyTheFieldsThatChanged() {
        cases.insert("a", Case.filed().assigned("도로과"), List.of());
        Stored<Case> before = cases.find("a").orElseThrow();

        cases.update(before, before.aggregate().counted(), List.of());
        assertThat(rig.documents.changes.getLast().toJson())
                .isEqualTo("{\"$set\": {\"count\": 1}, \"$inc\": {\"version\": 1}}");

        cases.update(cases.find("a").orElseThrow(), new Case("26-1", null, 1), List.of());
        assertThat(rig.documents.changes.getLast().toJson())
                .isEqualTo("{\"$unset\": {\"department\": \"\"}, \"$inc\": {\"version\": 1}}");
    }

    @Test
    void refusesAChangeThatIsBasedOnAnOldVersion() {
        cases.insert("a", Case.filed(), List.of());
        Stored<Case> before = cases.find("a").orElseThrow();
        cases.update(before, before.aggregate().counted(), List.of());

        assertThat(cases.update(before, before.aggregate().assigned("도로과"), List.of(Events.assigned("도로과"))))
                .isFalse();
        assertThat(rig.pending("a")).isEmpty();
    }

    @Test
    void decidesAgainWhenSomebodyCameBetween() {
        cases.insert("a", Case.filed(), List.of());
        rig.documents.beforeNextWrite =
                () -> cases.change("a", there -> Decision.of(there.aggregate().counted(), List.of(), ""));

        int count = cases.change("a", there -> {
            Case next = there.aggregate().counted();
            return Decision.of(next, List.of(Events.filed()), next.count());
        });

        assertThat(count).isEqualTo(2);
        assertThat(rig.pending("a")).containsExactly(1);
    }

    @Test
    void storesNothingWhenADecisionRefuses() {
        assertThat(cases.<String>change("a", there -> Decision.refuse(there == null ? "absent" : "there")))
                .isEqualTo("absent");
        assertThat(rig.documents.writes).isZero();
    }

    @Test
    void namesTheUniqueKeyThatWasTaken() {
        cases.insert("a", Case.filed(), List.of());

        InsertResult sameNumber = cases.insert("b", Case.filed(), List.of(Events.filed()));
        InsertResult sameId = cases.insert("a", new Case("26-2", null, 0), List.of(Events.filed()));

        assertThat((InsertResult.Duplicate) sameNumber).matches(taken -> taken.isOf("number") && !taken.isOf("_id"));
        assertThat((InsertResult.Duplicate) sameId).matches(taken -> taken.isOf("_id") && !taken.isOf("number"));
        rig.send();
        assertThat(rig.sentIds()).isEmpty();
    }

    @Test
    void readsTheNameOfAnIndexInTheWordsOfSeveralServers() {
        assertThat(new InsertResult.Duplicate(
                        "E11000 duplicate key error collection: db.c index: complaint_id_1 dup key"))
                .matches(taken -> taken.isOf("complaint_id") && !taken.isOf("_id"));
        assertThat(new InsertResult.Duplicate("E11000 duplicate key error index: db.c.$_id_ dup key: { : \"a\" }"))
                .matches(taken -> taken.isOf("_id"));
    }

    @Test
    void leavesTheSequenceOutWhereASourceDoesNotCount() {
        OutboxCollection<Case> uncounted = new OutboxCollection<>(
                rig.documents,
                Case.MAPPING,
                new EventSource("t", "/s", "m", false),
                rig.relay,
                rig.clock(),
                () -> null);

        uncounted.insert("a", Case.filed(), List.of(new NewEvent("m.v1", "k", Map.of("rank", 3))));

        assertThat(body("a")).isEqualTo("{\"rank\":3}");
    }

    @Test
    void sequenceIsTheOutboxsWordWhateverTheBodySays() {
        NewEvent claims = new NewEvent("case.filed.v1", "k", Map.of("sequence", 99));

        cases.insert("a", Case.filed(), List.of(claims));

        assertThat(body("a")).isEqualTo("{\"sequence\":1}");
    }

    @Test
    void refusesAnEventThatKafkaWouldNeverTake() {
        NewEvent large = new NewEvent("case.filed.v1", "k", Map.of("text", "가".repeat(200_000)));

        assertThatThrownBy(() -> cases.insert("a", Case.filed(), List.of(large)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rig.documents.writes).isZero();
    }

    @Test
    void refusesAMappingThatWritesTheOutboxsOwnFields() {
        DocumentMapping<Case> greedy = new DocumentMapping<>() {
            @Override
            public Case read(Document document) {
                return Case.filed();
            }

            @Override
            public Document write(Case aggregate) {
                return new Document("version", 7);
            }
        };
        OutboxCollection<Case> wrong =
                new OutboxCollection<>(rig.documents, greedy, Rig.SOURCE, rig.relay, rig.clock(), () -> null);

        assertThatThrownBy(() -> wrong.insert("a", Case.filed(), List.of())).hasMessageContaining("version");
    }

    @Test
    void makesABodyOfAWireRecord() {
        record FiledV1(String title, java.time.OffsetDateTime at) {}

        NewEvent event = NewEvent.of(
                "case.filed.v1",
                "k",
                new FiledV1("보안등", java.time.OffsetDateTime.parse("2026-11-23T10:12:30.123+09:00")));
        cases.insert("a", Case.filed(), List.of(event));

        assertThat(body("a")).isEqualTo("{\"sequence\":1,\"title\":\"보안등\",\"at\":\"2026-11-23T10:12:30.123+09:00\"}");
        assertThat(cases.find("b")).isEqualTo(Optional.empty());
    }
}

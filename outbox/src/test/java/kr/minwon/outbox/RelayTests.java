package kr.minwon.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RelayTests {
    private final Rig rig = new Rig();

    private void file(String id) {
        rig.cases.insert(id, new Case("no-" + id, null, 0), List.of(Events.filed()));
    }

    private void assign(Rig by, String id) {
        by.cases.change(id, there -> Decision.of(there.aggregate().counted(), List.of(Events.assigned("도로과")), ""));
    }

    private double gauge(OutboxMetric metric) {
        return rig.meters.get(metric.meter()).gauge().value();
    }

    @Test
    void sendsCloudEventsByTheirKey() {
        rig.trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        file("a");
        rig.send();

        ProducerRecord<String, byte[]> sent = rig.producer.history().getFirst();
        assertThat(sent.topic()).isEqualTo("cases");
        assertThat(sent.key()).isEqualTo("k");
        assertThat(new String(sent.value(), StandardCharsets.UTF_8)).isEqualTo("{\"sequence\":1,\"title\":\"보안등\"}");
        assertThat(List.of(
                        Rig.header(sent, "ce_id"),
                        Rig.header(sent, "ce_type"),
                        Rig.header(sent, "ce_source"),
                        Rig.header(sent, "ce_subject"),
                        Rig.header(sent, "ce_time"),
                        Rig.header(sent, "ce_specversion"),
                        Rig.header(sent, "content-type"),
                        Rig.header(sent, "traceparent")))
                .containsExactly(
                        "case/a#1",
                        "case.filed.v1",
                        "/minwon/case-service",
                        "case/a",
                        "2026-11-23T01:00:00Z",
                        "1.0",
                        "application/json",
                        rig.trace);
    }

    @Test
    void nothingIsRemovedBeforeTheBrokerHasAcknowledgedIt() {
        file("a");
        rig.send();
        rig.relay.clear();
        assertThat(rig.pending("a")).containsExactly(1);

        rig.acknowledge(1);
        rig.relay.clear();
        assertThat(rig.pending("a")).isEmpty();
        assertThat(rig.document("a")).doesNotContainKey("relayAt");
    }

    @Test
    void clearingDoesNotTouchTheVersion() {
        file("a");
        Stored<Case> before = rig.cases.find("a").orElseThrow();
        rig.send();
        rig.acknowledge(1);
        rig.relay.clear();

        assertThat(rig.cases.update(before, before.aggregate().counted(), List.of()))
                .isTrue();
    }

    @Test
    void twoEventsShortlyAfterEachOtherCostOneClearing() {
        file("a");
        rig.send();
        rig.acknowledge(1);
        rig.pass(Duration.ofMillis(150));
        rig.clearDue();
        assign(rig, "a");
        rig.send();
        rig.pass(Duration.ofMillis(100));
        // Due, but the second is on its way.
        rig.clearDue();
        assertThat(rig.documents.writes).isEqualTo(2);

        rig.acknowledge(1);
        rig.clearDue();
        assertThat(rig.documents.writes).isEqualTo(2);
        rig.pass(Duration.ofMillis(200));
        rig.clearDue();

        assertThat(rig.documents.writes).isEqualTo(3);
        assertThat(rig.pending("a")).isEmpty();
    }

    @Test
    void manyDocumentsAreClearedInOneBatch() {
        IntStream.range(0, 20).forEach(i -> file("a" + i));
        rig.send();
        rig.acknowledge(20);
        rig.relay.clear();

        assertThat(rig.meters.get(OutboxMetric.BATCH_SIZE.meter()).summary().max())
                .isEqualTo(20);
        assertThat(rig.meters.get(OutboxMetric.RELAYED.meter()).counter().count())
                .isEqualTo(20);
    }

    @Test
    void documentWhoseEventsNeverStopIsClearedInPart() {
        file("a");
        rig.send();
        for (int i = 0; i < 40; i++) {
            assign(rig, "a");
            rig.send();
            rig.acknowledge(1);
            rig.pass(Duration.ofMillis(210));
            rig.clearDue();
        }
        assertThat(rig.pending("a")).hasSizeLessThan(35);
    }

    @Test
    void crashBeforeRelayIsTakenUpAtTheNextStart() {
        file("a");
        file("b");

        Rig next = new Rig(rig.documents);
        next.relay.sweep(Duration.ZERO);
        next.send();
        next.acknowledge(2);
        next.relay.clear();

        assertThat(next.sentIds()).containsExactlyInAnyOrder("case/a#1", "case/b#1");
        assertThat(next.pending("a")).isEmpty();
        assertThat(next.document("b")).doesNotContainKey("relayAt");
    }

    @Test
    void crashAfterTheAcknowledgementBeforeTheClearingSendsTheSameEventAgain() {
        file("a");
        rig.send();
        rig.acknowledge(1);

        Rig next = new Rig(rig.documents);
        next.relay.sweep(Duration.ZERO);
        next.send();
        next.acknowledge(1);
        next.relay.clear();

        assertThat(next.sentIds()).isEqualTo(rig.sentIds());
        assertThat(next.producer.history().getFirst().value())
                .isEqualTo(rig.producer.history().getFirst().value());
        assertThat(next.pending("a")).isEmpty();
    }

    @Test
    void sendFailedForTheFirstOfTwoRemovesNeither() {
        file("a");
        assign(rig, "a");
        rig.send();
        assertThat(rig.sentIds()).containsExactly("case/a#1", "case/a#2");

        rig.refuse(new TimeoutException("lost"));
        rig.acknowledge(1);
        rig.relay.clear();
        assertThat(rig.pending("a")).containsExactly(1, 2);
        assertThat(rig.document("a")).containsKey("relayAt");

        rig.pass(Duration.ofSeconds(10));
        rig.relay.sweep(Duration.ofSeconds(5));
        rig.send();
        rig.acknowledge(2);
        rig.relay.clear();
        assertThat(rig.sentIds()).containsExactly("case/a#1", "case/a#2", "case/a#1", "case/a#2");
        assertThat(rig.pending("a")).isEmpty();
    }

    @Test
    void sendFailedForTheSecondOfTwoRemovesOnlyTheFirst() {
        file("a");
        assign(rig, "a");
        rig.send();
        rig.acknowledge(1);
        rig.refuse(new TimeoutException("lost"));
        rig.relay.clear();

        assertThat(rig.pending("a")).containsExactly(2);
        assertThat(rig.document("a")).containsKey("relayAt");
    }

    @Test
    void nothingIsSentAfterAFailedOneUntilThatWasSent() {
        file("a");
        rig.send();
        rig.refuse(new RecordTooLargeException("not this one"));
        assign(rig, "a");
        rig.send();

        // The document holds the first still, so both go, lowest first.
        assertThat(rig.sentIds()).containsExactly("case/a#1", "case/a#1", "case/a#2");
    }

    @Test
    void eventStoredWhileAnEarlierOneFailsIsLeftToTheSweeper() {
        file("a");
        assign(rig, "a");
        rig.send();
        rig.refuse(new RecordTooLargeException("the first"));
        assign(rig, "a");
        rig.send();
        assertThat(rig.sentIds()).containsExactly("case/a#1", "case/a#2");

        rig.acknowledge(1);
        rig.relay.clear();
        rig.relay.sweep(Duration.ZERO);
        rig.send();
        assertThat(rig.sentIds()).endsWith("case/a#1", "case/a#2", "case/a#3");
    }

    @Test
    void sendThatFailsAtOnceStopsThoseAfterIt() {
        file("a");
        assign(rig, "a");
        rig.producer.sendException = new TimeoutException("no metadata");
        rig.send();

        assertThat(rig.sentIds()).isEmpty();
        assertThat(rig.meters.get(OutboxMetric.SEND_FAILURES.meter()).counter().count())
                .isEqualTo(1);
        assertThat(rig.pending("a")).containsExactly(1, 2);
    }

    @Test
    void eventThatKafkaRefusesDoesNotHoldUpOtherDocuments() {
        file("a");
        file("b");
        rig.send();
        rig.refuse(new RecordTooLargeException("not this one"));
        rig.acknowledge(1);
        file("c");
        rig.send();
        rig.acknowledge(1);
        rig.relay.clear();

        assertThat(rig.pending("a")).containsExactly(1);
        assertThat(rig.pending("b")).isEmpty();
        assertThat(rig.pending("c")).isEmpty();
    }

    @Test
    void eventStoredBetweenAcknowledgementAndClearingStays() {
        file("a");
        rig.send();
        rig.acknowledge(1);
        // Another instance, whose relay we do not see.
        Rig other = new Rig(rig.documents);
        assign(other, "a");
        rig.relay.clear();
        assertThat(rig.pending("a")).contains(2);
        assertThat(rig.document("a")).containsKey("relayAt");

        other.send();
        other.acknowledge(2);
        other.relay.clear();
        assertThat(other.sentIds()).containsExactly("case/a#1", "case/a#2");
        assertThat(rig.pending("a")).isEmpty();
        assertThat(rig.document("a")).doesNotContainKey("relayAt");
    }

    @Test
    void eventStoredAfterAClearingIsFoundByTheSweeper() {
        file("a");
        Stored<Case> before = rig.cases.find("a").orElseThrow();
        rig.send();
        rig.acknowledge(1);
        rig.relay.clear();
        // Decided on what was read before the clearing took the date away.
        rig.cases.update(before, before.aggregate().counted(), List.of(Events.assigned("도로과")));

        Rig next = new Rig(rig.documents);
        next.relay.sweep(Duration.ZERO);
        next.send();
        assertThat(next.sentIds()).containsExactly("case/a#2");
    }

    @Test
    void twoRelaysAtOnceSendTheSameAndLoseNothing() {
        IntStream.range(0, 5).forEach(i -> file("a" + i));
        assign(rig, "a0");
        Rig one = new Rig(rig.documents);
        Rig two = new Rig(rig.documents);
        one.relay.sweep(Duration.ZERO);
        two.relay.sweep(Duration.ZERO);
        one.send();
        two.send();
        one.acknowledge(6);
        one.relay.clear();
        assign(one, "a1");
        two.acknowledge(6);
        two.relay.clear();

        assertThat(two.sentIds()).isEqualTo(one.sentIds());
        assertThat(rig.pending("a0")).isEmpty();
        assertThat(rig.pending("a1")).containsExactly(2);
        one.send();
        one.acknowledge(1);
        one.relay.clear();
        assertThat(rig.pending("a1")).isEmpty();
    }

    @Test
    void brokerAwayLeavesEventsInTheirDocumentsAndFilingGoesOn() {
        rig.producer.sendException = new TimeoutException("away");
        IntStream.range(0, 50).forEach(i -> file("a" + i));
        rig.send();
        IntStream.range(50, 100).forEach(i -> file("a" + i));
        rig.relay.sweep(Duration.ZERO);
        rig.send();

        // One knock, then a pause: nothing is queued meanwhile.
        assertThat(rig.meters.get(OutboxMetric.SEND_FAILURES.meter()).counter().count())
                .isEqualTo(1);
        assertThat(gauge(OutboxMetric.PENDING)).isEqualTo(100);

        rig.producer.sendException = null;
        rig.pass(Duration.ofSeconds(30));
        rig.relay.sweep(Duration.ofSeconds(5));
        assertThat(gauge(OutboxMetric.OLDEST_AGE)).isEqualTo(30);
        rig.send();
        rig.acknowledge(100);
        rig.relay.clear();
        rig.relay.sweep(Duration.ofSeconds(5));
        assertThat(rig.sentIds()).hasSize(100).doesNotHaveDuplicates();
        assertThat(gauge(OutboxMetric.PENDING)).isZero();
        assertThat(gauge(OutboxMetric.OLDEST_AGE)).isZero();
    }

    @Test
    void whatDoesNotFitTheQueueIsLeftToTheSweeper() {
        Rig small = new Rig(new InMemoryDocuments("number"), Rig.settings(3, 500));
        IntStream.range(0, 10)
                .forEach(i -> small.cases.insert("a" + i, new Case("no" + i, null, 0), List.of(Events.filed())));
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            small.send();
            small.acknowledge(small.sentIds().size() - sent.size());
            small.relay.clear();
            sent = small.sentIds();
            small.relay.sweep(Duration.ZERO);
        }
        assertThat(sent).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void sweepsOldestFirstInBatches() {
        for (String id : List.of("c", "a", "b")) {
            file(id);
            rig.pass(Duration.ofSeconds(1));
        }
        Rig next = new Rig(rig.documents, Rig.settings(100, 2));
        next.now = rig.now;
        next.relay.sweep(Duration.ZERO);
        next.send();
        assertThat(next.sentIds()).containsExactlyInAnyOrder("case/c#1", "case/a#1");

        // Those on their way are not taken again.
        next.relay.sweep(Duration.ZERO);
        next.send();
        assertThat(next.sentIds()).hasSize(3).endsWith("case/b#1");
    }

    @Test
    void freshEventsAreLeftToTheInstanceThatStoredThem() {
        file("a");
        Rig other = new Rig(rig.documents);
        other.pass(Duration.ofSeconds(4));
        other.relay.sweep(Duration.ofSeconds(5));
        other.send();
        assertThat(other.sentIds()).isEmpty();

        other.pass(Duration.ofSeconds(2));
        other.relay.sweep(Duration.ofSeconds(5));
        other.send();
        assertThat(other.sentIds()).hasSize(1);
    }

    @Test
    void eventFromAClockThatWasAheadIsSwept() {
        rig.pass(Duration.ofHours(1));
        file("a");
        Rig next = new Rig(rig.documents);
        next.relay.sweep(Duration.ofSeconds(5));
        next.send();
        assertThat(next.sentIds()).hasSize(1);
    }

    @Test
    void storeAwayWhileClearingSendsAgainAndLosesNothing() {
        file("a");
        rig.send();
        rig.acknowledge(1);
        rig.documents.away = true;
        try {
            rig.relay.clear();
        } catch (com.mongodb.MongoException expected) {
            assertThat(expected).hasMessageContaining("away");
        }
        rig.documents.away = false;

        rig.relay.sweep(Duration.ZERO);
        rig.send();
        rig.acknowledge(1);
        rig.relay.clear();
        assertThat(rig.sentIds()).containsExactly("case/a#1", "case/a#1");
        assertThat(rig.pending("a")).isEmpty();
    }

    @Test
    void documentThatIsDueWithNothingPendingIsTidied() {
        rig.documents.put(new Document("_id", "a")
                .append("version", 1L)
                .append("relayAt", Date.from(Events.NOW))
                .append("outbox", new Document("seq", 4L).append("pending", List.of())));
        rig.relay.sweep(Duration.ZERO);

        assertThat(rig.document("a")).doesNotContainKey("relayAt");
    }

    @Test
    void closeSendsNothingNewAndClearsWhatWasAcknowledged() {
        file("a");
        rig.send();
        rig.acknowledge(1);
        rig.relay.close();

        assertThat(rig.producer.closed()).isTrue();
        assertThat(rig.pending("a")).isEmpty();
        file("b");
        assertThat(rig.pending("b")).containsExactly(1);
        rig.relay.close();
    }
}

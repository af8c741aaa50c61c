package kr.minwon.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppliedOnceTests {
    private final Rig rig = new Rig();
    private final OutboxCollection<Case> cases = rig.cases;
    private final List<Long> handled = new ArrayList<>();

    private Outcome<Case> count(Case current, IncomingEvent event) {
        if (event.type().equals("item.counted.v1")) {
            event.as(Map.class);
            handled.add(event.sequence());
            Case next = (current == null ? Case.filed() : current).counted();
            return Outcome.of(next, new NewEvent("case.counted.v1", "k", Map.of("count", next.count())));
        }
        return Outcome.unchanged();
    }

    private Applied apply(IncomingEvent event) {
        return cases.apply("a", event, this::count);
    }

    private int counted() {
        return cases.find("a").map(there -> there.aggregate().count()).orElse(0);
    }

    @Test
    void duplicateHasOneEffectAndCostsNoWrite() {
        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.APPLIED);
        int writes = rig.documents.writes;

        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.SEEN_BEFORE);

        assertThat(counted()).isEqualTo(1);
        assertThat(rig.documents.writes).isEqualTo(writes);
        assertThat(rig.pending("a")).containsExactly(1);
    }

    @Test
    void duplicateThatRacesWithItselfHasOneEffect() {
        cases.insert("a", Case.filed(), List.of());
        rig.documents.beforeNextWrite = () -> apply(Events.incoming("item/a", 1));

        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.SEEN_BEFORE);

        assertThat(counted()).isEqualTo(1);
        assertThat(rig.pending("a")).containsExactly(1);
    }

    @Test
    void duplicatesThatRaceToCreateTheDocumentHaveOneEffect() {
        rig.documents.beforeNextWrite = () -> apply(Events.incoming("item/a", 1));

        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.SEEN_BEFORE);

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void effectAndFollowUpEventAndSequenceAreOneWrite() {
        cases.insert("a", Case.filed(), List.of());
        int writes = rig.documents.writes;

        apply(Events.incoming("item/a", 1));

        assertThat(rig.documents.writes).isEqualTo(writes + 1);
        assertThat(rig.documents.changes.getLast().keySet()).contains("$set", "$push", "$min", "$inc");
    }

    @Test
    void earlyEventWaitsInItsDocumentForTheMissingOne() {
        cases.insert("a", Case.filed(), List.of());

        assertThat(apply(Events.incoming("item/a", 3))).isEqualTo(Applied.KEPT_EARLY);
        assertThat(apply(Events.incoming("item/a", 2))).isEqualTo(Applied.KEPT_EARLY);
        assertThat(counted()).isZero();
        assertThat(rig.document("a").get("earlyAt")).isEqualTo(Date.from(Events.NOW));

        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.APPLIED);
        assertThat(handled).containsExactly(1L, 2L, 3L);
        assertThat(rig.document("a")).doesNotContainKey("earlyAt");
        assertThat(rig.pending("a")).containsExactly(1, 2, 3);
    }

    @Test
    void earlyEventsAgeIsThatOfTheOldest() {
        apply(Events.incoming("item/a", 3));
        rig.pass(Duration.ofMinutes(1));
        apply(Events.incoming("item/a", 5));

        rig.relay.sweep(Duration.ZERO);

        assertThat(rig.document("a").get("earlyAt")).isEqualTo(Date.from(Events.NOW));
        assertThat(rig.meters.get(OutboxMetric.EARLY.meter()).gauge().value()).isEqualTo(1);
        assertThat(rig.meters.get(OutboxMetric.EARLY_AGE.meter()).gauge().value())
                .isEqualTo(60);
    }

    @Test
    void earlyEventIsKeptOnceHoweverOftenItComes() {
        apply(Events.incoming("item/a", 2));
        int writes = rig.documents.writes;

        assertThat(apply(Events.incoming("item/a", 2))).isEqualTo(Applied.KEPT_EARLY);
        assertThat(rig.documents.writes).isEqualTo(writes);

        apply(Events.incoming("item/a", 1));
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void earlyEventOfADocumentThatDoesNotExistYetIsNoAggregate() {
        assertThat(apply(Events.incoming("item/a", 2))).isEqualTo(Applied.KEPT_EARLY);

        assertThat(cases.find("a")).isEmpty();
        assertThat(cases.<Boolean>change("a", there -> Decision.refuse(there == null)))
                .isTrue();
    }

    @Test
    void insertFillsAPlaceholderThatKeepsEarlyEvents() {
        apply(Events.incoming("item/a", 2));

        assertThat(cases.insert("a", Case.filed(), List.of(Events.filed()))).isInstanceOf(InsertResult.Inserted.class);
        assertThat(cases.insert("a", Case.filed(), List.of())).isInstanceOf(InsertResult.Duplicate.class);

        assertThat(cases.find("a")).isPresent();
        assertThat(rig.pending("a")).containsExactly(1);
        apply(Events.incoming("item/a", 1));
        assertThat(handled).containsExactly(1L, 2L);
    }

    @Test
    void changeFillsAPlaceholderThatKeepsEarlyEvents() {
        apply(Events.incoming("item/a", 2));

        cases.change("a", there -> Decision.of(Case.filed(), List.of(Events.filed()), ""));

        assertThat(cases.find("a").orElseThrow().aggregate()).isEqualTo(Case.filed());
        assertThat(rig.document("a")).doesNotContainKey("placeholder");
    }

    @Test
    void fiftyEarlyEventsAreKeptAndTheNextIsRefused() {
        LongStream.rangeClosed(2, 51).forEach(sequence -> apply(Events.incoming("item/a", sequence)));

        assertThatThrownBy(() -> apply(Events.incoming("item/a", 52))).isInstanceOf(TooManyEarlyEvents.class);

        apply(Events.incoming("item/a", 1));
        assertThat(counted()).isEqualTo(51);
        assertThat(apply(Events.incoming("item/a", 52))).isEqualTo(Applied.APPLIED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyOrderWithDuplicatesHasEachEffectOnceAndInOrder(long seed) {
        List<IncomingEvent> events = new ArrayList<>();
        LongStream.rangeClosed(1, 12).forEach(sequence -> {
            events.add(Events.incoming("item/a", sequence));
            events.add(Events.incoming("item/a", sequence));
        });
        Collections.shuffle(events, new Random(seed));

        events.forEach(this::apply);

        assertThat(handled).isSorted().doesNotHaveDuplicates().hasSize(12);
        assertThat(counted()).isEqualTo(12);
        assertThat(rig.document("a").get("inbox", Document.class)).doesNotContainKey("early");
    }

    @Test
    void subjectsAreCountedApart() {
        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.APPLIED);
        assertThat(apply(Events.incoming("other/a", 1))).isEqualTo(Applied.APPLIED);
        assertThat(apply(Events.incoming("other/a", 3))).isEqualTo(Applied.KEPT_EARLY);
        assertThat(apply(Events.incoming("item/a", 2))).isEqualTo(Applied.APPLIED);

        assertThat(counted()).isEqualTo(3);
    }

    @Test
    void unknownTypeAdvancesItsSequenceAndDoesNothing() {
        assertThat(apply(Events.incoming("item/a", 1, "item.renamed.v9", "{\"sequence\":1}")))
                .isEqualTo(Applied.NO_EFFECT);
        assertThat(cases.find("a")).isEmpty();

        assertThat(apply(Events.incoming("item/a", 2))).isEqualTo(Applied.APPLIED);
    }

    @Test
    void poisonIsRefusedAndDoesNotAdvance() {
        IncomingEvent poison = Events.incoming("item/a", 1, "item.counted.v1", "[\"no object\"");

        assertThatThrownBy(() -> apply(poison)).isInstanceOf(UnreadableEvent.class);
        assertThat(rig.documents.writes).isZero();

        assertThat(apply(Events.incoming("item/a", 2))).isEqualTo(Applied.KEPT_EARLY);
        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.APPLIED);
        assertThat(handled).containsExactly(1L, 2L);
    }

    @Test
    void keptEventThatCannotBeReadDoesNotHoldUpItsPredecessor() {
        apply(Events.incoming("item/a", 2, "item.counted.v1", "[\"no object\""));

        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.APPLIED);
        assertThat(counted()).isEqualTo(1);
        assertThat(rig.document("a")).containsKey("earlyAt");
        assertThat(apply(Events.incoming("item/a", 3))).isEqualTo(Applied.KEPT_EARLY);

        assertThat(apply(Events.incoming("item/a", 2))).isEqualTo(Applied.APPLIED);
        assertThat(handled).containsExactly(1L, 2L, 3L);
        assertThat(rig.document("a")).doesNotContainKey("earlyAt");
    }

    @Test
    void keptEventThatCouldNotBeAppliedIsTriedAgainWithTheNext() {
        List<Long> broken = new ArrayList<>(List.of(2L));
        EventHandler<Case> handler = (current, event) -> {
            if (broken.contains(event.sequence())) {
                throw new IllegalStateException("a fault of ours");
            }
            return count(current, event);
        };
        cases.apply("a", Events.incoming("item/a", 2), handler);
        cases.apply("a", Events.incoming("item/a", 1), handler);
        broken.clear();

        assertThat(cases.apply("a", Events.incoming("item/a", 3), handler)).isEqualTo(Applied.APPLIED);
        assertThat(handled).containsExactly(1L, 2L, 3L);
    }

    @Test
    void storeAwayInsideAHandlerLeavesEverythingToTheNextTry() {
        apply(Events.incoming("item/a", 2));
        int writes = rig.documents.writes;
        EventHandler<Case> away = (current, event) -> {
            if (event.sequence() == 2) {
                throw new MongoTimeoutException("the second document could not be inserted");
            }
            return count(current, event);
        };

        assertThatThrownBy(() -> cases.apply("a", Events.incoming("item/a", 1), away))
                .isInstanceOf(MongoTimeoutException.class);
        assertThat(rig.documents.writes).isEqualTo(writes);

        handled.clear();
        assertThat(apply(Events.incoming("item/a", 1))).isEqualTo(Applied.APPLIED);
        assertThat(handled).containsExactly(1L, 2L);
    }

    @Test
    void storeAwayIsNotSwallowed() {
        rig.documents.away = true;

        assertThatThrownBy(() -> apply(Events.incoming("item/a", 1))).isInstanceOf(MongoTimeoutException.class);
    }

    @Test
    void eventWithoutASequenceIsPoison() {
        assertThatThrownBy(() -> apply(Events.incoming("item/a", 0))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void stateThatCanNoLongerTakeItRecordsItAsSeen() {
        cases.insert("a", Case.filed(), List.of());

        assertThat(cases.apply("a", Events.incoming("item/a", 1), (current, event) -> Outcome.unchanged()))
                .isEqualTo(Applied.NO_EFFECT);
        assertThat(cases.apply("a", Events.incoming("item/a", 1), (current, event) -> Outcome.unchanged()))
                .isEqualTo(Applied.SEEN_BEFORE);
    }
}

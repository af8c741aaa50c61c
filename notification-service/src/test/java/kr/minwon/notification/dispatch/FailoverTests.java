package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Office;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Step;
import org.junit.jupiter.api.Test;

/** Two providers, of which one misbehaves. */
class FailoverTests {
    private final Town town = new Town();
    private final Map<String, Set<String>> takenBy = new ConcurrentHashMap<>();
    private final QuietMeter meter = new QuietMeter();

    /** A provider that keeps what it takes; what it says otherwise is not taken. */
    private final class One implements PlainProvider {
        private final String name;
        private final Function<Submission, Optional<Handover>> mood;
        private final AtomicBoolean there = new AtomicBoolean(true);

        One(String name, Function<Submission, Optional<Handover>> mood) {
            this.name = name;
            this.mood = mood;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int window() {
            return 2;
        }

        @Override
        public Optional<Turn> turn() {
            return there.get() ? PlainProvider.turn(this::handOver) : Optional.empty();
        }

        private Handover handOver(Submission submission) {
            Optional<Handover> otherwise = mood.apply(submission);
            if (otherwise.isPresent() && !(otherwise.get() instanceof Handover.Unknown)) {
                return otherwise.get();
            }
            boolean isNew = takenBy.computeIfAbsent(submission.handOverId(), id -> ConcurrentHashMap.newKeySet())
                    .add(name);
            assertThat(isNew).as(submission.handOverId()).isTrue();
            return otherwise.orElseGet(() -> new Handover.Accepted(name + submission.handOverId()));
        }
    }

    private Dispatcher process(One... providers) {
        return process(town.staleness(), providers);
    }

    private Dispatcher process(Staleness staleness, One... providers) {
        return new ProcessMaker(town, Town.settings(1_000))
                .providers(List.of(providers))
                .staleness(staleness)
                .meter(meter)
                .made();
    }

    private static One well(FailoverTests tests, String name) {
        return tests.new One(name, submission -> Optional.empty());
    }

    private void assertEachTakenOnce(int messages) {
        assertThat(takenBy).hasSize(messages);
        assertThat(takenBy.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    }

    @Test
    void bothAreGivenTextsWhileBothAreWell() {
        town.file(20);
        try (Dispatcher process = process(well(this, "a"), well(this, "b"))) {
            process.start();
            town.awaitNothingPending();
        }
        assertEachTakenOnce(80);
        assertThat(takenBy.values().stream().flatMap(Set::stream)).contains("a", "b");
    }

    @Test
    void aDefiniteNotNowGoesToTheOtherOne() {
        town.file(10);
        One busy = new One("a", submission -> Optional.of(new Provider.Handover.Busy("queue full", false)));
        try (Dispatcher process = process(busy, well(this, "b"))) {
            process.start();
            town.awaitNothingPending();
        }
        assertEachTakenOnce(40);
        assertThat(takenBy.values()).allSatisfy(names -> assertThat(names).containsExactly("b"));
        assertThat(town.in(MessageState.ACCEPTED))
                .allSatisfy(message -> assertThat(message.progress().provider()).isEqualTo("b"));
    }

    @Test
    void oneThatAsksForLessIsLeftAloneAsLongAsItAsks() {
        town.file(10);
        List<Instant> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        One throttled = new One("a", submission -> {
            asked.add(Instant.now());
            return Optional.of(new Provider.Handover.Busy("HTTP 429", true, Duration.ofMinutes(5)));
        });
        try (Dispatcher process = process(throttled, well(this, "b"))) {
            process.start();
            town.awaitNothingPending();
        }
        // As many as were under way before the first answer.
        assertThat(asked).hasSizeBetween(1, 4);
        assertEachTakenOnce(40);
    }

    @Test
    void oneThatIsAwayGetsNothingAndNothingWaitsForIt() {
        town.file(10);
        One away = well(this, "a");
        away.there.set(false);
        try (Dispatcher process = process(away, well(this, "b"))) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(takenBy.values()).allSatisfy(names -> assertThat(names).containsExactly("b"));
    }

    @Test
    void whatIsInDoubtNeverGoesToTheOtherOne() {
        town.file(10);
        One vague = new One(
                "a",
                submission -> Optional.of(new Provider.Handover.Unknown(
                        new kr.minwon.notification.message.Reason("no answer", Cause.NO_ANSWER))));
        try (Dispatcher process = process(vague, well(this, "b"))) {
            process.start();
            town.awaitNothingPending();
        }
        assertEachTakenOnce(40);
        assertThat(town.in(MessageState.UNKNOWN)).isNotEmpty().allSatisfy(message -> {
            assertThat(takenBy.get(message.id())).containsExactly("a");
            assertThat(message.progress().provider()).isEqualTo("a");
        });
    }

    @Test
    void whenBothWillNotNowItIsTriedAgainAndOrderHolds() {
        List<Message> filed = town.file(3);
        AtomicBoolean busy = new AtomicBoolean(true);
        Function<Provider.Submission, Optional<Provider.Handover>> mood =
                submission -> busy.get() ? Optional.of(new Provider.Handover.Busy("not now", false)) : Optional.empty();
        try (Dispatcher process = process(new One("a", mood), new One("b", mood))) {
            process.start();
            await().until(() -> filed.stream()
                    .allMatch(message ->
                            town.store.find(message.id()).orElseThrow().version() > 4 || message.previous() != null));
            assertThat(takenBy).isEmpty();
            busy.set(false);
            town.awaitNothingPending();
        }
        assertEachTakenOnce(12);
    }

    private Staleness staleness(MemoryCases cases, Duration after, Duration supersededAfter) {
        StaleSettings settings = new StaleSettings(Map.of("assigned", after), Duration.ofHours(72), supersededAfter);
        return new Staleness(settings, QuietSettings.NONE, new LaterTexts(cases, town.store), Clock.systemUTC());
    }

    @Test
    void aTextThatIsTooOldIsDroppedAndSaidAndTheNextOneGoes() {
        String id = MessageMother.complaintId();
        Instant old = Instant.now().minus(Duration.ofHours(25));
        town.store.add(MessageMother.message(id, "assigned.1", null, old));
        town.store.add(MessageMother.message(id, "answered.1", "assigned.1", old.plusSeconds(1)));
        Staleness staleness = staleness(new MemoryCases(), Duration.ofHours(24), Duration.ofDays(365));
        try (Dispatcher process = process(staleness, well(this, "a"))) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(takenBy).containsOnlyKeys(id + "/answered.1/reporter");
        Message dropped = town.store.find(id + "/assigned.1/reporter").orElseThrow();
        assertThat(dropped.state()).isEqualTo(MessageState.DROPPED);
        assertThat(dropped.progress().reason())
                .isNotNull()
                .satisfies(reason -> assertThat(reason.cause()).isEqualTo(Cause.TOO_LATE));
        assertThat(meter.dropped).hasValue(1);
    }

    @Test
    void aTextThatWasOvertakenWhileItWaitedIsDropped() {
        String id = MessageMother.complaintId();
        Instant before = Instant.now().minus(Duration.ofMinutes(20));
        town.store.add(MessageMother.message(id, "received.1", null, before));
        town.store.add(MessageMother.message(id, "answered.1", "received.1", before.plusSeconds(1)));
        MemoryCases cases = new MemoryCases();
        cases.put(CaseRecord.opened(MessageMother.about(id), MessageMother.PHONE, true, MessageMother.AT, Spoken.KOREAN)
                .after(Step.RECEIVED, 1, id + "/received.1/reporter")
                .after(Step.ANSWERED, 1, id + "/answered.1/reporter"));
        Staleness staleness = staleness(cases, Duration.ofHours(24), Duration.ofMinutes(10));
        try (Dispatcher process = process(staleness, well(this, "a"))) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(takenBy).containsOnlyKeys(id + "/answered.1/reporter");
        assertThat(town.store
                        .find(id + "/received.1/reporter")
                        .orElseThrow()
                        .progress()
                        .reason())
                .isNotNull()
                .satisfies(reason -> assertThat(reason.cause()).isEqualTo(Cause.OVERTAKEN));
    }

    @Test
    void inUsualTimesBothAreSent() {
        String id = MessageMother.complaintId();
        Instant before = Instant.now().minusSeconds(5);
        town.store.add(MessageMother.message(id, "assigned.1", null, before));
        town.store.add(MessageMother.message(id, "answered.1", "assigned.1", before.plusSeconds(1)));
        MemoryCases cases = new MemoryCases();
        cases.put(CaseRecord.opened(MessageMother.about(id), MessageMother.PHONE, true, MessageMother.AT, Spoken.KOREAN)
                .after(Step.ASSIGNED, 1, id + "/assigned.1/reporter")
                .after(Step.ANSWERED, 1, id + "/answered.1/reporter"));
        Staleness staleness = staleness(cases, Duration.ofHours(24), Duration.ofMinutes(10));
        try (Dispatcher process = process(staleness, well(this, "a"))) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(takenBy).hasSize(2);
    }

    @Test
    void anOfficeWhoseSenderNoProviderKnowsIsRefusedAtStart() {
        Provider strict = new PlainProvider() {
            @Override
            public String name() {
                return "strict";
            }

            @Override
            public boolean takes(String sender, Content content) {
                return sender.equals("15880000");
            }
        };
        assertThat(Town.choice(List.of(strict), Town.settings(10)).takesWide("15880000"))
                .isTrue();
        assertThat(Town.choice(List.of(strict), Town.settings(10)).takesWide("0623607114"))
                .isFalse();
        Office office = MessageMother.templates().office("seogu");
        assertThatThrownBy(() -> Town.choice(List.of(strict), Town.settings(10)).requireKnown(office))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0623607114");
        assertThatCode(() -> Town.choice(List.of(strict, well(this, "a")), Town.settings(10))
                        .requireKnown(office))
                .doesNotThrowAnyException();
    }
}

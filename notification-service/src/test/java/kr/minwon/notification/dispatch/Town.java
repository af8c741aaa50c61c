package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.QuietSettings;

/** Cases with their messages, a store and a provider that outlive the processes between them. */
final class Town {
    static final int WINDOW = 4;
    private static final List<String> STEPS = List.of("received.1", "assigned.1", "assigned.2", "answered.1");

    final MemoryMessages store = new MemoryMessages();
    final Witness witness = new Witness();

    static DispatchSettings settings(int capacity) {
        return settings(capacity, Duration.ofMinutes(15));
    }

    static DispatchSettings givingUpAfter(Duration abandonedAfter) {
        return settings(5_000, abandonedAfter);
    }

    private static DispatchSettings settings(int capacity, Duration abandonedAfter) {
        return new DispatchSettings(
                WINDOW,
                capacity,
                Duration.ofMillis(20),
                Duration.ZERO,
                Duration.ofMillis(5),
                Duration.ofMillis(40),
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                abandonedAfter,
                Duration.ofMillis(300));
    }

    /** Stores the messages of so many cases, as their events come: all first texts, then all second ones. */
    List<Message> file(int cases) {
        List<Message> all = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < cases; n++) {
            ids.add(MessageMother.complaintId());
        }
        Instant at = Instant.now().minusSeconds(10);
        for (int step = 0; step < STEPS.size(); step++) {
            for (String id : ids) {
                at = at.plusMillis(1);
                String previous = step == 0 ? null : STEPS.get(step - 1);
                Message message = MessageMother.message(id, STEPS.get(step), previous, at);
                assertThat(store.add(message)).isTrue();
                all.add(message);
            }
        }
        return all;
    }

    Dispatcher process(String instance, Life life, FaultyMessages.Mood mood, Witness.Temper temper) {
        return process(instance, life, mood, temper, settings(5_000));
    }

    Dispatcher process(
            String instance, Life life, FaultyMessages.Mood mood, Witness.Temper temper, DispatchSettings settings) {
        return new ProcessMaker(this, settings)
                .instance(instance)
                .store(new FaultyMessages(store, life, mood))
                .providers(List.of(witness.as(life, temper)))
                .made();
    }

    /** Of a process with a small memory. */
    ProcessMaker maker() {
        return new ProcessMaker(this, settings(100));
    }

    static Choice choice(List<Provider> providers, DispatchSettings settings) {
        return Choice.among(providers, Choices.settings(), settings, Clock.systemUTC(), new SplittableRandom(1));
    }

    /** The messages of these tests are as old as their fixture says; none is stale. */
    Staleness staleness() {
        StaleSettings never =
                new StaleSettings(Map.of(), ChronoUnit.FOREVER.getDuration(), ChronoUnit.FOREVER.getDuration());
        return new Staleness(never, QuietSettings.NONE, new LaterTexts(new MemoryCases(), store), Clock.systemUTC());
    }

    void awaitNothingPending() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(store.all())
                        .noneMatch(message -> !message.state().letsTheNextGo()));
    }

    boolean nothingIsPending() {
        return pending().isEmpty();
    }

    private List<String> pending() {
        return store.all().stream()
                .filter(message -> !message.state().letsTheNextGo())
                .map(message -> message.id() + " " + message.state())
                .toList();
    }

    List<Message> in(MessageState state) {
        return store.all().stream().filter(message -> message.state() == state).toList();
    }

    void assertNothingToldTwice() {
        assertThat(witness.counts())
                .allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
    }

    /** What was taken was accepted or is in doubt; what was accepted was taken. */
    void assertNothingLost() {
        Map<String, Integer> taken = witness.counts();
        for (Message message : store.all()) {
            switch (message.state()) {
                case ACCEPTED, DELIVERED -> assertThat(taken).containsKey(message.id());
                case FAILED, QUEUED, DROPPED -> assertThat(taken).doesNotContainKey(message.id());
                case SENDING, UNKNOWN -> assertThat(message.progress().sentAt()).isNotNull();
            }
        }
    }

    void assertInOrder() {
        Map<String, Integer> place = new HashMap<>();
        List<String> taken = witness.taken();
        for (int n = 0; n < taken.size(); n++) {
            place.put(taken.get(n), n);
        }
        for (Message message : store.all()) {
            String previous = message.previous();
            if (previous != null && place.containsKey(message.id()) && place.containsKey(previous)) {
                assertThat(place.get(previous)).isLessThan(place.get(message.id()));
            }
        }
    }
}

package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Receipt;
import kr.minwon.notification.message.ResultSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultRoundsTests {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final MemoryMessages store = new MemoryMessages();
    private final Receipts receipts = new Receipts(
            store, new MemoryEarlyReceipts(), phone -> phone, Town.settings(1), new QuietMeter(), Clock.systemUTC());
    private final Map<String, Receipt> known = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<ResultSource.Said.Away> away = new AtomicReference<>();
    private final HandClock clock = new HandClock(NOW);

    private final ResultSource source = new ResultSource() {
        @Override
        public String provider() {
            return "sens";
        }

        @Override
        public Said result(String providerMessageId) {
            asked.incrementAndGet();
            if (providerMessageId.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            Said said = away.get();
            return said != null
                    ? said
                    : Optional.ofNullable(known.get(providerMessageId))
                            .<Said>map(Said.Ended::new)
                            .orElseGet(Said.NothingYet::new);
        }
    };

    @AfterEach
    void close() {
        receipts.close();
    }

    private ResultRounds rounds(int aRound) {
        return new ResultRounds(List.of(source), store, receipts, settings(EVERY, aRound), clock);
    }

    private static ResultSettings settings(Duration every, int aRound) {
        return new ResultSettings(every, aRound, 2, 0, Duration.ofMinutes(30), Duration.ofDays(4));
    }

    private Message accepted(String provider, String providerMessageId, Instant at) {
        Message queued = MessageMother.message(MessageMother.complaintId(), "received.1", null, at);
        store.add(queued);
        Message sending =
                store.advance(queued, queued.sending("1", provider, at)).orElseThrow();
        return store.advance(sending, sending.accepted(providerMessageId, at)).orElseThrow();
    }

    private MessageState state(Message message) {
        return store.find(message.id()).orElseThrow().state();
    }

    @Test
    void whatIsKnownEndsATextAndTheOthersAreAskedAboutAgain() {
        Message arrived = accepted("sens", "R1", NOW);
        Message underWay = accepted("sens", "R2", NOW);
        Message others = accepted("smpp", "17", NOW);
        known.put("R1", new Receipt(MessageState.DELIVERED, NOW, null));
        try (ResultRounds rounds = rounds(10)) {
            rounds.ask();
            assertThat(state(arrived)).isEqualTo(MessageState.DELIVERED);
            assertThat(state(underWay)).isEqualTo(MessageState.ACCEPTED);
            assertThat(state(others)).isEqualTo(MessageState.ACCEPTED);
            known.put("R2", new Receipt(MessageState.FAILED, NOW, null));
            clock.pass(EVERY);
            rounds.ask();
        }
        assertThat(state(underWay)).isEqualTo(MessageState.FAILED);
        assertThat(asked).hasValue(3);
    }

    @Test
    void moreThanARoundTakesAreAskedAboutInTheNextOne() {
        for (int n = 0; n < 5; n++) {
            accepted("sens", "R" + n, NOW);
            known.put("R" + n, new Receipt(MessageState.DELIVERED, NOW, null));
        }
        try (ResultRounds rounds = rounds(3)) {
            rounds.ask();
            assertThat(asked).hasValue(3);
            rounds.ask();
        }
        assertThat(store.all())
                .allSatisfy(message -> assertThat(message.state()).isEqualTo(MessageState.DELIVERED));
    }

    @Test
    void whatWasTakenTooLongAgoIsNotAskedAbout() {
        accepted("sens", "R1", NOW.minus(Duration.ofDays(5)));
        try (ResultRounds rounds = rounds(10)) {
            rounds.ask();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void anAdapterThatThrowsHindersNoOtherRound() {
        accepted("sens", "broken", NOW);
        Message later = accepted("sens", "R1", NOW);
        known.put("R1", new Receipt(MessageState.DELIVERED, NOW, null));
        try (ResultRounds rounds = rounds(1)) {
            for (int round = 0; round < 3; round++) {
                rounds.ask();
            }
        }
        assertThat(state(later)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void whatIsOnItsWayIsAskedAboutAgainAfterGrowingPauses() {
        accepted("sens", "R1", NOW);
        try (ResultRounds rounds = rounds(10)) {
            for (Duration passed = Duration.ZERO;
                    passed.compareTo(Duration.ofHours(1)) < 0;
                    passed = passed.plus(EVERY)) {
                rounds.ask();
                clock.pass(EVERY);
            }
        }
        assertThat(asked.get()).isBetween(8, 14);
    }

    @Test
    void aProviderThatIsAwayEndsTheRoundAndIsLeftAloneAsLongAsItSays() {
        for (int n = 0; n < 50; n++) {
            accepted("sens", "R" + n, NOW);
            known.put("R" + n, new Receipt(MessageState.DELIVERED, NOW, null));
        }
        away.set(new ResultSource.Said.Away("HTTP 429", Duration.ofMinutes(5)));
        try (ResultRounds rounds = rounds(100)) {
            rounds.ask();
            int first = asked.get();
            assertThat(first).isBetween(1, 2);
            clock.pass(Duration.ofSeconds(299));
            rounds.ask();
            assertThat(asked).hasValue(first);

            away.set(null);
            clock.pass(Duration.ofSeconds(1));
            rounds.ask();
        }
        assertThat(store.all())
                .allSatisfy(message -> assertThat(message.state()).isEqualTo(MessageState.DELIVERED));
    }

    @Test
    void oneThatIsAnsweredWithAnErrorEachTimeDoesNotKeepTheOthersFromBeingAskedAbout() {
        Message poison = accepted("sens", "R0", NOW);
        Message other = accepted("sens", "R1", NOW);
        known.put("R1", new Receipt(MessageState.DELIVERED, NOW, null));
        ResultSource erring = new ResultSource() {
            @Override
            public String provider() {
                return "sens";
            }

            @Override
            public Said result(String providerMessageId) {
                return providerMessageId.equals("R0")
                        ? new Said.Away("HTTP 500", Duration.ZERO)
                        : source.result(providerMessageId);
            }
        };
        ResultSettings oneAtATime = new ResultSettings(EVERY, 1, 1, 0, Duration.ofMinutes(30), Duration.ofDays(4));
        try (ResultRounds rounds = new ResultRounds(List.of(erring), store, receipts, oneAtATime, clock)) {
            for (int round = 0; round < 20 && state(other) == MessageState.ACCEPTED; round++) {
                rounds.ask();
                clock.pass(EVERY);
            }
        }
        assertThat(state(other)).isEqualTo(MessageState.DELIVERED);
        assertThat(state(poison)).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void aFrozenProviderHoldsUpNoOther() {
        accepted("aligo", "A1", NOW);
        Message arrived = accepted("sens", "R1", NOW);
        known.put("R1", new Receipt(MessageState.DELIVERED, NOW, null));
        CountDownLatch thawed = new CountDownLatch(1);
        CountDownLatch frozen = new CountDownLatch(1);
        ResultSource freezing = new ResultSource() {
            @Override
            public String provider() {
                return "aligo";
            }

            @Override
            public Said result(String providerMessageId) {
                frozen.countDown();
                try {
                    thawed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Said.Away("frozen", Duration.ZERO);
            }
        };
        try (ResultRounds rounds = new ResultRounds(
                List.of(freezing, source), store, receipts, settings(Duration.ofMillis(10), 10), clock)) {
            rounds.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> frozen.getCount() == 0 && state(arrived) == MessageState.DELIVERED);
            assertThat(thawed.getCount()).isEqualTo(1);
        } finally {
            thawed.countDown();
        }
    }

    @Test
    void aBeatKeepsThoseWhoComeAtOnceApart() throws Exception {
        Beat beat = new Beat(100);
        long began = System.nanoTime();
        for (int n = 0; n < 6; n++) {
            beat.await();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(49));
    }
}

package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Receipt;
import kr.minwon.notification.message.ResultSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultRoundsTests {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final MemoryMessages store = new MemoryMessages();
    private final Receipts receipts = new Receipts(
            store, new MemoryEarlyReceipts(), phone -> phone, Town.settings(1), new QuietMeter(), Clock.systemUTC());
    private final Map<String, Receipt> known = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HandClock clock = new HandClock(NOW);

    private final ResultSource source = new ResultSource() {
        @Override
        public String provider() {
            return "sens";
        }

        @Override
        public Optional<Receipt> result(String providerMessageId) {
            asked.incrementAndGet();
            if (providerMessageId.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            return Optional.ofNullable(known.get(providerMessageId));
        }
    };

    @AfterEach
    void close() {
        receipts.close();
    }

    private ResultRounds rounds(int aRound) {
        ResultSettings settings = new ResultSettings(Duration.ofHours(1), aRound, 2, Duration.ofDays(4));
        return new ResultRounds(List.of(source), store, receipts, settings, clock);
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
}

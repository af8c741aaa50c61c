package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 알림톡 that was taken and of which no receipt comes: its provider is asked, and what was not delivered goes by SMS. */
class SilentAlimtalkTests {
    private static final Instant AT = MessageMother.AT;
    private static final Duration SILENT = Duration.ofMinutes(3);
    private static final Reason NO_KAKAO = new Reason("3104", Cause.NOT_BY_KAKAO);

    private final MemoryMessages store = new MemoryMessages();
    private final HandClock clock = new HandClock(AT);
    private final List<Inquiry.Question> questions = new ArrayList<>();
    private final QuietMeter meter = new QuietMeter();
    private final Receipts receipts =
            new Receipts(store, new MemoryEarlyReceipts(), phone -> phone, Town.settings(1), meter, clock);
    private Runnable meanwhile = () -> {};
    private Fate answer = new Fate.CannotTell("nothing yet");
    private final Reconciliation asking = asking();

    @AfterEach
    void close() {
        asking.close();
        receipts.close();
    }

    private Reconciliation asking() {
        Inquiry inquiry = new Inquiry() {
            @Override
            public String provider() {
                return "solapi";
            }

            @Override
            public Duration settledAfter() {
                return Duration.ofMinutes(5);
            }

            @Override
            public Fate ask(Question question) {
                questions.add(question);
                meanwhile.run();
                return answer;
            }
        };
        ReconciliationSettings settings = new ReconciliationSettings(
                Duration.ofSeconds(10),
                3,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                Duration.ofDays(2),
                2,
                SILENT);
        return new Reconciliation(
                store,
                new LaterTexts(new MemoryCases(), store),
                Wishes.NONE,
                List.of(inquiry),
                phone -> phone,
                settings,
                meter,
                clock,
                queued -> {
                    throw new AssertionError("the sweep finds what fell back");
                });
    }

    private Message taken(Message message, String providerMessageId) {
        store.add(message);
        Message sending =
                store.advance(message, message.sending("1", "solapi", AT)).orElseThrow();
        return store.advance(sending, sending.accepted(providerMessageId, AT)).orElseThrow();
    }

    private Message taken() {
        return taken(MessageMother.byKakao(AT), "G1");
    }

    private Message now(Message message) {
        return store.find(message.id()).orElseThrow();
    }

    private static Fate ended(MessageState state) {
        return new Fate.Ended("G1", new Receipt(state, AT, state == MessageState.FAILED ? NO_KAKAO : null));
    }

    private void hear(Message message, MessageState state) {
        Receipt receipt = new Receipt(state, AT, state == MessageState.FAILED ? NO_KAKAO : null);
        assertThat(receipts.on(new Receipts.Notice(
                        "solapi", "G1", MessageMother.PHONE, Message.referenceOf(message.id()), receipt)))
                .isTrue();
    }

    @Test
    void whatWasNotDeliveredGoesBySmsOnceAndALateReceiptChangesNothing() {
        Message message = taken();
        answer = ended(MessageState.FAILED);
        clock.pass(SILENT);
        asking.ask();
        Message waits = now(message);
        assertThat(waits.state()).isEqualTo(MessageState.QUEUED);
        assertThat(waits.channel(waits.attempt())).isEqualTo(Channel.SMS);
        assertThat(waits.earlier()).singleElement().satisfies(first -> {
            assertThat(first.reason()).isEqualTo(NO_KAKAO);
            assertThat(Objects.requireNonNull(first.decision()).what()).isEqualTo(Decision.What.FALLEN_BACK);
        });

        hear(message, MessageState.FAILED);
        hear(message, MessageState.DELIVERED);
        clock.pass(Duration.ofHours(1));
        asking.ask();
        assertThat(now(message)).isEqualTo(waits);
        assertThat(questions).hasSize(1);
        assertThat(questions.getFirst().handOverId()).isEqualTo(message.id());
    }

    @Test
    void whatWasDeliveredIsSo() {
        Message message = taken();
        answer = ended(MessageState.DELIVERED);
        clock.pass(SILENT);
        asking.ask();
        assertThat(now(message).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aReceiptIsWaitedForFirstAndWhatHadOneIsNotAskedAbout() {
        Message message = taken();
        clock.pass(SILENT.minusSeconds(1));
        asking.ask();
        assertThat(questions).isEmpty();
        hear(message, MessageState.FAILED);
        clock.pass(Duration.ofHours(1));
        asking.ask();
        assertThat(questions).isEmpty();
        assertThat(now(message).state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void whatGoesBySmsOrIsTooOldIsNotAskedAbout() {
        taken(MessageMother.received(), "S1");
        clock.pass(SILENT);
        asking.ask();
        taken();
        clock.pass(Duration.ofDays(3));
        asking.ask();
        assertThat(questions).isEmpty();
    }

    static Stream<Fate> nothingNew() {
        return Stream.of(new Fate.Took("G1"), new Fate.NeverTook(), new Fate.CannotTell("more than 100"));
    }

    @ParameterizedTest
    @MethodSource("nothingNew")
    void whatTellsNothingNewLeavesItAsItIsAndIsAskedAgainAfterGrowingPauses(Fate fate) {
        Message message = taken();
        answer = fate;
        clock.pass(SILENT);
        List<Instant> asked = new ArrayList<>();
        for (int second = 0; second < 600; second += 5) {
            int before = questions.size();
            asking.ask();
            if (questions.size() > before) {
                asked.add(clock.instant());
            }
            clock.pass(Duration.ofSeconds(5));
        }
        assertThat(now(message)).isEqualTo(message);
        assertThat(asked).hasSizeBetween(4, 7);
        assertThat(Duration.between(asked.get(2), asked.get(3))).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aProviderThatIsAwayIsLeftAloneAndAFewAreAskedAboutAtATime() {
        for (int n = 0; n < 7; n++) {
            taken(MessageMother.byKakao(AT), "G" + n);
        }
        clock.pass(SILENT);
        answer = new Fate.Away("HTTP 429", Duration.ofMinutes(5));
        asking.ask();
        clock.pass(Duration.ofSeconds(299));
        asking.ask();
        assertThat(questions).hasSize(1);

        answer = new Fate.CannotTell("nothing yet");
        clock.pass(Duration.ofSeconds(1));
        for (int round = 1; round <= 3; round++) {
            asking.ask();
            assertThat(questions).hasSize(1 + Math.min(7, 3 * round));
        }
    }

    @Test
    void aReceiptThatComesWhileItIsAskedAboutAndTheAnswerMakeOneSmsOfIt() {
        Message message = taken();
        answer = ended(MessageState.FAILED);
        meanwhile = () -> hear(message, MessageState.FAILED);
        clock.pass(SILENT);
        asking.ask();
        assertThat(now(message).state()).isEqualTo(MessageState.QUEUED);
        assertThat(now(message).attempt()).isEqualTo(2);
        assertThat(meter.receipts).hasValue(1);
    }
}

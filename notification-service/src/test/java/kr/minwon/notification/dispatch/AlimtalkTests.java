package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 알림톡 with SMS as the fallback, under one message id, once. */
class AlimtalkTests {
    private static final FaultyMessages.Mood FINE = new FaultyMessages.Mood() {};
    private static final Reason NO_KAKAO = new Reason("SOLAPI 3104", Cause.NOT_BY_KAKAO);

    /** Refuses every 알림톡 for certain. */
    private static final Witness.Temper REFUSING = answeringKakao(new Provider.Handover.Refused(NO_KAKAO));

    private final Town town = new Town();
    private final List<Channel> asked = new ArrayList<>();

    private static Witness.Temper answeringKakao(Provider.Handover answer) {
        return new Witness.Temper() {
            @Override
            public Optional<Provider.Handover> refusal(Provider.Submission submission) {
                return submission.alimtalk() == null ? Optional.empty() : Optional.of(answer);
            }
        };
    }

    /** Takes everything, and notes by what it came. */
    private final Witness.Temper noting = new Witness.Temper() {
        @Override
        public Optional<Provider.Handover> refusal(Provider.Submission submission) {
            asked.add(submission.alimtalk() == null ? Channel.SMS : Channel.ALIMTALK);
            return Optional.empty();
        }
    };

    private final Witness.Temper silent =
            Witness.answering(id -> new Provider.Handover.Unknown(MessageMother.NO_ANSWER));

    private Message file() {
        return file(Duration.ZERO);
    }

    private Message file(Duration ago) {
        Message message = MessageMother.byKakao(Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS));
        assertThat(town.store.add(message)).isTrue();
        return message;
    }

    private List<Message> file(int many) {
        return Stream.generate(this::file).limit(many).toList();
    }

    private Message stored(Message message) {
        return town.store.find(message.id()).orElseThrow();
    }

    private void run(Witness.Temper temper) {
        try (Dispatcher process = town.process("1", Life.endless(), FINE, temper)) {
            process.start();
            town.awaitNothingPending();
        }
    }

    private void hear(Message message, MessageState state, int times) {
        Receipt receipt = new Receipt(state, Instant.now(), state == MessageState.FAILED ? NO_KAKAO : null);
        String id = stored(message).attempt(1).providerMessageId();
        try (Receipts receipts = new Receipts(
                town.store,
                new MemoryEarlyReceipts(),
                phone -> phone,
                Town.settings(1),
                new QuietMeter(),
                Clock.systemUTC())) {
            for (int n = 0; n < times; n++) {
                assertThat(receipts.on(new Receipts.Notice(
                                "witness",
                                id == null ? "p1" : id,
                                MessageMother.PHONE,
                                Message.referenceOf(message.id()),
                                receipt)))
                        .isTrue();
            }
        }
    }

    @Test
    void whatKakaoTalkDeliversIsNoSms() {
        Message message = file();
        run(noting);
        hear(message, MessageState.DELIVERED, 2);
        hear(message, MessageState.FAILED, 1);
        run(noting);
        assertThat(asked).containsExactly(Channel.ALIMTALK);
        assertThat(stored(message).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(town.witness.taken()).containsExactly(message.id());
    }

    @Test
    void whatIsRefusedForCertainGoesBySmsUnderTheSameMessage() {
        Message message = file();
        run(REFUSING);
        assertThat(town.witness.taken()).containsExactly(message.handOverId(2));
        Message now = stored(message);
        assertThat(now.state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(now.earlier()).singleElement().satisfies(first -> {
            assertThat(first.state()).isEqualTo(MessageState.FAILED);
            assertThat(first.reason()).isEqualTo(NO_KAKAO);
            assertThat(first.decision()).extracting(Decision::what).isEqualTo(Decision.What.FALLEN_BACK);
        });
        assertThat(List.of(now.channel(1), now.channel(2))).containsExactly(Channel.ALIMTALK, Channel.SMS);
    }

    @Test
    void aFailureThatIsReportedTwiceAndOnceMoreLateGivesOneSms() {
        Message message = file();
        run(noting);
        hear(message, MessageState.FAILED, 2);
        run(noting);
        hear(message, MessageState.FAILED, 1);
        run(noting);
        assertThat(asked).containsExactly(Channel.ALIMTALK, Channel.SMS);
        assertThat(town.witness.taken()).containsExactly(message.id(), message.handOverId(2));
        assertThat(stored(message).state()).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void aDoubtIsFollowedByNoSmsUntilAReceiptEndsIt() {
        Message message = file();
        run(silent);
        run(noting);
        assertThat(stored(message).state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(town.witness.taken()).containsExactly(message.id());

        hear(message, MessageState.FAILED, 2);
        run(noting);
        assertThat(town.witness.taken()).containsExactly(message.id(), message.handOverId(2));
        assertThat(asked).containsExactly(Channel.SMS);
    }

    @Test
    void whatAPersonLeftIsLeftAlsoWhenItFailed() {
        Message message = file();
        run(silent);
        Message unknown = stored(message);
        assertThat(town.store.advance(unknown, unknown.left(MessageMother.leave())))
                .isPresent();
        hear(message, MessageState.FAILED, 1);
        run(noting);
        assertThat(stored(message).state()).isEqualTo(MessageState.FAILED);
        assertThat(asked).isEmpty();
    }

    @Test
    void whoSendsItAgainSendsAnSmsAndALateFailureNothingMore() {
        Message message = file();
        run(silent);
        Message unknown = stored(message);
        assertThat(town.store.advance(unknown, unknown.again(MessageMother.resend())))
                .isPresent();
        run(noting);
        hear(message, MessageState.FAILED, 2);
        run(noting);
        assertThat(asked).containsExactly(Channel.SMS);
        assertThat(town.witness.taken()).containsExactly(message.id(), message.handOverId(2));
    }

    @Test
    void withoutAProviderOfAlimtalkItGoesBySmsAtOnce() {
        Message message = file();
        run(new Witness.Temper() {
            @Override
            public boolean carriesAlimtalk() {
                return false;
            }
        });
        assertThat(town.witness.taken()).containsExactly(message.handOverId(2));
        assertThat(stored(message).attempt(1).state()).isEqualTo(MessageState.DROPPED);
    }

    @Test
    void aProviderThatTakesNothingNowIsNotWaitedForForLong() {
        Message message = file(Duration.ofMinutes(2));
        run(answeringKakao(new Provider.Handover.Busy("queue full", false)));
        assertThat(town.witness.taken()).containsExactly(message.handOverId(2));
    }

    @ParameterizedTest
    @EnumSource(value = Life.Point.class, names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
    void killedAtAnyPointOfARefusalEachIsToldOnce(Life.Point point) throws Exception {
        List<Message> filed = file(10);
        Life killed = new Life(point, 3);
        town.process("1", killed, FINE, REFUSING).start();
        killed.awaitEnd();
        run(REFUSING);
        town.assertNothingToldTwice();
        assertThat(town.witness.taken()).allMatch(id -> id.endsWith("#2"));
        for (Message message : filed) {
            boolean told = town.witness.counts().containsKey(message.handOverId(2));
            assertThat(stored(message).state() == MessageState.UNKNOWN || told).isTrue();
        }
        assertThat(town.in(MessageState.UNKNOWN)).hasSizeLessThanOrEqualTo(Town.WINDOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void killedBetweenTheReceiptAndTheSecondHandOverEachIsToldOnce(int times) throws Exception {
        List<Message> filed = file(8);
        run(noting);
        filed.forEach(message -> hear(message, MessageState.FAILED, 2));
        Life killed = new Life(Life.Point.AFTER_THE_CLAIM, times);
        town.process("1", killed, FINE, Witness.GOOD).start();
        killed.awaitEnd();
        run(noting);
        town.assertNothingToldTwice();
        for (Message message : filed) {
            assertThat(stored(message).attempt()).isEqualTo(2);
            assertThat(stored(message).state()).isIn(MessageState.ACCEPTED, MessageState.UNKNOWN);
        }
    }

    @Test
    void twoInstancesThatFindItFallenBackSendOneSms() {
        List<Message> filed = file(30);
        try (Dispatcher one = town.process("1", Life.endless(), FINE, REFUSING);
                Dispatcher two = town.process("2", Life.endless(), FINE, REFUSING)) {
            one.start();
            two.start();
            filed.forEach(one::offer);
            filed.forEach(two::offer);
            town.awaitNothingPending();
        }
        town.assertNothingToldTwice();
        assertThat(town.witness.taken()).hasSize(30).allMatch(id -> id.endsWith("#2"));
    }

    @Test
    void fallingBackMakesNoTextYounger() {
        Message message = file();
        run(noting);
        hear(message, MessageState.FAILED, 1);
        Message waits = stored(message);
        assertThat(waits.state()).isEqualTo(MessageState.QUEUED);
        assertThat(waits.agingSince()).isEqualTo(message.queuedAt());
        assertThat(waits.waitingSince()).isAfter(message.queuedAt());
        StaleSettings strict = new StaleSettings(Map.of(), Duration.ofMillis(1), ChronoUnit.FOREVER.getDuration());
        Staleness staleness = new Staleness(
                strict, QuietSettings.NONE, new LaterTexts(new MemoryCases(), town.store), Clock.systemUTC());
        await().untilAsserted(() ->
                assertThat(staleness.of(waits)).get().extracting(Reason::cause).isEqualTo(Cause.TOO_LATE));
    }
}

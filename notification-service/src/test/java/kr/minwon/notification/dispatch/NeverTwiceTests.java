package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing lost, nothing told twice: the hand-over killed and hindered at every point. */
class NeverTwiceTests {
    private static final FaultyMessages.Mood FINE = new FaultyMessages.Mood() {};
    private final Town town = new Town();

    static Stream<Arguments> everyPoint() {
        return Stream.of(Life.Point.values())
                .filter(point -> point != Life.Point.NEVER)
                .flatMap(point -> IntStream.of(0, 1, 7, 30).mapToObj(times -> Arguments.of(point, times)));
    }

    @ParameterizedTest
    @MethodSource("everyPoint")
    void aKillAtAnyPointLosesNothingAndTellsNothingTwice(Life.Point point, int times) throws Exception {
        List<Message> filed = town.file(20);
        Life killed = new Life(point, times);
        town.process("1", killed, FINE, Witness.GOOD).start();
        killed.awaitEnd();
        int beforeTheRestart = town.witness.taken().size();

        try (Dispatcher next = town.process("1", Life.endless(), FINE, Witness.GOOD)) {
            next.start();
            town.awaitNothingPending();
        }

        town.assertNothingToldTwice();
        town.assertNothingLost();
        town.assertInOrder();
        assertThat(town.in(MessageState.UNKNOWN)).hasSizeLessThanOrEqualTo(Town.WINDOW);
        assertThat(town.witness.taken().size()).isGreaterThan(beforeTheRestart);
        assertThat(town.in(MessageState.ACCEPTED).size()
                        + town.in(MessageState.UNKNOWN).size())
                .isEqualTo(filed.size());
    }

    @Test
    void aKillAfterTheSubmitLeavesItUnknownAndItIsNotSentAgain() throws Exception {
        town.file(1);
        Life killed = new Life(Life.Point.AFTER_THE_SUBMIT, 0);
        town.process("1", killed, FINE, Witness.GOOD).start();
        killed.awaitEnd();

        try (Dispatcher next = town.process("1", Life.endless(), FINE, Witness.GOOD)) {
            next.start();
            town.awaitNothingPending();
        }

        assertThat(town.in(MessageState.UNKNOWN))
                .singleElement()
                .satisfies(message -> assertThat(message.progress().reason())
                        .isEqualTo(new Reason("stopped while it was handed over", Cause.STOPPED)));
        town.assertNothingToldTwice();
        assertThat(town.witness.taken()).hasSize(4);
    }

    @Test
    void onlyTheInstancesOwnAreUnknownAtItsStart() throws Exception {
        town.file(1);
        Life killed = new Life(Life.Point.AFTER_THE_SUBMIT, 0);
        town.process("1", killed, FINE, Witness.GOOD).start();
        killed.awaitEnd();

        try (Dispatcher other = town.process("2", Life.endless(), FINE, Witness.GOOD)) {
            other.start();
            // The next text of the case waits for what only instance 1 can tell.
            assertThat(town.in(MessageState.SENDING)).hasSize(1);
            assertThat(town.in(MessageState.QUEUED)).hasSize(3);
            try (Dispatcher own = town.process("1", Life.endless(), FINE, Witness.GOOD)) {
                own.start();
                town.awaitNothingPending();
            }
        }
        town.assertNothingToldTwice();
    }

    @Test
    void whatAnInstanceThatIsGoneWasSendingBecomesUnknownAtAnotherAndTheCaseGoesOn() throws Exception {
        town.file(1);
        Life killed = new Life(Life.Point.AFTER_THE_SUBMIT, 0);
        town.process("gone", killed, FINE, Witness.GOOD).start();
        killed.awaitEnd();

        try (Dispatcher other =
                town.process("2", Life.endless(), FINE, Witness.GOOD, Town.givingUpAfter(Duration.ofSeconds(1)))) {
            other.start();
            town.awaitNothingPending();
        }

        town.assertNothingToldTwice();
        assertThat(town.witness.taken()).hasSize(4);
        assertThat(town.in(MessageState.UNKNOWN))
                .singleElement()
                .satisfies(message -> assertThat(message.progress().reason())
                        .isEqualTo(new Reason("left behind by gone while it was handed over", Cause.STOPPED)));
    }

    @Test
    void aHandOverThatOthersWouldGiveUpWhileItIsUnderWayIsRefusedAtStart() {
        DispatchSettings tooSoon = Town.givingUpAfter(Duration.ofMillis(500));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.process("1", Life.endless(), FINE, Witness.GOOD, tooSoon))
                .withMessageContaining("minwon.sms.dispatch.abandoned-after");
    }

    @Test
    void twoInstancesHandOverEachOnce() {
        List<Message> filed = town.file(100);
        try (Dispatcher one = town.process("1", Life.endless(), FINE, Witness.GOOD);
                Dispatcher two = town.process("2", Life.endless(), FINE, Witness.GOOD)) {
            one.start();
            two.start();
            filed.forEach(one::offer);
            filed.forEach(two::offer);
            town.awaitNothingPending();
        }
        town.assertNothingToldTwice();
        town.assertInOrder();
        assertThat(town.witness.taken()).hasSize(filed.size());
    }

    @Test
    void aClaimWhoseAnswerWasLostIsStillItsOwn() {
        town.file(10);
        // Of some texts none, of others the first, or the first two.
        FaultyMessages.Mood losesClaims = new FaultyMessages.Mood() {
            private final Map<String, Integer> claims = new ConcurrentHashMap<>();

            @Override
            public boolean failsAfter(Message after) {
                return after.state() == MessageState.SENDING
                        && claims.merge(after.id(), 1, Integer::sum)
                                <= Math.floorMod(after.id().hashCode(), 3);
            }
        };
        try (Dispatcher process = town.process("1", Life.endless(), losesClaims, Witness.GOOD)) {
            process.start();
            town.awaitNothingPending();
        }
        town.assertNothingToldTwice();
        assertThat(town.in(MessageState.ACCEPTED)).hasSize(40);
    }

    @Test
    void aStoreThatIsAwayWhenTheAnswerComesIsWaitedFor() {
        town.file(5);
        // Each answer is refused by the store once before the write, then once after it, and then recorded.
        FaultyMessages.Mood away = new FaultyMessages.Mood() {
            private final Map<String, Integer> tries = new ConcurrentHashMap<>();

            @Override
            public boolean failsBefore(Message after) {
                return after.state() == MessageState.ACCEPTED && tries.merge(after.id(), 1, Integer::sum) == 1;
            }

            @Override
            public boolean failsAfter(Message after) {
                return after.state() == MessageState.ACCEPTED && tries.get(after.id()) == 2;
            }
        };
        try (Dispatcher process = town.process("1", Life.endless(), away, Witness.GOOD)) {
            process.start();
            town.awaitNothingPending();
        }
        town.assertNothingToldTwice();
        assertThat(town.in(MessageState.ACCEPTED)).hasSize(20);
    }

    @Test
    void aClaimThatTheStoreDoesAfterTheRestartBecomesUnknownInTime() {
        List<Message> filed = town.file(2);
        try (Dispatcher process = town.process("1", Life.endless(), FINE, Witness.GOOD)) {
            process.start();
            town.awaitNothingPending();
            Message late = MessageMother.received();
            town.store.add(late);
            // Written down by a process that is gone, although this one has started since.
            town.store.advance(late, late.sending("1", "witness", Instant.now()));
            await().untilAsserted(
                            () -> assertThat(town.in(MessageState.UNKNOWN)).hasSize(1));
        }
        assertThat(town.witness.taken()).hasSize(filed.size());
    }

    @Test
    void whatNobodyCanTellIsNotSentAgain() {
        town.file(3);
        Witness.Temper silent = Witness.answering(id -> new Provider.Handover.Unknown(MessageMother.NO_ANSWER));
        try (Dispatcher process = town.process("1", Life.endless(), FINE, silent)) {
            process.start();
            town.awaitNothingPending();
        }
        town.assertNothingToldTwice();
        assertThat(town.in(MessageState.UNKNOWN)).hasSize(12);
    }

    @Test
    void anErrorOfOurOwnDuringTheHandOverLeavesItUnknown() {
        town.file(2);
        Witness.Temper broken = Witness.answering(id -> {
            throw new IllegalStateException("a bug");
        });
        try (Dispatcher process = town.process("1", Life.endless(), FINE, broken)) {
            process.start();
            town.awaitNothingPending();
        }
        town.assertNothingToldTwice();
        assertThat(town.in(MessageState.UNKNOWN)).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource(value = Life.Point.class, names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
    void eachHandOverThatAPersonDecidedIsDoneAtMostOnceToo(Life.Point point) throws Exception {
        town.file(10);
        Witness.Temper silent = Witness.answering(id -> new Provider.Handover.Unknown(MessageMother.NO_ANSWER));
        try (Dispatcher first = town.process("1", Life.endless(), FINE, silent)) {
            first.start();
            town.awaitNothingPending();
        }
        town.in(MessageState.UNKNOWN)
                .forEach(message -> town.store.advance(message, message.again(MessageMother.resend())));
        Life killed = new Life(point, 3);
        town.process("1", killed, FINE, Witness.GOOD).start();
        killed.awaitEnd();

        try (Dispatcher next = town.process("1", Life.endless(), FINE, Witness.GOOD)) {
            next.start();
            town.awaitNothingPending();
        }

        town.assertNothingToldTwice();
        assertThat(town.store.all()).allSatisfy(message -> {
            assertThat(message.attempt()).isEqualTo(2);
            assertThat(town.witness.counts()).containsKey(message.handOverId(1));
            if (message.state() == MessageState.ACCEPTED) {
                assertThat(town.witness.counts()).containsKey(message.handOverId(2));
            }
        });
        assertThat(town.in(MessageState.UNKNOWN)).hasSizeLessThanOrEqualTo(Town.WINDOW);
    }

    @Test
    void aReceiptOfTheFirstHandOverDuringTheSecondIsNotLost() {
        Message again = MessageMother.again();
        town.store.add(again);
        Witness.Temper heardMeanwhile = Witness.answering(id -> {
            Message sending = town.store.find(again.id()).orElseThrow();
            town.store.advance(sending, sending.received(1, MessageMother.delivered(), "9"));
            return new Provider.Handover.Accepted(id);
        });
        try (Dispatcher process = town.process("1", Life.endless(), FINE, heardMeanwhile)) {
            process.start();
            await().until(() -> !town.in(MessageState.DELIVERED).isEmpty());
        }
        Message stored = town.store.find(again.id()).orElseThrow();
        assertThat(stored.progress().state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(stored.earlier().getFirst().providerMessageId()).isEqualTo("9");
        assertThat(town.witness.taken()).containsExactly(again.handOverId(2));
    }

    @Test
    void whatTheProviderPutsOffIsNotSentOnceTheFirstHandOverIsKnownToHaveArrived() {
        Message again = MessageMother.again();
        town.store.add(again);
        Witness.Temper busy = new Witness.Temper() {
            @Override
            public Optional<Provider.Handover> refusal(Provider.Submission submission) {
                Message sending = town.store.find(again.id()).orElseThrow();
                town.store.advance(sending, sending.received(1, MessageMother.delivered(), "9"));
                return Optional.of(new Provider.Handover.Busy("queue full", false));
            }
        };
        try (Dispatcher process = town.process("1", Life.endless(), FINE, busy)) {
            process.start();
            await().until(() -> town.in(MessageState.DELIVERED).size() == 1);
            await().during(Duration.ofMillis(200))
                    .until(() -> town.witness.taken().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void underAnyMixOfFaultsNothingIsToldTwice(int seed) throws Exception {
        Random random = new Random(seed);
        List<Message> filed = town.file(15);
        for (int round = 0; round < 4; round++) {
            Life.Point point = Life.Point.values()[random.nextInt(5)];
            Life life = new Life(point, random.nextInt(20));
            start(town.process("1", life, moody(random.nextLong()), tempered(random.nextLong())));
            await().until(() -> life.isOver() || town.nothingIsPending());
            life.kill();
        }
        try (Dispatcher last = town.process("1", Life.endless(), FINE, Witness.GOOD)) {
            last.start();
            town.awaitNothingPending();
        }
        town.assertNothingToldTwice();
        town.assertNothingLost();
        town.assertInOrder();
        assertThat(town.store.all()).hasSize(filed.size());
    }

    /** As the service does it: again, until the store is there. */
    private static void start(Dispatcher process) {
        await().ignoreExceptionsInstanceOf(FaultyMessages.StoreAway.class).until(() -> {
            process.start();
            return true;
        });
    }

    private static FaultyMessages.Mood moody(long seed) {
        Random random = new Random(seed);
        return new FaultyMessages.Mood() {
            @Override
            public synchronized boolean failsBefore(Message after) {
                return random.nextInt(10) == 0;
            }

            @Override
            public synchronized boolean failsAfter(Message after) {
                return random.nextInt(10) == 0;
            }
        };
    }

    private static Witness.Temper tempered(long seed) {
        Random random = new Random(seed);
        return new Witness.Temper() {
            @Override
            public synchronized Optional<Provider.Handover> refusal(Provider.Submission submission) {
                return switch (random.nextInt(12)) {
                    case 0 -> Optional.of(new Provider.Handover.Busy("throttled", true));
                    case 1 -> Optional.of(new Provider.Handover.Busy("queue full", false));
                    default -> Optional.empty();
                };
            }

            @Override
            public synchronized Provider.Handover answer(Provider.Submission submission, String id) {
                return random.nextInt(15) == 0
                        ? new Provider.Handover.Unknown(MessageMother.NO_ANSWER)
                        : new Provider.Handover.Accepted(id);
            }
        };
    }
}

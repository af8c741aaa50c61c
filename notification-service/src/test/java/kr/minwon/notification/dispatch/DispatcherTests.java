package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Urgency;
import org.junit.jupiter.api.Test;

class DispatcherTests {
    private static final FaultyMessages.Mood FINE = new FaultyMessages.Mood() {};
    private final Town town = new Town();

    private Dispatcher process(Witness.Temper temper) {
        return town.process("1", Life.endless(), FINE, temper);
    }

    @Test
    void textsOfOneCaseGoInOrderAndOneAtATime() {
        List<Message> filed = town.file(10);
        Map<String, AtomicInteger> inFlight = new HashMap<>();
        filed.forEach(message -> inFlight.put(message.lane(), new AtomicInteger()));
        AtomicBoolean crowded = new AtomicBoolean();
        Witness.Temper watching = new Witness.Temper() {
            @Override
            public Provider.Handover answer(Provider.Submission submission, String id) {
                AtomicInteger lane = inFlight.get(
                        town.store.find(submission.handOverId()).orElseThrow().lane());
                if (lane.incrementAndGet() > 1) {
                    crowded.set(true);
                }
                Thread.onSpinWait();
                lane.decrementAndGet();
                return new Provider.Handover.Accepted(id);
            }
        };
        try (Dispatcher process = process(watching)) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(crowded).isFalse();
        town.assertInOrder();
        assertThat(town.witness.taken()).hasSize(40);
    }

    @Test
    void noMoreThanTheWindowIsUnderWay() throws Exception {
        town.file(20);
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        Witness.Temper slow = new Witness.Temper() {
            @Override
            public Provider.Handover answer(Provider.Submission submission, String id) {
                underWay.incrementAndGet();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                underWay.decrementAndGet();
                return new Provider.Handover.Accepted(id);
            }
        };
        try (Dispatcher process = process(slow)) {
            process.start();
            await().until(() -> underWay.get() == Town.WINDOW);
            // Only those are written down as being sent: as many may be in doubt after a crash.
            assertThat(town.in(MessageState.SENDING)).hasSize(Town.WINDOW);
            open.countDown();
            town.awaitNothingPending();
        }
    }

    @Test
    void aSuccessorThatIsFoundFirstWaitsForItsPredecessor() {
        String id = MessageMother.complaintId();
        Message first = MessageMother.message(id, "received.1", null, MessageMother.AT.plusSeconds(60));
        Message second = MessageMother.message(id, "assigned.1", "received.1", MessageMother.AT);
        town.store.add(second);
        town.store.add(first);
        try (Dispatcher process = process(Witness.GOOD)) {
            process.start();
            process.offer(second);
            town.awaitNothingPending();
        }
        assertThat(town.witness.taken()).containsExactly(first.id(), second.id());
    }

    @Test
    void pastItsCapAPhoneGetsNoMoreAndTheTextSaysWhy() {
        List<Message> filed = town.file(2);
        try (Dispatcher process = town.maker().capPerPhone(5).made()) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(town.witness.taken()).hasSize(5);
        assertThat(town.in(MessageState.DROPPED))
                .hasSize(filed.size() - 5)
                .allSatisfy(dropped -> assertThat(dropped.progress().reason())
                        .extracting(Reason::cause)
                        .isEqualTo(kr.minwon.notification.message.Cause.TOO_MANY_TODAY));
    }

    @Test
    void whatIsHeldAtItsTurnIsStoredSoAndGoesWhenThatIsOver() {
        List<Message> mailing = IntStream.range(0, 20)
                .mapToObj(n -> MessageMother.ofMailing("m1", "c1:" + n))
                .toList();
        mailing.forEach(town.store::add);
        AtomicBoolean held = new AtomicBoolean(true);
        Wishes wishes = new Wishes() {
            @Override
            public Optional<Reason> refusal(Message message, String phone) {
                return Optional.empty();
            }

            @Override
            public Optional<Instant> heldUntil(Message message, Urgency urgency) {
                return held.get() ? Optional.of(Instant.now().plusMillis(500)) : Optional.empty();
            }
        };
        try (Dispatcher process = town.maker().wishes(wishes).made()) {
            process.start();
            await().untilAsserted(() -> assertThat(town.store.all())
                    .allSatisfy(one -> assertThat(one.notBefore()).isNotNull()));
            assertThat(town.witness.taken()).isEmpty();
            held.set(false);
            town.awaitNothingPending();
        }
        assertThat(town.witness.taken()).hasSize(20);
        town.assertNothingToldTwice();
    }

    @Test
    void aPredecessorThatWasNeverStoredIsNotWaitedFor() {
        String id = MessageMother.complaintId();
        town.store.add(MessageMother.message(id, "assigned.1", "received.1", MessageMother.AT));
        try (Dispatcher process = process(Witness.GOOD)) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(town.in(MessageState.ACCEPTED)).hasSize(1);
    }

    @Test
    void throttlingSlowsDownAndLosesNoOrder() {
        town.file(5);
        AtomicInteger refusals = new AtomicInteger();
        Witness.Temper throttling = new Witness.Temper() {
            @Override
            public synchronized Optional<Provider.Handover> refusal(Provider.Submission submission) {
                if (refusals.get() >= 12) {
                    return Optional.empty();
                }
                refusals.incrementAndGet();
                return Optional.of(new Provider.Handover.Busy("SMPP 0x00000058", true));
            }
        };
        try (Dispatcher process = process(throttling)) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(refusals).hasValue(12);
        town.assertInOrder();
        town.assertNothingToldTwice();
        assertThat(town.in(MessageState.ACCEPTED)).hasSize(20);
    }

    @Test
    void aFullQueueForOnePhoneHoldsUpOnlyItsLane() {
        List<Message> filed = town.file(5);
        String stuck = filed.getFirst().id();
        AtomicBoolean full = new AtomicBoolean(true);
        Witness.Temper temper = new Witness.Temper() {
            @Override
            public Optional<Provider.Handover> refusal(Provider.Submission submission) {
                return full.get() && submission.handOverId().equals(stuck)
                        ? Optional.of(new Provider.Handover.Busy("SMPP 0x00000014", false))
                        : Optional.empty();
            }
        };
        try (Dispatcher process = process(temper)) {
            process.start();
            await().untilAsserted(
                            () -> assertThat(town.in(MessageState.ACCEPTED)).hasSize(16));
            assertThat(town.store.find(stuck).orElseThrow().state()).isIn(MessageState.QUEUED, MessageState.SENDING);
            full.set(false);
            town.awaitNothingPending();
        }
        town.assertInOrder();
    }

    @Test
    void aBadNumberFailsAndIsNotTriedAgain() {
        List<Message> filed = town.file(2);
        String bad = filed.getFirst().id();
        AtomicInteger tries = new AtomicInteger();
        Witness.Temper temper = new Witness.Temper() {
            @Override
            public Optional<Provider.Handover> refusal(Provider.Submission submission) {
                if (!submission.handOverId().equals(bad)) {
                    return Optional.empty();
                }
                tries.incrementAndGet();
                return Optional.of(new Provider.Handover.Refused("SMPP 0x0000000B"));
            }
        };
        try (Dispatcher process = process(temper)) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(tries).hasValue(1);
        assertThat(town.store.find(bad).orElseThrow().progress().reason()).isEqualTo(Reason.of("SMPP 0x0000000B"));
        assertThat(town.in(MessageState.ACCEPTED)).hasSize(7);
    }

    @Test
    void whileTheProviderIsAwayNothingIsEvenClaimed() {
        List<Message> filed = town.file(10);
        AtomicBoolean there = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Witness.Temper away = new Witness.Temper() {
            @Override
            public boolean isThere() {
                asked.incrementAndGet();
                return there.get();
            }
        };
        try (Dispatcher process = process(away)) {
            process.start();
            filed.forEach(process::offer);
            await().until(() -> asked.get() > 20);
            assertThat(town.store.all()).allSatisfy(message -> {
                assertThat(message.state()).isEqualTo(MessageState.QUEUED);
                assertThat(message.version()).isEqualTo(1);
            });
            there.set(true);
            town.awaitNothingPending();
        }
        town.assertInOrder();
        assertThat(town.witness.taken()).hasSize(40);
    }

    @Test
    void moreThanFitsInMemoryWaitsInTheStoreAndGoesInOrder() {
        DispatchSettings small = Town.settings(10);
        List<Message> before = town.file(50);
        try (Dispatcher process = town.process("1", Life.endless(), FINE, Witness.GOOD, small)) {
            process.start();
            List<Message> after = town.file(50);
            after.forEach(process::offer);
            town.awaitNothingPending();
        }
        town.assertInOrder();
        town.assertNothingToldTwice();
        assertThat(town.witness.taken()).hasSize(400).containsAll(ids(before));
    }

    @Test
    void aPhoneThatCannotBeOpenedHoldsUpOnlyItsCase() {
        List<Message> filed = town.file(3);
        Message sealed = filed.getFirst();
        try (Dispatcher process =
                town.maker().openPhone(new FailsFirst(filed.size() / 2)).made()) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(town.witness.taken()).contains(sealed.id()).hasSize(12);
        town.assertInOrder();
    }

    /** Opens nothing at first, as when a key is missing, then everything. */
    private record FailsFirst(AtomicInteger left) implements kr.minwon.notification.message.OpenPhone {
        FailsFirst(int times) {
            this(new AtomicInteger(times));
        }

        @Override
        public String apply(String phone) {
            if (left.getAndDecrement() > 0) {
                throw new IllegalArgumentException("no such key");
            }
            return phone;
        }
    }

    /** Also the notices themselves, in time: together is better, but not at all is worse. */
    @Test
    void whereNoticesCannotBeToldTogetherAllElseGoesAndInTheEndEachByItself() {
        Message urgent = MessageMother.wanted(Urgency.URGENT);
        Message bulk = MessageMother.ofMailing("m1", "c1:1");
        Message notice = MessageMother.message(MessageMother.complaintId(), "assigned.1", null, MessageMother.AT);
        List.of(urgent, bulk, notice).forEach(town.store::add);
        AtomicInteger tries = new AtomicInteger();
        Gathering broken = now -> {
            tries.incrementAndGet();
            throw new IllegalStateException("a bug");
        };
        try (Dispatcher process = town.maker().gathering(broken).made()) {
            process.start();
            town.awaitNothingPending();
        }
        assertThat(tries.get()).isGreaterThanOrEqualTo(10);
        assertThat(town.witness.taken()).containsExactlyInAnyOrder(urgent.id(), bulk.id(), notice.id());
    }

    @Test
    void aStopInOrderLeavesNothingInDoubt() {
        List<Message> filed = town.file(50);
        try (Dispatcher process = process(Witness.GOOD)) {
            process.start();
            await().until(() -> town.witness.taken().size() > 20);
        }
        assertThat(town.in(MessageState.SENDING)).isEmpty();
        assertThat(town.in(MessageState.UNKNOWN)).isEmpty();
        try (Dispatcher next = process(Witness.GOOD)) {
            next.start();
            town.awaitNothingPending();
        }
        assertThat(town.witness.taken()).hasSize(filed.size());
        town.assertNothingToldTwice();
    }

    @Test
    void pausesGrowAndVary() {
        BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1));
        for (int n = 0; n < 100; n++) {
            assertThat(backOff.after(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
            assertThat(backOff.after(3)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
            assertThat(backOff.after(1_000)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream().map(Message::id).toList();
    }
}

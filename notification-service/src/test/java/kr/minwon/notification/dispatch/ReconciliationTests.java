package kr.minwon.notification.dispatch;

import static kr.minwon.notification.message.MessageMother.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.mailing.MailingState;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that can be asked ends the doubts that it knows about. */
class ReconciliationTests {
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(2);
    private static final FaultyMessages.Mood FINE = new FaultyMessages.Mood() {};

    private final MemoryMessages store = new MemoryMessages();
    private final MemoryCases cases = new MemoryCases();
    private final QuietMeter meter = new QuietMeter();
    private final List<Message> queued = new ArrayList<>();
    private final List<Inquiry.Question> questions = new ArrayList<>();
    private final List<Reconciliation> open = new ArrayList<>();
    private Instant now = AT.plusSeconds(600);
    private Wishes wishes = Wishes.NONE;

    @AfterEach
    void close() {
        open.forEach(Reconciliation::close);
    }

    /** One provider's memory, as a process that has just started asks it. */
    private Reconciliation asking(Function<Inquiry.Question, Fate> answer) {
        return asking("smpp", answer);
    }

    private Reconciliation asking(String provider, Function<Inquiry.Question, Fate> answer) {
        ReconciliationSettings settings = new ReconciliationSettings(
                Duration.ofMillis(20),
                3,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                Duration.ofDays(2),
                2,
                Duration.ofMinutes(3));
        Reconciliation made = new Reconciliation(
                store,
                new LaterTexts(cases, store),
                wishes,
                List.of(inquiry(provider, answer)),
                phone -> phone,
                settings,
                meter,
                new Ticking(),
                queued::add);
        open.add(made);
        return made;
    }

    private Inquiry inquiry(String provider, Function<Inquiry.Question, Fate> answer) {
        return new Inquiry() {
            @Override
            public String provider() {
                return provider;
            }

            @Override
            public Duration settledAfter() {
                return SETTLED_AFTER;
            }

            @Override
            public Fate ask(Question question) {
                questions.add(question);
                return answer.apply(question);
            }
        };
    }

    /** Stands still until the test moves it. */
    private final class Ticking extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Message unknown() {
        Message message = MessageMother.in(MessageState.UNKNOWN);
        store.add(message);
        return message;
    }

    private Message now(Message message) {
        return store.find(message.id()).orElseThrow();
    }

    @Test
    void asksByOurReferencesAndThePhone() {
        Message message = unknown();
        asking(question -> new Fate.CannotTell("two fit")).ask();
        assertThat(questions)
                .containsExactly(new Inquiry.Question(message.id(), message.reference(1), MessageMother.PHONE, AT));
        assertThat(questions.getFirst().toString()).doesNotContain(MessageMother.PHONE);
    }

    @Test
    void whatTheProviderTookIsAcceptedUnderItsIdAndItsReceiptFindsIt() {
        Message message = unknown();
        asking(question -> new Fate.Took("77")).ask();
        assertThat(now(message).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(store.findByProviderId("smpp", "77")).contains(now(message));
        assertThat(queued).isEmpty();
    }

    @Test
    void whatHasEndedIsDeliveredOrFailed() {
        Message delivered = unknown();
        Message failed = unknown();
        asking(question -> new Fate.Ended(
                        "77" + question.reference(),
                        question.handOverId().equals(failed.id())
                                ? MessageMother.undelivered()
                                : MessageMother.delivered()))
                .ask();
        assertThat(now(delivered).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(now(failed).state()).isEqualTo(MessageState.FAILED);
        assertThat(now(failed).progress().reason())
                .isEqualTo(MessageMother.undelivered().reason());
    }

    @Test
    void whatWasNeverTakenGoesOutAnew() {
        Message message = unknown();
        asking(question -> new Fate.NeverTook()).ask();
        assertThat(now(message).state()).isEqualTo(MessageState.QUEUED);
        assertThat(now(message).earlier().getFirst().decision())
                .isEqualTo(new Decision(Decision.What.NEVER_TAKEN, "smpp", "smpp", now));
        assertThat(queued).containsExactly(now(message));
    }

    private Message unknownOfMailing() {
        Message message =
                MessageMother.ofMailing("m1", "c1:abc").sending("1", "smpp", AT).unknown(MessageMother.NO_ANSWER);
        store.add(message);
        return message;
    }

    /** @param state of every mailing */
    private static Wishes ofMailing(MailingState state) {
        return new Wishes() {
            @Override
            public Optional<Reason> refusal(Message message, String phone) {
                return Optional.empty();
            }

            @Override
            public Optional<Reason> refusal(Message message) {
                return state == MailingState.CANCELLED
                        ? Optional.of(new Reason("called off", Cause.CALLED_OFF))
                        : Optional.empty();
            }

            @Override
            public boolean mayGoAgain(Message message) {
                return !state.isOver();
            }
        };
    }

    @Test
    void oneOfAMailingIsAskedAboutAndEndsAsItDid() {
        Message message = unknownOfMailing();
        assertThat(message.awaitsDecision()).isFalse();
        asking(question -> new Fate.Took("77")).ask();
        assertThat(now(message).state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(store.findByProviderId("smpp", "77")).contains(now(message));
    }

    @ParameterizedTest
    @CsvSource({"SENDING,QUEUED,", "PAUSED,QUEUED,", "DONE,FAILED,NEVER_TAKEN", "CANCELLED,DROPPED,CALLED_OFF"})
    void oneOfAMailingThatWasNeverTakenGoesOutAnewOnlyWhileTheMailingDoes(
            MailingState mailing, MessageState becomes, @Nullable Cause cause) {
        wishes = ofMailing(mailing);
        Message message = unknownOfMailing();
        asking(question -> new Fate.NeverTook()).ask();
        assertThat(now(message).state()).isEqualTo(becomes);
        Reason why = now(message).progress().reason();
        assertThat(why == null ? null : why.cause()).isEqualTo(cause);
        assertThat(queued).hasSize(becomes == MessageState.QUEUED ? 1 : 0);
    }

    /** So many times its provider says that it never had it; whenever it goes out anew it is in doubt again. */
    private void neverTaken(Message message, int times) {
        for (int n = 1; n <= times; n++) {
            asking(question -> new Fate.NeverTook()).ask();
            Message after = now(message);
            if (after.state() == MessageState.QUEUED) {
                store.advance(after, after.sending("1", "smpp", AT));
                Message sending = now(message);
                store.advance(sending, sending.unknown(MessageMother.NO_ANSWER));
            }
        }
    }

    @Test
    void oneOfAMailingThatIsNeverTakenFailsAtLastAndIsNobodysToDecide() {
        Message message = unknownOfMailing();
        neverTaken(message, 3);
        assertThat(now(message).attempt()).isEqualTo(3);
        assertThat(now(message).state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void aCodeIsNotAskedAbout() {
        Message code = MessageMother.code("v1").sending("1", "smpp", AT).unknown(MessageMother.NO_ANSWER);
        store.add(code);
        asking(question -> new Fate.NeverTook()).ask();
        assertThat(questions).isEmpty();
    }

    @Test
    void thatItWasNeverTakenIsNotBelievedTooEarly() {
        Message message = unknown();
        now = AT.plus(SETTLED_AFTER);
        Reconciliation asking = asking(question -> new Fate.NeverTook());
        asking.ask();
        assertThat(now(message).state()).isEqualTo(MessageState.UNKNOWN);
        now = now.plusSeconds(31);
        asking.ask();
        assertThat(now(message).state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void whatWasNeverTakenAndIsOvertakenIsDropped() {
        Message message = unknown();
        String id = message.ofCase().complaintId();
        Message answered = MessageMother.message(id, "answered.1", "received.1", AT);
        store.add(answered);
        cases.put(CaseRecord.opened(message.ofCase(), "sealed", true, MessageMother.AT, Spoken.KOREAN)
                .after(Step.RECEIVED, 1, message.id())
                .after(Step.ANSWERED, 1, answered.id()));
        asking(question -> new Fate.NeverTook()).ask();
        assertThat(now(message).state()).isEqualTo(MessageState.DROPPED);
        assertThat(queued).isEmpty();
    }

    @Test
    void afterTwiceAPersonDecides() {
        Message message = unknown();
        neverTaken(message, 4);
        assertThat(now(message).attempt()).isEqualTo(3);
        assertThat(now(message).awaitsDecision()).isTrue();
    }

    @Test
    void theSameIsAskedAgainAfterGrowingPauses() {
        unknown();
        Reconciliation asking = asking(question -> new Fate.CannotTell("not yet"));
        List<Instant> asked = new ArrayList<>();
        for (int second = 0; second < 600; second++) {
            int before = questions.size();
            asking.ask();
            if (questions.size() > before) {
                asked.add(now);
            }
            now = now.plusSeconds(1);
        }
        assertThat(asked).hasSizeBetween(4, 7);
        Duration first = Duration.between(asked.get(0), asked.get(1));
        Duration third = Duration.between(asked.get(2), asked.get(3));
        assertThat(first).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(31));
        assertThat(third).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(121));
    }

    @Test
    void aProviderThatIsAwayIsLeftAloneAsLongAsItSays() {
        unknown();
        unknown();
        Reconciliation asking = asking(question -> new Fate.Away("429", Duration.ofMinutes(5)));
        asking.ask();
        assertThat(questions).hasSize(1);
        now = now.plusSeconds(299);
        asking.ask();
        assertThat(questions).hasSize(1);
        now = now.plusSeconds(2);
        asking.ask();
        assertThat(questions).hasSize(2);
    }

    @Test
    void everyOneIsAskedAboutAFewAtATime() {
        List<Message> all = Stream.generate(this::unknown).limit(8).toList();
        Reconciliation asking = asking(question -> new Fate.CannotTell("not yet"));
        IntStream.range(0, 3).forEach(round -> {
            int before = questions.size();
            asking.ask();
            assertThat(questions.size() - before).isLessThanOrEqualTo(3);
        });
        assertThat(questions.stream().map(Inquiry.Question::handOverId))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Message::id).toList());
    }

    @Test
    void whatIsTooOldOrDecidedOrAnotherProvidersIsNotAskedAbout() {
        Message left = unknown();
        store.advance(left, left.left(MessageMother.leave()));
        asking(question -> new Fate.Took("77")).ask();
        unknown();
        asking("other", question -> new Fate.Took("77")).ask();
        now = AT.plus(Duration.ofDays(3));
        asking(question -> new Fate.Took("77")).ask();
        assertThat(questions).isEmpty();
    }

    @Test
    void aPersonOrAReceiptThatIsFirstWins() {
        Message message = unknown();
        asking(question -> {
                    store.advance(message, message.received(1, MessageMother.delivered(), "9"));
                    return new Fate.NeverTook();
                })
                .ask();
        assertThat(now(message).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(queued).isEmpty();
    }

    @Test
    void anAdapterThatThrowsHindersNothing() {
        Message message = unknown();
        Reconciliation asking = asking(question -> {
            if (questions.size() == 1) {
                throw new IllegalStateException("a bug");
            }
            return new Fate.Took("77");
        });
        asking.ask();
        assertThat(now(message).state()).isEqualTo(MessageState.UNKNOWN);
        asking.ask();
        assertThat(now(message).state()).isEqualTo(MessageState.ACCEPTED);
    }

    static Stream<Arguments> everyPoint() {
        return Stream.of(Life.Point.values())
                .filter(point -> point != Life.Point.NEVER)
                .flatMap(point -> IntStream.of(0, 3, 11).mapToObj(times -> Arguments.of(point, times)));
    }

    /** Rows 5, 6, 15 and 16 of the promises, with a provider that remembers what it took and may be asked. */
    @ParameterizedTest
    @MethodSource("everyPoint")
    void killedAnywhereEachTextArrivesOnceAndNothingIsLeftInDoubt(Life.Point point, int times) throws Exception {
        Town town = new Town();
        List<Message> filed = town.file(10);
        Life killed = new Life(point, times);
        town.process("1", killed, FINE, lossy(times)).start();
        killed.awaitEnd();
        try (Dispatcher next = town.process("1", Life.endless(), FINE, lossy(times + 1));
                Reconciliation asking = new Reconciliation(
                        town.store,
                        new LaterTexts(cases, town.store),
                        Wishes.NONE,
                        List.of(remembering(town.witness)),
                        phone -> phone,
                        new ReconciliationSettings(
                                Duration.ofMillis(10),
                                50,
                                Duration.ofMillis(10),
                                Duration.ofMillis(40),
                                Duration.ofDays(2),
                                4,
                                Duration.ofMinutes(3)),
                        meter,
                        Clock.systemUTC(),
                        next::offer)) {
            next.start();
            asking.start();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(town.in(MessageState.ACCEPTED)).hasSize(filed.size()));
        }
        assertThat(town.store.all())
                .allSatisfy(message -> assertThat(IntStream.rangeClosed(1, message.attempt())
                                .filter(number -> town.witness.counts().containsKey(message.handOverId(number)))
                                .count())
                        .as(message.id())
                        .isEqualTo(1));
        town.assertNothingToldTwice();
    }

    /** Loses the answer to some of what it takes, and some before it takes them. */
    private static Witness.Temper lossy(int seed) {
        Random random = new Random(seed);
        return new Witness.Temper() {
            @Override
            public synchronized Optional<Provider.Handover> refusal(Provider.Submission submission) {
                return random.nextInt(8) == 0
                        ? Optional.of(new Provider.Handover.Unknown(MessageMother.NO_ANSWER))
                        : Optional.empty();
            }

            @Override
            public synchronized Provider.Handover answer(Provider.Submission submission, String id) {
                return random.nextInt(8) == 0
                        ? new Provider.Handover.Unknown(MessageMother.NO_ANSWER)
                        : new Provider.Handover.Accepted(id);
            }
        };
    }

    private static Inquiry remembering(Witness witness) {
        return new Inquiry() {
            @Override
            public String provider() {
                return "witness";
            }

            @Override
            public Duration settledAfter() {
                return Duration.ofMillis(1);
            }

            @Override
            public Fate ask(Question question) {
                return witness.counts().containsKey(question.handOverId())
                        ? new Fate.Took("asked " + question.handOverId())
                        : new Fate.NeverTook();
            }
        };
    }
}

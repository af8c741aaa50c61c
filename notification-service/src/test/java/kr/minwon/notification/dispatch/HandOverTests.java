package kr.minwon.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import org.junit.jupiter.api.Test;

/** One hand-over, whose claim or record is hindered. */
class HandOverTests {
    private static final FaultyMessages.Mood FINE = new FaultyMessages.Mood() {};
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MemoryMessages store = new MemoryMessages();
    private final HandClock clock = new HandClock(MessageMother.AT);
    private final List<String> taken = new ArrayList<>();
    private final Message message = MessageMother.received();
    private final Lane lane = new Lane(message.lane());

    private HandOver handOver(FaultyMessages.Mood mood) {
        return new HandOver(
                new FaultyMessages(store, Life.endless(), mood),
                "1",
                phone -> phone,
                MessageMother.templates(),
                new DailyCap(1_000_000, Clock.systemUTC()),
                Wishes.NONE,
                Duration.ofMinutes(1),
                new QuietMeter(),
                clock,
                () -> false);
    }

    /** Its first claim is stored, and the answer lost. */
    private static FaultyMessages.Mood losesFirstClaim() {
        return new FaultyMessages.Mood() {
            private boolean lost;

            @Override
            public boolean failsAfter(Message after) {
                boolean first = !lost && after.state() == MessageState.SENDING;
                lost |= first;
                return first;
            }
        };
    }

    private Choice.Chosen turn(String provider, Provider.Handover answer) throws InterruptedException {
        return turn(provider, () -> answer);
    }

    private Choice.Chosen turn(String provider, Supplier<Provider.Handover> answer) throws InterruptedException {
        Provider one = new Named(provider, () -> {
            taken.add(provider);
            return answer.get();
        });
        return Town.choice(List.of(one), Town.settings(10))
                .turn("0623607114", message.outgoing(), message.urgency(), name -> false, PATIENCE)
                .orElseThrow();
    }

    private Choice.Chosen turn(String provider) throws InterruptedException {
        return turn(provider, new Provider.Handover.Unknown(MessageMother.NO_ANSWER));
    }

    private Message stored() {
        return store.find(message.id()).orElseThrow();
    }

    private record Named(String name, Supplier<Provider.Handover> submit) implements PlainProvider {
        @Override
        public Optional<Turn> turn() {
            return PlainProvider.turn(submission -> submit.get());
        }
    }

    @Test
    void aClaimInDoubtIsClaimedAnewForTheProviderThatIsGivenTheText() throws Exception {
        store.add(message);
        HandOver handOver = handOver(losesFirstClaim());
        Choice.Chosen first = turn("solapi");
        assertThatThrownBy(() -> handOver.of(message, lane, first)).isInstanceOf(FaultyMessages.StoreAway.class);
        assertThat(stored().progress().provider()).isEqualTo("solapi");
        assertThat(taken).isEmpty();
        assertThat(handOver.isUnderWay(message.id())).isTrue();

        clock.pass(Duration.ofMinutes(7));
        handOver.of(message, lane, turn("smpp"));

        assertThat(taken).containsExactly("smpp");
        assertThat(stored().state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(stored().progress().provider()).isEqualTo("smpp");
        assertThat(stored().progress().sentAt()).isEqualTo(clock.instant());
        assertThat(handOver.isUnderWay(message.id())).isFalse();
    }

    @Test
    void aClaimInDoubtThatWasDeclaredUnknownMeanwhileIsNotSubmitted() throws Exception {
        store.add(message);
        HandOver handOver = handOver(losesFirstClaim());
        Choice.Chosen first = turn("solapi");
        assertThatThrownBy(() -> handOver.of(message, lane, first)).isInstanceOf(FaultyMessages.StoreAway.class);
        Message sending = stored();
        store.advance(sending, sending.unknown(MessageMother.NO_ANSWER));

        assertThat(handOver.of(message, lane, turn("solapi"))).isEqualTo(new HandOver.Result.Done(false));

        assertThat(taken).isEmpty();
        assertThat(stored().state()).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void aClaimThatTheStoreNeverGotIsMadeAsIfForTheFirstTime() throws Exception {
        store.add(message);
        HandOver handOver = handOver(new FaultyMessages.Mood() {
            private boolean failed;

            @Override
            public boolean failsBefore(Message after) {
                boolean first = !failed;
                failed = true;
                return first;
            }
        });
        Choice.Chosen first = turn("solapi");
        assertThatThrownBy(() -> handOver.of(message, lane, first)).isInstanceOf(FaultyMessages.StoreAway.class);

        Provider.Handover accepted = new Provider.Handover.Accepted("7");
        assertThat(handOver.of(message, lane, turn("smpp", accepted))).isEqualTo(new HandOver.Result.Done(true));

        assertThat(stored().progress().provider()).isEqualTo("smpp");
        assertThat(lane.isClaimInDoubt()).isFalse();
    }

    @Test
    void aClaimOfAnotherInstanceIsLeftToIt() throws Exception {
        store.add(message);
        Message others = store.advance(message, message.sending("2", "solapi", Instant.EPOCH))
                .orElseThrow();
        lane.claimInDoubt(true);

        handOver(FINE).of(message, lane, turn("smpp"));

        assertThat(taken).isEmpty();
        assertThat(stored()).isEqualTo(others);
    }

    /** Given up by another instance while it is under way here. */
    private Provider.Handover givenUp(Provider.Handover answer) {
        Message sending = stored();
        store.advance(sending, sending.unknown(MessageMother.NO_ANSWER));
        return answer;
    }

    @Test
    void anAnswerThatComesAfterAllEndsTheDoubtThatOthersDeclared() throws Exception {
        store.add(message);
        HandOver.Result result =
                handOver(FINE).of(message, lane, turn("smpp", () -> givenUp(new Provider.Handover.Accepted("7"))));
        assertThat(result).isEqualTo(new HandOver.Result.Done(true));
        assertThat(stored().state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(stored().progress().providerMessageId()).isEqualTo("7");
    }

    @Test
    void aRefusalThatComesAfterAllEndsItToo() throws Exception {
        store.add(message);
        handOver(FINE).of(message, lane, turn("smpp", () -> givenUp(new Provider.Handover.Refused("no"))));
        assertThat(stored().state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void aNotNowThatComesAfterAllLeavesItToWhoeverDecides() throws Exception {
        store.add(message);
        handOver(FINE).of(message, lane, turn("smpp", () -> givenUp(new Provider.Handover.Busy("later", false))));
        assertThat(stored().state()).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void anAnswerOfAnEarlierHandOverSaysNothingOfTheOneThatWasDecided() throws Exception {
        store.add(message);
        handOver(FINE).of(message, lane, turn("smpp", () -> {
            Message unknown = stored();
            unknown = store.advance(unknown, unknown.unknown(MessageMother.NO_ANSWER))
                    .orElseThrow();
            store.advance(unknown, unknown.again(MessageMother.resend()));
            return new Provider.Handover.Accepted("7");
        }));
        assertThat(stored().state()).isEqualTo(MessageState.QUEUED);
        assertThat(stored().attempt()).isEqualTo(2);
    }

    @Test
    void nothingIsSubmittedLongAfterItsClaimWhenOthersMayHaveGivenItUp() throws Exception {
        store.add(message);
        FaultyMessages.Mood stoodStill = new FaultyMessages.Mood() {
            @Override
            public boolean failsAfter(Message after) {
                if (after.state() == MessageState.SENDING) {
                    clock.pass(Duration.ofMinutes(20));
                }
                return false;
            }
        };
        assertThat(handOver(stoodStill).of(message, lane, turn("smpp"))).isInstanceOf(HandOver.Result.Queued.class);
        assertThat(taken).isEmpty();
        assertThat(stored().state()).isEqualTo(MessageState.QUEUED);
    }
}

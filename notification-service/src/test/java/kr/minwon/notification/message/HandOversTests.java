package kr.minwon.notification.message;

import static kr.minwon.notification.message.MessageMother.AT;
import static kr.minwon.notification.message.MessageMother.delivered;
import static kr.minwon.notification.message.MessageMother.leave;
import static kr.minwon.notification.message.MessageMother.resend;
import static kr.minwon.notification.message.MessageMother.undelivered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A message that is handed over more than once, because somebody decided so. */
class HandOversTests {
    private static Message second(MessageState state) {
        Message again = MessageMother.again();
        Message sending = again.sending("1", "smpp", AT.plusSeconds(70));
        return switch (state) {
            case QUEUED -> again;
            case SENDING -> sending;
            case ACCEPTED -> sending.accepted("18", AT);
            case UNKNOWN -> sending.unknown(MessageMother.NO_ANSWER);
            case DELIVERED -> sending.accepted("18", AT).received(2, delivered(), "18");
            case FAILED -> sending.failed(Reason.of("refused"));
            case DROPPED -> again.dropped(Reason.of("stale"));
        };
    }

    @Test
    void theFirstKeepsItsRecordWithWhoDecided() {
        Message again = MessageMother.again();
        assertThat(again.state()).isEqualTo(MessageState.QUEUED);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.attempt(1).state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(again.attempt(1).decision()).isEqualTo(resend());
        assertThat(again.progress()).isEqualTo(Progress.QUEUED);
        assertThat(again.waitingSince()).isEqualTo(resend().at());
    }

    @Test
    void eachHasAnIdAndAReferenceOfItsOwn() {
        Message again = MessageMother.again();
        assertThat(again.handOverId(1)).isEqualTo(again.id());
        assertThat(again.handOverId(2)).isEqualTo(again.id() + "#2");
        assertThat(again.reference(1)).isNotEqualTo(again.reference(2)).isBetween(0, 0xFFFF);
    }

    @ParameterizedTest
    @EnumSource(value = MessageState.class, names = "SENDING", mode = EnumSource.Mode.EXCLUDE)
    void onlyWhatIsBeingSentIsClaimedAnew(MessageState second) {
        assertThatIllegalStateException().isThrownBy(() -> second(second).sendingAgain("solapi", AT));
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void onceTheFirstIsKnownToHaveArrivedTheMessageIsDeliveredUnlessItIsBeingHandedOver(MessageState second) {
        Message heard = second(second).received(1, delivered(), "9");
        assertThat(heard.state())
                .isEqualTo(second == MessageState.SENDING ? MessageState.SENDING : MessageState.DELIVERED);
        assertThat(heard.progress()).isEqualTo(second(second).progress());
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void thatTheFirstFailedChangesNothingButALaterFailure(MessageState second) {
        Message heard = second(second).received(1, undelivered(), "9");
        assertThat(heard.state()).isEqualTo(second);
    }

    @Test
    void whatFailedTheSecondTimeIsInDoubtWhileTheFirstMayStillHaveArrived() {
        Message failed = second(MessageState.FAILED);
        assertThat(failed.state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(failed.awaitsDecision()).isTrue();
        assertThat(failed.again(resend()).attempt()).isEqualTo(3);
        assertThat(failed.left(leave()).awaitsDecision()).isFalse();
    }

    @Test
    void whatIsDroppedTheSecondTimeIsInDoubtToo() {
        Message dropped = second(MessageState.DROPPED);
        assertThat(dropped.state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(dropped.received(1, delivered(), "9").state()).isEqualTo(MessageState.DELIVERED);
        assertThat(dropped.received(1, undelivered(), "9").state()).isEqualTo(MessageState.DROPPED);
    }

    @Test
    void itsReceiptIsTheOneThatSaysItArrived() {
        Message both = second(MessageState.ACCEPTED).received(2, undelivered(), "18");
        assertThat(both.receipt()).isEqualTo(undelivered());
        assertThat(both.received(1, delivered(), "9").receipt()).isEqualTo(delivered());
    }

    @Test
    void whatIsLeftIsStillEndedByAReceipt() {
        Message left = MessageMother.in(MessageState.UNKNOWN).left(leave());
        assertThat(left.state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(left.received(1, delivered(), "9").state()).isEqualTo(MessageState.DELIVERED);
        assertThat(left.received(1, delivered(), "9").progress().decision()).isEqualTo(leave());
    }

    @Test
    void aDecisionIsTakenOnceAndOnlyInDoubt() {
        Message left = MessageMother.in(MessageState.UNKNOWN).left(leave());
        assertThatIllegalStateException().isThrownBy(() -> left.left(leave()));
        assertThatIllegalStateException().isThrownBy(() -> left.again(resend()));
        assertThatIllegalStateException().isThrownBy(() -> MessageMother.again().again(resend()));
        for (MessageState state : MessageState.values()) {
            if (state != MessageState.UNKNOWN) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> MessageMother.in(state).again(resend()));
                assertThatIllegalStateException()
                        .isThrownBy(() -> MessageMother.in(state).left(leave()));
            }
        }
    }

    @Test
    void whatTheProviderNeverTookHasFailedThatTime() {
        Decision never = new Decision(Decision.What.NEVER_TAKEN, "solapi", "solapi", AT);
        Message again = MessageMother.in(MessageState.UNKNOWN).again(never);
        assertThat(again.attempt(1).state()).isEqualTo(MessageState.FAILED);
        assertThat(again.attempt(1).reason()).isEqualTo(new Reason("never taken", Cause.NEVER_TAKEN));
        assertThat(again.sending("1", "solapi", AT).failed(Reason.of("refused")).state())
                .isEqualTo(MessageState.FAILED);
    }

    @Test
    void itIsHandedOverSoManyTimesAtMost() {
        Message message = MessageMother.in(MessageState.UNKNOWN);
        while (message.attempt() < Message.MOST_ATTEMPTS) {
            message = message.again(resend()).sending("1", "smpp", AT).unknown(MessageMother.NO_ANSWER);
        }
        Message last = message;
        assertThatIllegalStateException().isThrownBy(() -> last.again(resend()));
        assertThat(last.left(leave()).awaitsDecision()).isFalse();
    }

    @Test
    void othersHearOfEachEndAndOfWhatWasLeftButNotOfWhatWaitsAgain() {
        Message unknown = MessageMother.in(MessageState.UNKNOWN);
        assertThat(unknown.left(leave()).isNewsAfter(unknown)).isTrue();
        assertThat(unknown.again(resend()).isNewsAfter(unknown)).isFalse();
        assertThat(unknown.received(1, delivered(), "9").isNewsAfter(unknown)).isTrue();
        Message delivered = second(MessageState.DELIVERED);
        assertThat(delivered.received(1, delivered(), "9").isNewsAfter(delivered))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Decision.What.class)
    void decisionsAreFoundByTheirWireNames(Decision.What what) {
        assertThat(Decision.What.of(what.wireName())).isEqualTo(what);
    }

    /** The pages have a sentence for each of that list. */
    @Test
    void causesAreThoseOfTheContract() throws IOException {
        try (InputStream contract =
                Objects.requireNonNull(getClass().getResourceAsStream("/contracts/message-causes.txt"))) {
            assertThat(new String(contract.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            Arrays.stream(Cause.values()).map(Cause::wireName).toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void causesAreFoundByTheirWireNames(Cause cause) {
        assertThat(Cause.of(cause.wireName())).isEqualTo(cause);
        assertThat(cause.wireName()).matches("[a-z-]+");
    }
}

package kr.minwon.notification.message;

import static kr.minwon.notification.message.MessageMother.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageStateTests {
    private static final Map<MessageState, Set<MessageState>> ALLOWED = Map.of(
            MessageState.QUEUED, EnumSet.of(MessageState.SENDING, MessageState.DROPPED),
            MessageState.SENDING,
                    EnumSet.of(MessageState.QUEUED, MessageState.ACCEPTED, MessageState.UNKNOWN, MessageState.FAILED),
            MessageState.ACCEPTED, EnumSet.of(MessageState.DELIVERED, MessageState.FAILED),
            MessageState.UNKNOWN,
                    EnumSet.of(
                            MessageState.ACCEPTED, MessageState.DELIVERED, MessageState.FAILED, MessageState.DROPPED),
            MessageState.DELIVERED, EnumSet.noneOf(MessageState.class),
            MessageState.FAILED, EnumSet.noneOf(MessageState.class),
            MessageState.DROPPED, EnumSet.noneOf(MessageState.class));

    static Stream<Arguments> everyPair() {
        return Stream.of(MessageState.values())
                .flatMap(from -> Stream.of(MessageState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void goesOnlyWhereItMay(MessageState from, MessageState to) {
        assertThat(from.mayBecome(to))
                .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void theVerbsRefuseWhatTheStateRefuses(MessageState from, MessageState to) {
        Message message = MessageMother.in(from);
        assertThat(message.state()).isEqualTo(from);
        if (from.mayBecome(to)) {
            assertThat(become(message, to).state()).isEqualTo(to);
        } else {
            assertThatIllegalStateException().isThrownBy(() -> become(message, to));
        }
    }

    private static Message become(Message message, MessageState to) {
        return switch (to) {
            case QUEUED -> message.putBack();
            case SENDING -> message.sending("1", "smpp", AT);
            case ACCEPTED -> message.accepted("17", AT);
            case UNKNOWN -> message.unknown(MessageMother.NO_ANSWER);
            case DELIVERED -> message.received(1, MessageMother.delivered(), "17");
            case FAILED ->
                message.state() == MessageState.SENDING
                        ? message.failed(Reason.of("refused"))
                        : message.received(1, MessageMother.undelivered(), "17");
            case DROPPED -> message.dropped(Reason.of("stale"));
        };
    }

    @Test
    void aRankIsNeverLowerLaterExceptForADefiniteNotNowAndAProviderThatWasAsked() {
        ALLOWED.forEach((from, next) -> next.stream()
                .filter(to -> to != MessageState.QUEUED)
                .filter(to -> from != MessageState.UNKNOWN || to != MessageState.ACCEPTED)
                .forEach(to -> assertThat(to.rank()).isGreaterThan(from.rank())));
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void isFoundByItsWireName(MessageState state) {
        assertThat(MessageState.of(state.wireName())).isEqualTo(state);
    }

    @Test
    void othersAreToldOnlyOfWhatIsOver() {
        assertThat(Stream.of(MessageState.values()).filter(MessageState::isTold))
                .containsExactly(
                        MessageState.UNKNOWN, MessageState.DELIVERED, MessageState.FAILED, MessageState.DROPPED);
    }

    @Test
    void theNextTextGoesOnceThisOneIsWithTheProviderOrOver() {
        assertThat(Stream.of(MessageState.values()).filter(state -> !state.letsTheNextGo()))
                .containsExactly(MessageState.QUEUED, MessageState.SENDING);
    }

    @Test
    void aReceiptIsDeliveredOrFailed() {
        assertThat(Stream.of(MessageState.values()).filter(state -> {
                    try {
                        return new Receipt(state, AT, null).state() == state;
                    } catch (IllegalArgumentException refused) {
                        return false;
                    }
                }))
                .containsExactly(MessageState.DELIVERED, MessageState.FAILED);
    }

    @Test
    void putBackItIsAsItWas() {
        Message queued = MessageMother.received();
        assertThat(queued.sending("1", "smpp", AT).putBack()).isEqualTo(queued);
    }
}

package kr.minwon.notification.dispatch;

import static kr.minwon.notification.message.MessageMother.AT;
import static kr.minwon.notification.message.MessageMother.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiptsTests {
    private final MemoryMessages store = new MemoryMessages();
    private final QuietMeter meter = new QuietMeter();
    private final MemoryEarlyReceipts early = new MemoryEarlyReceipts();
    private final HandClock clock = new HandClock(AT);
    private Receipts receipts = process();

    /** A process with those stores. */
    private Receipts process() {
        Receipts process = new Receipts(store, early, phone -> phone, Town.settings(1), meter, clock);
        process.start();
        return process;
    }

    /** Nothing that any receipt could be of is under way any more. */
    private void longAfter() {
        clock.pass(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        receipts.close();
    }

    private static Receipts.Notice notice(String id, MessageState state, @Nullable Integer reference) {
        return new Receipts.Notice("smpp", id, PHONE, reference, new Receipt(state, AT, null));
    }

    private Message stored(MessageState state) {
        Message message = MessageMother.in(state);
        store.add(message);
        return message;
    }

    private MessageState stateOf(Message message) {
        return store.find(message.id()).orElseThrow().state();
    }

    @Test
    void endsWhatWasAccepted() {
        Message message = stored(MessageState.ACCEPTED);
        assertThat(receipts.on(notice("17", MessageState.DELIVERED, null))).isTrue();
        assertThat(stateOf(message)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aSecondOneDoesNothing() {
        Message message = stored(MessageState.ACCEPTED);
        receipts.on(notice("17", MessageState.DELIVERED, null));
        long version = store.find(message.id()).orElseThrow().version();
        assertThat(receipts.on(notice("17", MessageState.DELIVERED, null))).isTrue();
        assertThat(receipts.on(notice("17", MessageState.FAILED, null))).isTrue();
        assertThat(store.find(message.id()).orElseThrow().version()).isEqualTo(version);
        assertThat(meter.receipts).hasValue(1);
    }

    @Test
    void oneThatOvertakesTheAnswerIsKeptUntilThatIsStored() {
        Message sending = stored(MessageState.SENDING);
        assertThat(receipts.on(notice("17", MessageState.DELIVERED, null))).isTrue();
        assertThat(receipts.on(notice("17", MessageState.DELIVERED, null))).isTrue();
        assertThat(stateOf(sending)).isEqualTo(MessageState.SENDING);
        assertThat(store.advance(sending, sending.accepted("17", AT))).isPresent();
        await().until(() -> stateOf(sending) == MessageState.DELIVERED);
        assertThat(meter.receipts).hasValue(1);
    }

    @Test
    void oneThatOvertakesTheAnswerOutlivesTheProcessThatAcknowledgedIt() {
        Message sending = stored(MessageState.SENDING);
        assertThat(receipts.on(notice("17", MessageState.DELIVERED, null))).isTrue();
        receipts.close();
        store.advance(sending, sending.accepted("17", AT));
        clock.pass(Duration.ofMinutes(1));

        receipts = process();

        await().until(() -> stateOf(sending) == MessageState.DELIVERED);
        assertThat(early.count(1)).isZero();
    }

    @Test
    void oneOfWhatAnInstanceThatIsGoneWasSendingWaitsUntilThatIsInDoubt() {
        Message sending = stored(MessageState.SENDING);
        assertThat(receipts.on(notice("99", MessageState.DELIVERED, sending.reference(1))))
                .isTrue();
        clock.pass(Duration.ofMinutes(15));
        await().during(Duration.ofMillis(700)).until(() -> early.count(1) == 1);
        store.advance(sending, sending.unknown(MessageMother.NO_ANSWER));
        await().until(() -> stateOf(sending) == MessageState.DELIVERED);
        assertThat(meter.strays).hasValue(0);
        assertThat(early.count(1)).isZero();
    }

    @Test
    void oneThatCannotBeStoredIsNotAcknowledged() {
        stored(MessageState.SENDING);
        early.away(true);
        assertThatThrownBy(() -> receipts.on(notice("17", MessageState.DELIVERED, null)))
                .isInstanceOf(FaultyMessages.StoreAway.class);
        early.away(false);
        assertThat(receipts.on(notice("17", MessageState.DELIVERED, null))).isTrue();
    }

    @Test
    void oneIsNoStrayBecauseTheStoreIsAwayWhenItsTimeIsOver() {
        Message sending = stored(MessageState.SENDING);
        assertThat(receipts.on(notice("17", MessageState.DELIVERED, null))).isTrue();
        store.away(true);
        longAfter();
        await().during(Duration.ofMillis(700)).until(() -> meter.strays.get() == 0 && early.count(1) == 1);
        store.away(false);
        store.advance(sending, sending.accepted("17", AT));
        await().until(() -> stateOf(sending) == MessageState.DELIVERED);
        assertThat(meter.strays).hasValue(0);
    }

    @Test
    void whereThereIsNoRoomTheProviderIsToBringItAgain() {
        IntStream.range(0, 10_000).forEach(n -> early.keep(notice("full " + n, MessageState.DELIVERED, 1), AT));
        await().until(() -> !receipts.on(notice("17", MessageState.DELIVERED, 1)));
    }

    @Test
    void oneOfAnIdThatNobodyGivesIsNotKept() {
        assertThat(receipts.on(notice("x".repeat(1_000), MessageState.DELIVERED, 1)))
                .isTrue();
        assertThat(meter.strays).hasValue(1);
        assertThat(early.count(1)).isZero();
    }

    @Test
    void endsADoubtByOurReference() {
        Message unknown = stored(MessageState.UNKNOWN);
        assertThat(receipts.on(notice("99", MessageState.DELIVERED, unknown.reference(1))))
                .isTrue();
        assertThat(stateOf(unknown)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aReferenceOfAnotherPhoneEndsNothing() {
        Message unknown = stored(MessageState.UNKNOWN);
        receipts.on(new Receipts.Notice(
                "smpp", "98", "01099998888", unknown.reference(1), new Receipt(MessageState.DELIVERED, AT, null)));
        assertThat(stateOf(unknown)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void aReferenceOfTwoInDoubtEndsNeither() {
        // "Aa" and "BB" have the same hash.
        Message one = inDoubt("case-Aa");
        Message other = inDoubt("case-BB");
        assertThat(one.reference(1)).isEqualTo(other.reference(1));
        receipts.on(notice("99", MessageState.DELIVERED, one.reference(1)));
        assertThat(stateOf(one)).isEqualTo(MessageState.UNKNOWN);
        assertThat(stateOf(other)).isEqualTo(MessageState.UNKNOWN);
    }

    private Message inDoubt(String complaintId) {
        Message message = MessageMother.message(complaintId, "received.1", null, AT)
                .sending("1", "smpp", AT)
                .unknown(MessageMother.NO_ANSWER);
        store.add(message);
        return message;
    }

    @Test
    void aFailureIsNotedWithItsReason() {
        Message message = stored(MessageState.ACCEPTED);
        receipts.on(new Receipts.Notice("smpp", "17", PHONE, null, MessageMother.undelivered()));
        assertThat(store.find(message.id()).orElseThrow().progress().reason())
                .isEqualTo(new Reason("UNDELIV 001", Cause.NO_SUCH_NUMBER));
    }

    @Test
    void withoutAReferenceItEndsTheOnlyDoubtAboutItsPhone() {
        Message unknown = stored(MessageState.UNKNOWN);
        assertThat(receipts.on(notice("99", MessageState.DELIVERED, null))).isTrue();
        // Not at once: it may be that of a text whose answer is not stored yet.
        assertThat(stateOf(unknown)).isEqualTo(MessageState.UNKNOWN);
        await().until(() -> stateOf(unknown) == MessageState.DELIVERED);
        long version = store.find(unknown.id()).orElseThrow().version();
        assertThat(receipts.on(notice("99", MessageState.DELIVERED, null))).isTrue();
        assertThat(store.find(unknown.id()).orElseThrow().version()).isEqualTo(version);
        assertThat(meter.receipts).hasValue(1);
    }

    @Test
    void aSecondCopyDoesNotEndTheDoubtThatIsLeft() {
        Message one = stored(MessageState.UNKNOWN);
        receipts.on(notice("99", MessageState.DELIVERED, null));
        await().until(() -> stateOf(one) == MessageState.DELIVERED);
        Message other = stored(MessageState.UNKNOWN);
        receipts.on(notice("99", MessageState.DELIVERED, null));
        await().during(Duration.ofMillis(400)).until(() -> stateOf(other) == MessageState.UNKNOWN);
    }

    @Test
    void whereTwoDoubtsFitBothStayAndItIsCounted() {
        Message one = stored(MessageState.UNKNOWN);
        Message other = stored(MessageState.UNKNOWN);
        receipts.on(notice("99", MessageState.DELIVERED, null));
        await().until(() -> meter.ambiguous.get() == 1);
        assertThat(stateOf(one)).isEqualTo(MessageState.UNKNOWN);
        assertThat(stateOf(other)).isEqualTo(MessageState.UNKNOWN);
        assertThat(meter.strays).hasValue(0);
    }

    @Test
    void aTextWhoseAnswerIsStoredMeanwhileGoesBeforeADoubt() {
        Message unknown = stored(MessageState.UNKNOWN);
        Message sending = stored(MessageState.SENDING);
        receipts.on(notice("17", MessageState.DELIVERED, null));
        store.advance(sending, sending.accepted("17", AT));
        await().until(() -> stateOf(sending) == MessageState.DELIVERED);
        assertThat(stateOf(unknown)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void oneFromBeforeTheHandOverOrLongAfterFitsNoDoubt() {
        Message unknown = stored(MessageState.UNKNOWN);
        for (Instant at : List.of(AT.minusSeconds(1), AT.plus(Duration.ofDays(4)))) {
            receipts.on(new Receipts.Notice(
                    "smpp", "id of " + at, PHONE, null, new Receipt(MessageState.DELIVERED, at, null)));
        }
        longAfter();
        await().until(() -> meter.strays.get() == 2);
        assertThat(stateOf(unknown)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void oneThatRepeatsAnotherReferenceFitsNoDoubt() {
        Message unknown = stored(MessageState.UNKNOWN);
        receipts.on(notice("99", MessageState.DELIVERED, unknown.reference(1) ^ 1));
        longAfter();
        await().until(() -> meter.strays.get() == 1);
        assertThat(stateOf(unknown)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void aLateOneOfTheFirstHandOverCancelsTheSecondThatWaits() {
        Message again = MessageMother.again();
        store.add(again);
        receipts.on(notice("99", MessageState.DELIVERED, again.reference(1)));
        Message now = store.find(again.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(now.earlier().getFirst().providerMessageId()).isEqualTo("99");
        assertThat(now.progress().state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void aFailureOfTheFirstHandOverLeavesTheSecondWaiting() {
        Message again = MessageMother.again();
        store.add(again);
        receipts.on(new Receipts.Notice("smpp", "99", PHONE, again.reference(1), MessageMother.undelivered()));
        Message now = store.find(again.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(MessageState.QUEUED);
        assertThat(now.earlier().getFirst().state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void theReceiptsOfBothHandOversAreToldApart() {
        Message second = MessageMother.again().sending("1", "smpp", AT).accepted("18", AT);
        store.add(second);
        receipts.on(new Receipts.Notice("smpp", "18", PHONE, null, MessageMother.undelivered()));
        assertThat(stateOf(second)).isEqualTo(MessageState.UNKNOWN);
        receipts.on(notice("99", MessageState.DELIVERED, second.reference(1)));
        receipts.on(notice("99", MessageState.DELIVERED, second.reference(1)));
        Message now = store.find(second.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(now.earlier().getFirst().state()).isEqualTo(MessageState.DELIVERED);
        assertThat(now.progress().state()).isEqualTo(MessageState.FAILED);
        assertThat(meter.receipts).hasValue(2);
    }

    @Test
    void saysNothingOfThePhone() {
        assertThat(notice("17", MessageState.DELIVERED, 1).toString()).doesNotContain(PHONE);
        assertThat(new Provider.Submission("id", 1, "062", PHONE, "글", kr.minwon.notification.message.Encoding.EUC_KR)
                        .toString())
                .doesNotContain(PHONE)
                .doesNotContain("글");
    }
}

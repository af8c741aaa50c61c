package kr.minwon.notification.dispatch;

import static kr.minwon.notification.message.MessageMother.AT;
import static kr.minwon.notification.message.MessageMother.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiptsTests {
    private final MemoryMessages store = new MemoryMessages();
    private final QuietMeter meter = new QuietMeter();
    private final Receipts receipts = new Receipts(store, phone -> phone, meter);

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
    void endsADoubtByOurReference() {
        Message unknown = stored(MessageState.UNKNOWN);
        assertThat(receipts.on(notice("99", MessageState.DELIVERED, unknown.reference())))
                .isTrue();
        assertThat(stateOf(unknown)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aReferenceOfAnotherPhoneEndsNothing() {
        Message unknown = stored(MessageState.UNKNOWN);
        receipts.on(new Receipts.Notice(
                "smpp", "98", "01099998888", unknown.reference(), new Receipt(MessageState.DELIVERED, AT, null)));
        assertThat(stateOf(unknown)).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void aReferenceOfTwoInDoubtEndsNeither() {
        // "Aa" and "BB" have the same hash.
        Message one = inDoubt("case-Aa");
        Message other = inDoubt("case-BB");
        assertThat(one.reference()).isEqualTo(other.reference());
        receipts.on(notice("99", MessageState.DELIVERED, one.reference()));
        assertThat(stateOf(one)).isEqualTo(MessageState.UNKNOWN);
        assertThat(stateOf(other)).isEqualTo(MessageState.UNKNOWN);
    }

    private Message inDoubt(String complaintId) {
        Message message = MessageMother.message(complaintId, "received.1", null, AT)
                .sending("1", "smpp", AT)
                .unknown("no answer");
        store.add(message);
        return message;
    }

    @Test
    void aFailureIsNotedWithItsReason() {
        Message message = stored(MessageState.ACCEPTED);
        receipts.on(
                new Receipts.Notice("smpp", "17", PHONE, null, new Receipt(MessageState.FAILED, AT, "UNDELIV 001")));
        assertThat(store.find(message.id()).orElseThrow().progress().reason()).isEqualTo("UNDELIV 001");
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

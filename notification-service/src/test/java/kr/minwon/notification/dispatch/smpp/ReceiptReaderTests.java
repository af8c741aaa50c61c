package kr.minwon.notification.dispatch.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.dispatch.Receipts.Notice;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptReaderTests {
    private final ReceiptReader reader = new ReceiptReader(
            MessageIds.AS_IS,
            new ReceiptErrors(Map.of("069", Cause.SPAM_BLOCKED)),
            Clock.fixed(MessageMother.AT, ZoneOffset.UTC));

    private static DeliverSm deliver(String text, OptionalParameter... parameters) {
        DeliverSm deliver = new DeliverSm();
        deliver.setSourceAddr("01012345678");
        deliver.setShortMessage(text.getBytes(StandardCharsets.ISO_8859_1));
        deliver.setOptionalParameters(parameters);
        return deliver;
    }

    private Optional<Notice> read(String text, OptionalParameter... parameters) {
        return reader.read(deliver(text, parameters));
    }

    @Test
    void readsTheTextOfAppendixB() {
        Notice notice = read("id:0123 sub:001 dlvrd:001 submit date:2611231012 done date:2611231013 stat:DELIVRD"
                        + " err:000 text:id:9 stat:UNDELIV")
                .orElseThrow();
        assertThat(notice.providerMessageId()).isEqualTo("0123");
        assertThat(notice.receipt().state()).isEqualTo(MessageState.DELIVERED);
        assertThat(notice.receipt().reason()).isNull();
        assertThat(notice.phone()).isEqualTo("01012345678");
        assertThat(notice.reference()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stat:UNDELIV err:045 id:7",
                "ID:7 STAT:UNDELIV ERR:045",
                "id: 7 stat: UNDELIV err: 045",
                "id:7 sub:1 stat:UNDELIV err:045"
            })
    void theOrderAndCaseOfItsPartsDoNotMatter(String text) {
        Notice notice = read(text).orElseThrow();
        assertThat(notice.providerMessageId()).isEqualTo("7");
        assertThat(notice.receipt().reason()).isEqualTo(new Reason("UNDELIV 045", Cause.PHONE_FAULT));
    }

    @ParameterizedTest
    @CsvSource({"DELIVRD, delivered", "EXPIRED, failed", "DELETED, failed", "UNDELIV, failed", "REJECTD, failed"})
    void finalStatesEndAMessage(String stat, String state) {
        assertThat(read("id:7 stat:" + stat).orElseThrow().receipt().state().wireName())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "UNDELIV, 001, NO_SUCH_NUMBER",
        "UNDELIV, 1, NO_SUCH_NUMBER",
        "UNDELIV, 061, PHONE_OFF",
        "REJECTD, 069, SPAM_BLOCKED",
        "UNDELIV, 69, SPAM_BLOCKED",
        "EXPIRED, 003, EXPIRED",
        "EXPIRED, 027, PHONE_OFF",
        "REJECTD, 000, REJECTED",
        "UNDELIV, 999, ",
        "UNDELIV, XY, "
    })
    void aCodeThatIsKnownIsExplainedAndAnyOtherIsKept(String stat, String error, @Nullable Cause cause) {
        Reason reason = read("id:7 stat:" + stat + " err:" + error)
                .orElseThrow()
                .receipt()
                .reason();
        assertThat(reason).isEqualTo(new Reason(stat + " " + error, cause));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "id:7",
                "stat:DELIVRD",
                "id:7 stat:ENROUTE",
                "id:7 stat:ACCEPTD",
                "id:7 stat:UNKNOWN"
            })
    void whatEndsNothingIsPassedOver(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void parametersGoBeforeTheText() {
        Notice notice = read(
                        "id:1 stat:UNDELIV",
                        new OptionalParameter.Receipted_message_id("2"),
                        new OptionalParameter.Message_state((byte) 2),
                        new OptionalParameter.User_message_reference((short) 0xFFFE))
                .orElseThrow();
        assertThat(notice.providerMessageId()).isEqualTo("2");
        assertThat(notice.receipt().state()).isEqualTo(MessageState.DELIVERED);
        assertThat(notice.reference()).isEqualTo(0xFFFE);
    }

    @Test
    void aPhoneWithItsCountryIsTheSamePhone() {
        DeliverSm deliver = deliver("id:7 stat:DELIVRD");
        deliver.setSourceAddr("+821012345678");
        assertThat(reader.read(deliver).orElseThrow().phone()).isEqualTo("01012345678");
    }

    @Test
    void oneWithoutATextIsReadFromItsParameters() {
        DeliverSm deliver = new DeliverSm();
        deliver.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("2"), new OptionalParameter.Message_state((byte) 5));
        assertThat(reader.read(deliver).orElseThrow().receipt().state()).isEqualTo(MessageState.FAILED);
    }
}

package kr.minwon.phonesimulator;

import static kr.minwon.phonesimulator.Simulator.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptIT {

    private static final String PHONE = "01012345678";

    @TempDir
    static Path directory;

    static Simulator simulator;
    TestEsme esme;

    @BeforeAll
    static void start() {
        simulator = Simulator.in(directory);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void bind() throws Exception {
        simulator.call("DELETE", "/api/faults", "");
        simulator.call("DELETE", "/api/messages", "");
        esme = TestEsme.bind(simulator.smppPort());
    }

    @AfterEach
    void unbind() {
        esme.close();
    }

    @Test
    void reportsDeliveryAsSmppWritesIt() throws Exception {
        String id = esme.submit(
                PHONE, 14, "hello".getBytes(TestEsme.EUC_KR), new OptionalParameter.User_message_reference((short) 77));
        DeliverSm receipt = esme.next();
        assertThat(receipt.isSmscDeliveryReceipt()).isTrue();
        assertThat(receipt.getSourceAddr()).isEqualTo(PHONE);
        assertThat(receipt.getDestAddress()).isEqualTo(TestEsme.FROM);
        assertThat(receipt.getShortMessageAsDeliveryReceipt().getId()).isEqualTo(id);
        assertThat(receipt.getShortMessageAsDeliveryReceipt().getFinalStatus()).isEqualTo(DeliveryReceiptState.DELIVRD);
        assertThat(TestEsme.text(receipt))
                .matches("id:\\d+ sub:001 dlvrd:001 submit date:\\d{10} done date:\\d{10} stat:DELIVRD err:000 "
                        + "text:hello");
        OptionalParameter.Receipted_message_id receipted =
                receipt.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        assertThat(receipted.getValueAsString()).isEqualTo(id);
        assertThat(receipt.getOptionalParameter(OptionalParameter.Message_state.class)
                        .getValue())
                .isEqualTo((byte) 2);
        assertThat(receipt.getOptionalParameter(OptionalParameter.User_message_reference.class)
                        .getValue())
                .isEqualTo((short) 77);
        eventually(() -> simulator.get("/api/status").get("deliveriesOwed").asInt() == 0);
    }

    @Test
    void reportsNothingThatWasNotAskedFor() throws Exception {
        esme.submit(PHONE, 14, 0, 0, new byte[] {'a'});
        esme.submit(PHONE, 14, 0, 2, new byte[] {'a'});
        assertThat(esme.within(300)).isEmpty();
    }

    @Test
    void reportsAFailureToWhoAsksOnlyForFailures() throws Exception {
        simulator.faults("{\"receiptState\":\"UNDELIV\"}");
        esme.submit(PHONE, 14, 0, 2, new byte[] {'a'});
        assertThat(TestEsme.text(esme.next())).contains("dlvrd:000").contains("stat:UNDELIV err:001");
    }

    @Test
    void reportsAnotherStateByPrefix() throws Exception {
        simulator.faults("{\"receiptStateByPrefix\":{\"0101\":\"EXPIRED\",\"010123\":\"REJECTD\"}}");
        esme.submit(PHONE, "a");
        assertThat(TestEsme.text(esme.next())).contains("stat:REJECTD");
        esme.submit("01019999999", "a");
        assertThat(TestEsme.text(esme.next())).contains("stat:EXPIRED");
        esme.submit("01099999999", "a");
        assertThat(TestEsme.text(esme.next())).contains("stat:DELIVRD");
    }

    @Test
    void reportsLate() throws Exception {
        simulator.faults("{\"receiptDelayMs\":600}");
        esme.submit(PHONE, "a");
        assertThat(esme.within(300)).isEmpty();
        assertThat(esme.next().isSmscDeliveryReceipt()).isTrue();
    }

    @Test
    void reportsTwice() throws Exception {
        simulator.faults("{\"receiptTwice\":true}");
        esme.submit(PHONE, "a");
        List<DeliverSm> receipts = List.of(esme.next(), esme.next());
        assertThat(TestEsme.text(receipts.get(0))).isEqualTo(TestEsme.text(receipts.get(1)));
        assertThat(esme.within(300)).isEmpty();
    }

    @Test
    void reportsBeforeItAnswers() throws Exception {
        simulator.faults("{\"receiptBeforeAnswer\":true}");
        for (int n = 0; n < 20; n++) {
            String id = esme.submit(PHONE, "a");
            DeliverSm receipt = esme.delivered.poll();
            assertThat(receipt).as("already there when the answer is").isNotNull();
            assertThat(receipt.getShortMessageAsDeliveryReceipt().getId()).isEqualTo(id);
        }
    }

    @Test
    void answersEvenIfTheReceiptBeforeItIsNotTaken() throws Exception {
        simulator.faults("{\"receiptBeforeAnswer\":true}");
        esme.refuseWith(0x64);
        assertThat(esme.submit(PHONE, "a")).isNotEmpty();
        esme.refuseWith(0);
        assertThat(esme.next().isSmscDeliveryReceipt()).isTrue();
    }

    @Test
    void reportsNothingWhenToldSo() throws Exception {
        simulator.faults("{\"noReceipt\":true}");
        esme.submit(PHONE, "a");
        assertThat(esme.within(300)).isEmpty();
    }

    @Test
    void forgetsOurReferenceWhenToldSo() throws Exception {
        simulator.faults("{\"forgetReference\":true}");
        esme.submit(PHONE, "a");
        assertThat(esme.next().getOptionalParameter(OptionalParameter.User_message_reference.class))
                .isNull();
    }

    @Test
    void triesAgainWhatTheEsmeCouldNotTake() throws Exception {
        esme.refuseWith(0x64);
        esme.submit(PHONE, "a");
        assertThat(esme.within(300)).isEmpty();
        esme.refuseWith(0);
        assertThat(esme.next().isSmscDeliveryReceipt()).isTrue();
    }

    @Test
    void givesUpWhatTheEsmeRefusesForGood() throws Exception {
        esme.refuseWith(0x65);
        esme.submit(PHONE, "a");
        eventually(() -> simulator.get("/api/status").get("deliveriesOwed").asInt() == 0);
    }

    @Test
    void bringsAReceiptToTheNextSessionOfTheSameSystemId() throws Exception {
        simulator.faults("{\"receiptDelayMs\":300}");
        String id = esme.submit(PHONE, "a");
        esme.close();
        try (TestEsme other = TestEsme.bind(simulator.smppPort(), org.jsmpp.bean.BindType.BIND_TRX, "other", "x")) {
            assertThat(other.within(600)).isEmpty();
        }
        esme = TestEsme.bind(simulator.smppPort());
        assertThat(esme.next().getShortMessageAsDeliveryReceipt().getId()).isEqualTo(id);
    }
}

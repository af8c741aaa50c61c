package kr.minwon.phonesimulator;

import static kr.minwon.phonesimulator.Simulator.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FaultsIT {

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
    void answersLate() throws Exception {
        simulator.faults("{\"submitDelayMs\":400}");
        long before = System.nanoTime();
        esme.submit(PHONE, "늦은 답");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(390));
    }

    @Test
    void recordsALateAnswerAtOnce() throws Exception {
        simulator.faults("{\"submitDelayMs\":3000}");
        Thread submit = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> esme.submit(PHONE, "a")));
        eventually(() -> simulator.messages(PHONE).size() == 1);
        assertThat(submit.isAlive()).isTrue();
        simulator.call("POST", "/api/disconnect", "");
        submit.join();
    }

    @Test
    void throttlesAboveTheRate() throws Exception {
        simulator.faults("{\"throttlePerSecond\":3}");
        int throttled = 0;
        for (int n = 0; n < 6; n++) {
            try {
                esme.submit(PHONE, "a");
            } catch (NegativeResponseException e) {
                assertThat(e.getCommandStatus()).isEqualTo(0x58);
                throttled++;
            }
        }
        assertThat(throttled).isBetween(1, 3);
        assertThat(simulator.messages(PHONE)).hasSize(6 - throttled);
        JsonNode last = simulator.submits().getLast();
        assertThat(last.get("outcome").asString()).isEqualTo("rejected");
        assertThat(last.get("status").asString()).isEqualTo("0x00000058");
    }

    @Test
    void rejectsEveryNth() throws Exception {
        simulator.faults("{\"rejectEvery\":2,\"rejectStatus\":\"0x14\"}");
        esme.submit(PHONE, "a");
        assertThatThrownBy(() -> esme.submit(PHONE, "b"))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        e -> assertThat(e.getCommandStatus()).isEqualTo(0x14));
        esme.submit(PHONE, "c");
        assertThat(simulator.messages(PHONE)).hasSize(2);
    }

    @Test
    void rejectsNumbers() throws Exception {
        simulator.faults("{\"rejectNumbers\":[\"010-1234-5678\"]}");
        assertThatThrownBy(() -> esme.submit(PHONE, "a"))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        e -> assertThat(e.getCommandStatus()).isEqualTo(0x0B));
        esme.submit("01000000001", "b");
    }

    @Test
    void recordsButNeverAnswers() throws Exception {
        simulator.faults("{\"dropAfterAccept\":true}");
        esme.transactionTimer(400);
        assertThatThrownBy(() -> esme.submit(PHONE, "답 없음")).isInstanceOf(ResponseTimeoutException.class);
        assertThat(simulator.messages(PHONE)).hasSize(1);
        assertThat(simulator.submits().getFirst().get("outcome").asString()).isEqualTo("dropped");
        assertThat(esme.next().isSmscDeliveryReceipt()).isTrue();
    }

    @Test
    void closesEverySession() throws Exception {
        assertThat(simulator.get("/api/status").get("sessions")).hasSize(1);
        simulator.call("POST", "/api/disconnect", "");
        eventually(() -> !esme.session().getSessionState().isBound());
        eventually(() -> simulator.get("/api/status").get("sessions").isEmpty());
        try (TestEsme again = TestEsme.bind(simulator.smppPort())) {
            again.submit(PHONE, "다시");
        }
    }

    @Test
    void refusesBinds() {
        simulator.faults("{\"refuseBinds\":true}");
        assertThatThrownBy(() -> TestEsme.bind(simulator.smppPort()))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(NegativeResponseException.class);
    }

    @Test
    void tellsAndForgetsFaults() {
        simulator.faults("{\"submitDelayMs\":5,\"receiptState\":\"undeliv\",\"rejectStatus\":20}");
        JsonNode faults = simulator.get("/api/faults");
        assertThat(faults.get("submitDelayMs").asInt()).isEqualTo(5);
        assertThat(faults.get("receiptState").asString()).isEqualTo("UNDELIV");
        assertThat(faults.get("rejectStatus").asString()).isEqualTo("0x14");
        simulator.faults(faults.toString());
        assertThat(simulator.get("/api/faults")).isEqualTo(faults);
        simulator.call("DELETE", "/api/faults", "");
        assertThat(simulator.get("/api/faults").get("submitDelayMs").asInt()).isZero();
    }
}

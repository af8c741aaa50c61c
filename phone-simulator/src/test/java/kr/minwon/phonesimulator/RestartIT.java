package kr.minwon.phonesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RestartIT {

    private static final String PHONE = "01012345678";

    @TempDir
    Path directory;

    @Test
    void keepsMessagesAndWhatIsOwed() throws Exception {
        String acknowledged;
        String owed;
        JsonNode before;
        try (Simulator simulator = Simulator.in(directory);
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            acknowledged = esme.submit(PHONE, "보고된 문자");
            esme.next();
            Simulator.eventually(
                    () -> simulator.get("/api/status").get("deliveriesOwed").asInt() == 0);
            simulator.faults("{\"receiptDelayMs\":500,\"receiptState\":\"UNDELIV\"}");
            owed = esme.submit(PHONE, "보고가 남은 문자");
            before = simulator.get("/api/messages?to=" + PHONE);
        }
        try (Simulator simulator = Simulator.in(directory);
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            assertThat(simulator.get("/api/messages?to=" + PHONE)).isEqualTo(before);
            String receipt = TestEsme.text(esme.next());
            assertThat(receipt).contains("id:" + owed).contains("stat:UNDELIV");
            assertThat(esme.within(300))
                    .as("%s is not reported again", acknowledged)
                    .isEmpty();
            assertThat(Long.parseLong(esme.submit(PHONE, "새 문자")))
                    .as("no id is given twice")
                    .isGreaterThan(Long.parseLong(owed));
        }
        try (Simulator simulator = Simulator.in(directory)) {
            assertThat(simulator.messages(PHONE)).hasSize(3);
        }
    }

    @Test
    void keepsAMessageFromAPhoneThatNobodyTook() throws Exception {
        try (Simulator simulator = Simulator.in(directory)) {
            simulator.call(
                    "POST", "/api/inbound", "{\"from\":\"" + PHONE + "\",\"to\":\"0620000000\",\"text\":\"STOP\"}");
        }
        try (Simulator simulator = Simulator.in(directory);
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            assertThat(esme.next().getSourceAddr()).isEqualTo(PHONE);
            awaitTheAcknowledgement();
        }
        try (Simulator simulator = Simulator.in(directory);
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            assertThat(esme.within(300)).isEmpty();
        }
    }

    /** The answer is on its way when the message is in the test's hands; a stop before it comes delivers again. */
    private void awaitTheAcknowledgement() throws Exception {
        Path acknowledged = directory.resolve("acknowledged.jsonl");
        for (int looks = 0; looks < 500 && Files.size(acknowledged) == 0; looks++) {
            Thread.sleep(20);
        }
        assertThat(acknowledged).isNotEmptyFile();
    }

    @Test
    void cutsATornLastLineAndGoesOn() throws Exception {
        try (Simulator simulator = Simulator.in(directory);
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            esme.submit(PHONE, "온전한 줄");
        }
        Path submits = directory.resolve("submits.jsonl");
        Files.write(
                submits, "{\"messageId\":\"99\",\"syst".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        try (Simulator simulator = Simulator.in(directory);
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            esme.submit(PHONE, "다음 줄");
            assertThat(simulator.submits()).hasSize(2);
        }
        assertThat(Files.readAllLines(submits)).hasSize(2).allMatch(line -> line.endsWith("}"));
    }

    @Test
    void forgetsWhenTold() throws Exception {
        try (Simulator simulator = Simulator.in(directory);
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            simulator.faults("{\"receiptDelayMs\":2000}");
            esme.submit(PHONE, "지울 문자");
            assertThat(simulator.call("DELETE", "/api/messages", "").statusCode())
                    .isEqualTo(204);
            assertThat(simulator.get("/api/messages")).isEmpty();
            assertThat(simulator.submits()).isEmpty();
            assertThat(esme.within(2_500)).isEmpty();
            esme.submit(PHONE, "새 문자");
            assertThat(simulator.submits().getFirst().get("line").asInt()).isZero();
        }
        try (Simulator simulator = Simulator.in(directory)) {
            assertThat(simulator.messages(PHONE)).hasSize(1);
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (Simulator first = Simulator.in(directory)) {
            assertThat(first.smppPort()).isPositive();
            assertThatThrownBy(() -> Simulator.in(directory)).hasStackTraceContaining("used by another simulator");
        }
    }

    @Test
    void answersHexadecimalAndReportsDecimalWhenAskedTo() throws Exception {
        try (Simulator simulator = Simulator.in(directory, "--simulator.message-ids=hex");
                TestEsme esme = TestEsme.bind(simulator.smppPort())) {
            String id = esme.submit(PHONE, "a");
            assertThat(TestEsme.text(esme.next())).contains("id:" + Long.parseLong(id, 16) + " ");
            assertThat(simulator.messages(PHONE).getFirst().get("messageId").asString())
                    .isEqualTo(id);
        }
    }

    @Test
    void letsOnlyItsAccountsBind() throws Exception {
        try (Simulator simulator =
                Simulator.in(directory, "--simulator.accounts.minwon=secret", "--simulator.default-alphabet=EUC-KR")) {
            int port = simulator.smppPort();
            try (TestEsme esme = TestEsme.bind(port)) {
                esme.submit(PHONE, 0, "기본 문자표".getBytes(TestEsme.EUC_KR));
                assertThat(simulator.messages(PHONE).getFirst().get("text").asString())
                        .isEqualTo("기본 문자표");
            }
            assertThatThrownBy(() -> TestEsme.bind(port, org.jsmpp.bean.BindType.BIND_TRX, "minwon", "wrong"))
                    .hasStackTraceContaining("0000000e");
            assertThatThrownBy(() -> TestEsme.bind(port, org.jsmpp.bean.BindType.BIND_TRX, "stranger", "x"))
                    .hasStackTraceContaining("0000000f");
        }
    }
}

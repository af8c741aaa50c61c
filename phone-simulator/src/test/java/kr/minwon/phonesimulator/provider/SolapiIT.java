package kr.minwon.phonesimulator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.phonesimulator.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of SOLAPI meets here: its signature is checked, its text recorded, its receipt posted until it is taken. */
class SolapiIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SEND = "/solapi/messages/v4/send-many/detail";
    private static final AtomicInteger SALTS = new AtomicInteger(1_000_000);

    @TempDir
    private Path directory;

    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private HttpServer office;
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        office = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        office.createContext("/receipts", exchange -> {
            posted.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            secrets.add(exchange.getRequestHeaders().getFirst("X-Solapi-Secret"));
            exchange.sendResponseHeaders(posted.size() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        office.start();
        simulator = Simulator.in(
                directory,
                "--simulator.providers.solapi.webhook-url=http://127.0.0.1:"
                        + office.getAddress().getPort() + "/receipts");
    }

    @AfterEach
    void stop() {
        simulator.close();
        office.stop(0);
    }

    private static String authorization(Instant at, String salt, String secret) {
        String date = at.toString();
        return "HMAC-SHA256 apiKey=NCSSIMULATOR, date=" + date + ", salt=" + salt + ", signature="
                + HexFormat.of().formatHex(Bodies.hmac(secret, date + salt));
    }

    private static String salt() {
        return "0123456789ab" + SALTS.incrementAndGet();
    }

    private HttpResponse<String> send(String authorization) {
        return simulator.call("POST", SEND, """
                {"messages":[{"to":"01012345678","from":"0623607114","text":"가","type":"SMS",
                 "customFields":{"handOverId":"ours"}}],"showMessageList":true}""", "Authorization", authorization);
    }

    private static String refusal(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        return JSON.readTree(answer.body()).get("errorCode").asString();
    }

    @Test
    void aSignatureIsGoodOnceAndForAQuarterOfAnHour() {
        Instant now = Instant.now();
        String good = authorization(now, salt(), "simulator-secret");
        assertThat(send(good).statusCode()).isEqualTo(200);
        assertThat(refusal(send(good))).isEqualTo("DuplicatedSignature");
        assertThat(refusal(send(authorization(now.minusSeconds(901), salt(), "simulator-secret"))))
                .isEqualTo("RequestTimeTooSkewed");
        assertThat(refusal(send(authorization(now, salt(), "another")))).isEqualTo("SignatureDoesNotMatch");
        assertThat(refusal(send("Basic x"))).isEqualTo("InvalidAPIKey");
        assertThat(simulator.submits()).hasSize(1);
    }

    @Test
    void aTextIsRecordedAndItsReceiptPostedUntilItIsTaken() {
        HttpResponse<String> answer = send(authorization(Instant.now(), salt(), "simulator-secret"));
        String id = JSON.readTree(answer.body())
                .path("messageList")
                .path(0)
                .path("messageId")
                .asString();
        assertThat(simulator.submits()).singleElement().satisfies(submit -> {
            assertThat(submit.get("messageId").asString()).isEqualTo(id);
            assertThat(submit.get("systemId").asString()).isEqualTo("solapi");
            assertThat(submit.get("reference").asString()).isEqualTo("ours");
        });
        Simulator.eventually(
                () -> simulator.get("/api/status").get("deliveriesOwed").asInt() == 0);
        assertThat(posted).hasSize(2).allSatisfy(report -> {
            assertThat(report.path(0).path("messageId").asString()).isEqualTo(id);
            assertThat(report.path(0).path("statusCode").asString()).isEqualTo("4000");
            assertThat(report.path(0).path("customFields").path("handOverId").asString())
                    .isEqualTo("ours");
        });
        // printf simulator-webhook | openssl dgst -sha1
        assertThat(secrets).containsOnly("a300b6472b7e18203ff14a86303e2d1e85b470b1");
    }

    @Test
    void aTextThatIsNotTakenIsNotRecorded() {
        simulator.faults("{\"httpFault\":\"ERROR_500\",\"httpFaultBefore\":true}");
        assertThat(send(authorization(Instant.now(), salt(), "simulator-secret"))
                        .statusCode())
                .isEqualTo(500);
        simulator.faults("{\"httpFault\":\"TOO_MANY\",\"retryAfterSeconds\":3}");
        HttpResponse<String> later = send(authorization(Instant.now(), salt(), "simulator-secret"));
        assertThat(later.statusCode()).isEqualTo(429);
        assertThat(later.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(simulator.submits()).isEmpty();
    }
}

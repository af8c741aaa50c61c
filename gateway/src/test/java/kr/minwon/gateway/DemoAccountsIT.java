package kr.minwon.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import kr.minwon.gateway.testing.Browser;
import kr.minwon.gateway.testing.GatewayAtWork;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The first start of an installation that somebody tries out. */
class DemoAccountsIT {
    private static final String DEPARTMENTS = """
            {"items":[{"id":"traffic-enforcement","name":"교통지도과","contact":"062-000-0000","contactUnset":true},
                      {"id":"civil-service","name":"민원봉사과","contact":"062-000-0000","contactUnset":true}]}""";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void makesAccountsAndKeysOnceAndForGood() throws IOException {
        Path file = GatewayAtWork.folder().resolve("demo-accounts.txt");
        try (GatewayAtWork gateway = GatewayAtWork.start("--minwon.demo-accounts.file=" + file)) {
            var routing = gateway.service("routing");
            routing.stubFor(any(anyUrl()).willReturn(okJson("{}")));
            routing.stubFor(get("/api/v1/departments").willReturn(serviceUnavailable()));
            await().atMost(SOON).until(() -> routing.getAllServeEvents().size() >= 3);
            assertThat(file).doesNotExist();

            routing.stubFor(get("/api/v1/departments").willReturn(okJson(DEPARTMENTS)));
            await().atMost(SOON).until(() -> Files.exists(file));
            List<String> lines = Files.readAllLines(file);
            await().atMost(SOON).until(() -> stored(gateway, "api_keys") == 8);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(lines).hasSize(16);

            String[] officer = find(lines, "account", "officer traffic-enforcement");
            assertThat(new Browser(gateway)
                            .signIn(officer[1], officer[2])
                            .headers()
                            .firstValue("Location"))
                    .contains("/staff");
            String key = find(lines, "apikey", "auditor -")[1];
            assertThat(gateway.http()
                            .get("/api/v1/staff/queue", "Authorization", "Bearer " + key)
                            .statusCode())
                    .isEqualTo(200);

            gateway.restart();
            assertThat(gateway.http()
                            .get("/api/v1/staff/queue", "Authorization", "Bearer " + key)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Files.readAllLines(file)).isEqualTo(lines);
            assertThat(stored(gateway, "accounts")).isEqualTo(8);
        }
    }

    @Test
    void storesAgainWhatACrashLeftHalfStored() throws IOException {
        Path file = GatewayAtWork.folder().resolve("demo-accounts.txt");
        try (GatewayAtWork gateway = GatewayAtWork.start("--minwon.demo-accounts.file=" + file)) {
            gateway.service("routing").stubFor(any(anyUrl()).willReturn(okJson("{}")));
            gateway.service("routing").stubFor(get("/api/v1/departments").willReturn(okJson(DEPARTMENTS)));
            await().atMost(SOON).until(() -> stored(gateway, "api_keys") == 8);
            List<String> lines = Files.readAllLines(file);
            String last = lines.getLast().split(" ")[1];

            // As after a kill between two of the writes: the last key and some account are missing.
            var database = gateway.bean(MongoClient.class).getDatabase("minwon_gateway");
            database.getCollection("api_keys")
                    .deleteOne(new Document(
                            "_id", kr.minwon.gateway.apikeys.SecretHash.of(last).hex()));
            database.getCollection("accounts").deleteOne(new Document("_id", "demo-operator"));
            gateway.restart();
            await().atMost(SOON).until(() -> stored(gateway, "api_keys") == 8);
            assertThat(stored(gateway, "accounts")).isEqualTo(8);
            assertThat(Files.readAllLines(file)).isEqualTo(lines);
            assertThat(gateway.http()
                            .get("/api/v1/staff/messages", "Authorization", "Bearer " + last)
                            .statusCode())
                    .isNotEqualTo(401);
        }
    }

    @Test
    void makesNoNewAccountsWhenOnlyTheFileIsGone() throws IOException {
        Path file = GatewayAtWork.folder().resolve("demo-accounts.txt");
        try (GatewayAtWork gateway = GatewayAtWork.start("--minwon.demo-accounts.file=" + file)) {
            gateway.service("routing").stubFor(get("/api/v1/departments").willReturn(okJson(DEPARTMENTS)));
            await().atMost(SOON).until(() -> stored(gateway, "api_keys") == 8);
            Files.delete(file);
            gateway.service("routing").resetRequests();
            gateway.restart();
            await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> !Files.exists(file));
            assertThat(gateway.service("routing").getAllServeEvents()).isEmpty();
            assertThat(stored(gateway, "accounts")).isEqualTo(8);
        }
    }

    private static String[] find(List<String> lines, String kind, String end) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + " ") && line.endsWith(" " + end))
                .findFirst()
                .orElseThrow()
                .split(" ");
    }

    private static long stored(GatewayAtWork gateway, String collection) {
        return gateway.bean(MongoClient.class)
                .getDatabase("minwon_gateway")
                .getCollection(collection)
                .countDocuments();
    }
}

package kr.minwon.e2e;

import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kr.minwon.standalone.DemoAccounts;
import kr.minwon.standalone.DemoComplaints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What "done" means for the main job, through the public API only. */
class JourneyIT {
    @TempDir
    static Path directory;

    private static Product product;
    private static DemoAccounts accounts;

    @BeforeAll
    static void start() throws Exception {
        product = Product.standalone(directory.resolve("data"));
        accounts = product.accounts();
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    private record Filed(String receiptNumber, String code, String category, String phone) {}

    @Test
    void aHundredComplaintsReachTheirDepartmentsWithTheRightDeadlineAndTwoTexts() throws Exception {
        Map<String, JsonNode> categories = new LinkedHashMap<>();
        body(product.get(8080, "/api/v1/categories", Map.of()), 200)
                .get("items")
                .forEach(category -> categories.put(category.get("code").asString(), category));
        assertThat(categories).hasSize(23);
        List<Filed> filed = new ArrayList<>();
        List<DemoComplaints.Example> examples = DemoComplaints.all().subList(0, 100);
        for (int n = 0; n < examples.size(); n++) {
            filed.add(file(examples.get(n), "010%08d".formatted(31_000_000 + n)));
        }
        for (Filed one : filed) {
            JsonNode category = categories.get(one.category());
            JsonNode seen = await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> lookUp(one),
                            complaint -> !complaint
                                            .path("department")
                                            .path("id")
                                            .isMissingNode()
                                    && !complaint.path("department").path("id").isNull());
            assertThat(seen.path("department").path("id").asString())
                    .as(one.category())
                    .isEqualTo(category.get("departmentId").asString());
            String acceptedAt = seen.get("timeline").get(0).get("at").asString();
            String period = category.get("period").asString();
            String expected = body(
                            product.get(
                                    8080,
                                    "/api/v1/deadlines?period=" + period + "&receivedAt="
                                            + acceptedAt.replace("+", "%2B"),
                                    Map.of()),
                            200)
                    .get("dueAt")
                    .asString();
            assertThat(java.time.OffsetDateTime.parse(
                                    seen.get("deadline").get("dueAt").asString())
                            .toInstant())
                    .as("%s %s from %s", one.category(), period, acceptedAt)
                    .isEqualTo(java.time.OffsetDateTime.parse(expected).toInstant());
            assertThat(seen.get("deadline").get("steps")).isNotEmpty();
        }
        for (Filed one : filed) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(product.texts(one.phone())).hasSize(2));
            assertThat(product.texts(one.phone()).getFirst().get("text").asString())
                    .contains(one.receiptNumber());
        }
    }

    @Test
    void claimAndAnswerSentWithoutAPauseBringTheThirdText() throws Exception {
        String phone = "01032000001";
        Filed filed = file(new DemoComplaints.Example("street-light", "보안등이 꺼졌어요", "골목이 어둡습니다. 🌙 똠방각하"), phone);
        String officer = accounts.key("officer", departmentOf("street-light")).key();
        String base = "/api/v1/staff/complaints/" + filed.receiptNumber();
        assertThat(product.post(base + "/claim", Map.of(), bearer(officer)).statusCode())
                .isBetween(200, 204);
        assertThat(product.post(base + "/answer", Map.of("outcome", "수용", "text", "전구를 바꾸었습니다."), bearer(officer))
                        .statusCode())
                .isBetween(200, 204);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(product.texts(phone)).hasSize(3));
        JsonNode seen = lookUp(filed);
        assertThat(seen.get("status").asString()).isEqualTo("answered");
        assertThat(seen.get("answers").get(0).get("text").asString()).isEqualTo("전구를 바꾸었습니다.");
        assertThat(product.post(base + "/answer", Map.of("outcome", "수용", "text", "또 답합니다."), bearer(officer))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void withoutConsentNothingIsSentAndTheCaseStillWorks() throws Exception {
        String phone = "01032000002";
        Map<String, Object> complaint = Complaints.of("조용히", "문자는 싫어요", "waste", phone);
        complaint.put("smsConsent", false);
        JsonNode answer = body(product.post("/api/v1/complaints", complaint, intake()), 201);
        Filed filed = new Filed(
                answer.get("receiptNumber").asString(), answer.get("lookupCode").asString(), "waste", phone);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> lookUp(filed).get("status").asString().equals("assigned"));
        assertThat(product.texts(phone)).isEmpty();
    }

    @Test
    void noPhoneOrNameStandsInTheLogs() throws Exception {
        String phone = "01098761234";
        Map<String, Object> complaint = Complaints.of("제갈공명이 본 쓰레기", "내용", "waste", phone);
        complaint.put("reporter", Map.of("name", "제갈공명비밀", "phone", phone));
        body(product.post("/api/v1/complaints", complaint, intake()), 201);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(product.texts(phone)).hasSize(2));
        try (Stream<Path> logs = Files.walk(product.data().resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(phone, "010-9876-1234", "제갈공명비밀");
            }
        }
        assertThat(Files.readString(product.data().resolve("out.log"))).doesNotContain(phone, "제갈공명비밀");
    }

    @Test
    void oneTraceGoesFromTheFilingToTheHandOver() throws Exception {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String phone = "01032000003";
        Map<String, String> headers = new LinkedHashMap<>(intake());
        headers.put("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        body(product.post("/api/v1/complaints", Complaints.of("추적", "추적", "waste", phone), headers), 201);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(product.texts(phone)).hasSize(2));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            String log = Files.readString(product.data().resolve("logs/minwon.log"));
            assertThat(log.lines().filter(line -> line.contains(trace) && line.contains("handed over")))
                    .as("the hand-over of both texts is logged under the filing's trace")
                    .hasSizeGreaterThanOrEqualTo(2);
        });
    }

    private static Filed file(DemoComplaints.Example example, String phone) throws Exception {
        JsonNode answer = body(product.post("/api/v1/complaints", Complaints.of(example, phone), intake()), 201);
        return new Filed(
                answer.get("receiptNumber").asString(), answer.get("lookupCode").asString(), example.category(), phone);
    }

    private static JsonNode lookUp(Filed filed) throws Exception {
        return body(
                product.get(8080, "/api/v1/complaints/" + filed.receiptNumber(), Map.of("X-Lookup-Code", filed.code())),
                200);
    }

    private static String departmentOf(String category) throws Exception {
        for (JsonNode one :
                body(product.get(8080, "/api/v1/categories", Map.of()), 200).get("items")) {
            if (one.get("code").asString().equals(category)) {
                return one.get("departmentId").asString();
            }
        }
        throw new IllegalStateException("no category " + category);
    }

    private static Map<String, String> intake() {
        return bearer(accounts.intake().key());
    }

    private static JsonNode body(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}

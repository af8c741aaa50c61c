package kr.minwon.e2e;

import static kr.minwon.e2e.Product.JSON;
import static kr.minwon.e2e.Product.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import kr.minwon.standalone.DemoAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The law's procedure through the public API, with the texts that a resident gets and the links in them. */
class ProcedureIT {
    private static final Pattern LINK = Pattern.compile("/s/([A-Za-z0-9_-]+)");

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

    private record Case(String receiptNumber, String code, String phone) {
        String staff() {
            return "/api/v1/staff/complaints/" + receiptNumber;
        }
    }

    private static Case filed(String phone) throws Exception {
        JsonNode answer = body(
                product.post(
                        "/api/v1/complaints",
                        Complaints.of("놀이터 옆 쓰레기", "며칠째 쌓여 있습니다.", "waste", phone),
                        bearer(accounts.intake().key())),
                201);
        Case one = new Case(
                answer.get("receiptNumber").asString(), answer.get("lookupCode").asString(), phone);
        texts(one, 2);
        return one;
    }

    private static List<JsonNode> texts(Case one, int count) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> product.texts(one.phone()), texts -> texts.size() >= count);
    }

    private static JsonNode lookUp(Case one) throws Exception {
        return body(
                product.get(8080, "/api/v1/complaints/" + one.receiptNumber(), Map.of("X-Lookup-Code", one.code())),
                200);
    }

    private static HttpResponse<String> officer(Case one, String command, Map<String, Object> body) throws Exception {
        return product.post(
                one.staff() + "/" + command,
                body,
                bearer(accounts.key("officer", "cleaning").key()));
    }

    private static String link(JsonNode text) {
        Matcher link = LINK.matcher(text.get("text").asString());
        assertThat(link.find()).as(text.toString()).isTrue();
        return link.group(1);
    }

    private static JsonNode body(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String problem(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("type").asString().replace("urn:minwon:problem:", "");
    }

    @Test
    void aSupplementIsAskedForByTextAndAnsweredByTheLinkWithAPhotoOnce() throws Exception {
        Case one = filed("01035000001");
        String dueBefore = lookUp(one).at("/deadline/dueAt").asString();
        assertThat(problem(product.post(
                        "/api/v1/complaints/" + one.receiptNumber() + "/supplements",
                        Map.of("text", "묻지 않은 것"),
                        Map.of("X-Lookup-Code", one.code()))))
                .isEqualTo("no-supplement-awaited");

        body(officer(one, "supplement-request", Map.of("text", "어느 놀이터인지 사진을 보내 주세요.", "days", 5)), 200);

        JsonNode asked = texts(one, 3).get(2);
        assertThat(asked.get("text").asString()).contains("어느 놀이터인지 사진을 보내 주세요.", "062-000-0000");
        assertThat(lookUp(one).get("status").asString()).isEqualTo("supplementRequested");
        String token = link(asked);
        JsonNode shown = body(product.get(8080, "/api/v1/links/" + token, Map.of()), 200);
        assertThat(shown.get("request").asString()).isEqualTo("어느 놀이터인지 사진을 보내 주세요.");
        assertThat(shown.has("body")).isFalse();
        String altered = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        assertThat(problem(product.get(8080, "/api/v1/links/" + altered, Map.of())))
                .isEqualTo("link-unknown");
        assertThat(problem(officer(one, "answer", Map.of("outcome", "수용", "text", "치웠습니다."))))
                .isEqualTo("supplement-awaited");

        body(product.postRaw("/api/v1/links/" + token, multipart(), "multipart/form-data; boundary=XX", Map.of()), 200);

        JsonNode after = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> lookUp(one),
                        seen -> seen.at("/timeline")
                                .valueStream()
                                .anyMatch(entry -> entry.get("step").asString().equals("resumed")));
        assertThat(after.get("status").asString()).isEqualTo("assigned");
        assertThat(after.at("/supplements/0/text").asString()).isEqualTo("화정3동 놀이터입니다.");
        assertThat(after.at("/supplements/0/attachments")).hasSize(1);
        // Today is not counted, so the deadline moves if it is a working day and stays if it is not.
        assertThat(after.at("/deadline/dueAt").asString()).isGreaterThanOrEqualTo(dueBefore);
        assertThat(problem(product.post("/api/v1/links/" + token, Map.of("text", "또"), Map.of())))
                .isEqualTo("link-used");
        assertThat(texts(one, 4).get(3).get("text").asString()).contains("보완");
        body(officer(one, "answer", Map.of("outcome", "수용", "text", "치웠습니다.")), 200);
        texts(one, 5);
    }

    private static byte[] multipart() throws Exception {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--XX\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n화정3동 놀이터입니다.\r\n"
                        + "--XX\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(picture.toByteArray());
        body.write("\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    @Test
    void theFirstExtensionIsToldAndTheSecondIsAskedFor() throws Exception {
        Case one = filed("01035000002");

        String first = body(officer(one, "extension", Map.of("reason", "수거 업체를 찾고 있습니다.")), 200)
                .get("dueAt")
                .asString();

        assertThat(texts(one, 3).get(2).get("text").asString()).contains("수거 업체를 찾고 있습니다.");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        assertThat(lookUp(one).at("/deadline/dueAt").asString()).isEqualTo(first));
        body(officer(one, "extension", Map.of("reason", "업체가 아직 없습니다.", "period", "2d")), 200);
        JsonNode asked = texts(one, 4).get(3);
        assertThat(asked.get("text").asString()).contains("업체가 아직 없습니다.");
        assertThat(lookUp(one).at("/deadline/dueAt").asString()).isEqualTo(first);

        String token = link(asked);
        body(product.post("/api/v1/links/" + token, Map.of("agree", true), Map.of()), 200);

        JsonNode extended = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> lookUp(one),
                        seen -> seen.at("/deadline/dueAt").asString().compareTo(first) > 0);
        assertThat(texts(one, 5)).hasSize(5);
        assertThat(problem(product.post("/api/v1/links/" + token, Map.of("agree", false), Map.of())))
                .isIn("link-used", "consent-answered");
        JsonNode ledger = body(
                        product.get(
                                8080,
                                one.staff() + "/deadline",
                                bearer(accounts.key("officer", "cleaning").key())),
                        200)
                .get("ledger");
        assertThat(ledger.valueStream().map(entry -> entry.get("what").asString()))
                .containsExactly("started", "extended", "proposed", "extended");
        JsonNode why = body(
                product.get(
                        8080,
                        "/api/v1/complaints/" + one.receiptNumber() + "/deadline",
                        Map.of("X-Lookup-Code", one.code())),
                200);
        assertThat(why.at("/deadline/dueAt").asString())
                .isEqualTo(extended.at("/deadline/dueAt").asString());
        assertThat(why.get("changes")).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aDissatisfiedResidentGetsANewDateAndOneMoreAnswer() throws Exception {
        Case one = filed("01035000004");
        body(officer(one, "answer", Map.of("outcome", "불수용", "text", "예산이 없습니다.")), 200);
        texts(one, 3);
        Map<String, String> code = Map.of("X-Lookup-Code", one.code());
        String path = "/api/v1/complaints/" + one.receiptNumber();
        assertThat(problem(product.post(path + "/objection", Map.of("text", "이의 있습니다."), code)))
                .isEqualTo("not-statutory");

        body(product.post(path + "/reopening", Map.of("text", "아직도 쌓여 있습니다."), code), 200);

        assertThat(texts(one, 4).get(3).get("text").asString()).contains("다시 처리", "처리기한", "062-000-0000");
        JsonNode ledger = body(
                        product.get(
                                8080,
                                one.staff() + "/deadline",
                                bearer(accounts.key("officer", "cleaning").key())),
                        200)
                .get("ledger");
        assertThat(ledger.valueStream().map(entry -> entry.get("what").asString()))
                .containsExactly("started", "closed", "reopened");
        body(officer(one, "claim", Map.of()), 200);
        body(officer(one, "answer", Map.of("outcome", "수용", "text", "치웠습니다.")), 200);
        assertThat(texts(one, 5).get(4).get("text").asString()).contains("답변");
        assertThat(lookUp(one).get("answers")).hasSize(2);
    }

    @Test
    void fivePeopleAreAnsweredAsOneAndEachIsTold() throws Exception {
        List<Case> all = new ArrayList<>();
        for (int person = 1; person <= 5; person++) {
            all.add(filed("0103500010" + person));
        }
        Case leading = all.getFirst();
        List<String> others = all.stream().skip(1).map(Case::receiptNumber).toList();

        body(officer(leading, "merge", Map.of("receiptNumbers", others, "reason", "같은 놀이터의 쓰레기")), 200);

        for (Case other : all.subList(1, 5)) {
            assertThat(texts(other, 3).get(2).get("text").asString()).contains("묶어", "같은 놀이터의 쓰레기");
            assertThat(lookUp(other).get("mergedInto").asString()).isEqualTo(leading.receiptNumber());
        }
        body(officer(leading, "answer", Map.of("outcome", "수용", "text", "치웠습니다.")), 200);
        for (Case other : all.subList(1, 5)) {
            assertThat(texts(other, 4).get(3).get("text").asString()).contains("답변");
            assertThat(lookUp(other).at("/answers/0/text").asString()).isEqualTo("치웠습니다.");
        }
        assertThat(texts(leading, 3)).hasSize(3);
    }

    @Test
    void anotherOfficeGetsTheCaseAndTheResidentIsTold() throws Exception {
        Case one = filed("01035000003");

        body(officer(one, "transfer", Map.of("agency", "광주광역시청", "reason", "시에서 관리하는 공원입니다.")), 200);

        assertThat(texts(one, 3).get(2).get("text").asString()).contains("광주광역시청", "시에서 관리하는 공원입니다.");
        JsonNode seen = lookUp(one);
        assertThat(seen.get("status").asString()).isEqualTo("transferred");
        assertThat(seen.at("/ending/agency").asString()).isEqualTo("광주광역시청");
    }
}

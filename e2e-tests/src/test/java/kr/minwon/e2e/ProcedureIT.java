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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import kr.minwon.standalone.DemoAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The law's procedure through the public API, with the texts that a resident gets, the links in them, and what they text back. */
class ProcedureIT {
    private static final Pattern LINK = Pattern.compile("/s/([A-Za-z0-9_-]+)");
    private static final Pattern RECEIPT_NUMBER = Pattern.compile("\\d{4}-\\d{4}-\\d{4}");
    private static final String OFFICE_NUMBER = "0620000000";
    private static final String UNMATCHED = "/api/v1/staff/replies";

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
        return product.post(one.staff() + "/" + command, body, cleaning());
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
    void anAnswerIsReturnedDraftedAgainApprovedAndOnlyThenTold() throws Exception {
        Case one = filed("01035000020");
        Map<String, String> lead = bearer(accounts.key("lead", "cleaning").key());
        Map<String, Object> answer = Map.of("outcome", "불수용", "text", "사유지라 치울 수 없습니다.");

        body(officer(one, "answer-draft", answer), 200);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(awaitingApproval(lead)).contains(one.receiptNumber()));
        assertThat(lookUp(one).toString()).contains("assigned").doesNotContain("사유지", "결재");
        assertThat(officer(one, "approval", Map.of("decision", "approve", "revision", 1))
                        .statusCode())
                .as("an officer never approves")
                .isEqualTo(403);
        Map<String, Object> back = Map.of("decision", "return", "revision", 1, "reason", "근거를 적어 주세요.");
        body(product.post(one.staff() + "/approval", back, lead), 200);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(awaitingApproval(lead)).doesNotContain(one.receiptNumber()));
        assertThat(body(product.get(8080, one.staff(), cleaning()), 200)
                        .at("/answerDraft/returned/reason")
                        .asString())
                .isEqualTo("근거를 적어 주세요.");

        Map<String, Object> again = Map.of("outcome", "불수용", "text", "사유지라 치울 수 없습니다(폐기물관리법 제8조).", "revision", 1);
        body(officer(one, "answer-draft", again), 200);
        assertThat(product.texts(one.phone())).as("nothing is told of a draft").hasSize(2);
        assertThat(problem(product.post(one.staff() + "/approval", Map.of("decision", "approve", "revision", 1), lead)))
                .isEqualTo("draft-changed");
        body(product.post(one.staff() + "/approval", Map.of("decision", "approve", "revision", 2), lead), 200);

        assertThat(texts(one, 3)).hasSize(3);
        assertThat(lookUp(one).at("/answers/0/text").asString()).contains("폐기물관리법 제8조");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(awaitingApproval(lead)).doesNotContain(one.receiptNumber()));
    }

    private static List<String> awaitingApproval(Map<String, String> lead) throws Exception {
        return body(product.get(8080, "/api/v1/staff/queue?view=approval&departmentId=cleaning", lead), 200)
                .get("items")
                .valueStream()
                .map(item -> item.get("receiptNumber").asString())
                .toList();
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

    @Test
    void aFiveByTextRatesTheAnswerAndClosesTheCase() throws Exception {
        Case one = answered("01035000201");

        write(one, "5");

        JsonNode rated =
                seen(one, complaint -> complaint.get("status").asString().equals("closed"));
        assertThat(rated.at("/rating/score").asInt()).isEqualTo(5);
    }

    @Test
    void notSolvedByTextOpensTheCaseAgainWithANewDate() throws Exception {
        Case one = answered("01035000202");

        write(one, "해결 안됨");

        assertThat(texts(one, 4).get(3).get("text").asString()).contains("다시 처리", "처리기한");
        JsonNode open = lookUp(one);
        assertThat(open.get("status").asString()).isEqualTo("assigned");
        assertThat(open.get("reopenings")).hasSize(1);
        body(officer(one, "answer", Map.of("outcome", "수용", "text", "이번에는 치웠습니다.")), 200);
        texts(one, 5);
    }

    @Test
    void aSupplementIsAnsweredByText() throws Exception {
        Case one = filed("01035000203");
        body(officer(one, "supplement-request", Map.of("text", "어느 놀이터인지 알려 주세요.", "days", 5)), 200);
        String token = link(texts(one, 3).get(2));

        write(one, "화정3동 12-3 미끄럼틀 옆입니다");

        assertThat(texts(one, 4).get(3).get("text").asString()).contains("보완 내용이 접수");
        JsonNode supplied = lookUp(one);
        assertThat(supplied.get("status").asString()).isEqualTo("assigned");
        assertThat(supplied.at("/supplements/0/text").asString()).isEqualTo("화정3동 12-3 미끄럼틀 옆입니다");
        // A text holds no photo: the link takes what is missing, once.
        body(product.post("/api/v1/links/" + token, Map.of("text", "사진은 없습니다"), Map.of()), 200);
        assertThat(problem(product.post("/api/v1/links/" + token, Map.of("text", "또"), Map.of())))
                .isEqualTo("link-used");
    }

    @Test
    void aQuestionByTextIsInTheCaseForItsOfficer() throws Exception {
        Case one = filed("01035000204");

        write(one, "언제 치워 주시나요?");

        JsonNode note = noted(one, "언제 치워 주시나요?");
        assertThat(note.get("staffOnly").asBoolean()).isFalse();
        assertThat(repliesOf(one)).singleElement().satisfies(reply -> {
            assertThat(reply.get("text").asString()).isEqualTo("언제 치워 주시나요?");
            assertThat(reply.get("meaning").asString()).isEqualTo("note");
            assertThat(reply.has("handling")).isFalse();
        });
        assertThat(lookUp(one).get("status").asString()).isEqualTo("assigned");
    }

    @Test
    void aComplaintByTextIsFiledAndAnsweredWithItsNumberAndALinkForTheRest() throws Exception {
        String phone = "01035000205";

        product.write(phone, OFFICE_NUMBER, "화정3동 놀이터 가로등 꺼짐");

        Case one = new Case("", "", phone);
        JsonNode answer = texts(one, 1).getFirst();
        Matcher number = RECEIPT_NUMBER.matcher(answer.get("text").asString());
        assertThat(number.find()).as(answer.toString()).isTrue();
        JsonNode filed = body(
                product.get(
                        8080,
                        new Case(number.group(), "", phone).staff(),
                        bearer(accounts.intake().key())),
                200);
        assertThat(filed.get("title").asString()).isEqualTo("화정3동 놀이터 가로등 꺼짐");
        String token = link(answer);
        JsonNode asked = body(product.get(8080, "/api/v1/links/" + token, Map.of()), 200);
        assertThat(asked.get("action").asString()).isEqualTo("details");
        assertThat(asked.get("receiptNumber").asString()).isEqualTo(number.group());
        Map<String, String> rest = Map.of("address", "광주광역시 서구 화정3동 12-3", "text", "미끄럼틀 옆 가로등입니다.");
        body(product.post("/api/v1/links/" + token, rest, Map.of()), 200);
        JsonNode told = body(
                product.get(
                        8080,
                        new Case(number.group(), "", phone).staff(),
                        bearer(accounts.intake().key())),
                200);
        assertThat(told.get("changes").toString()).contains("화정3동 12-3", "미끄럼틀 옆 가로등입니다.");
    }

    @Test
    void whatNobodyCanTellWaitsInTheOfficesListUntilItIsGivenToACaseWhereOnlyStaffSeeIt() throws Exception {
        Case one = filed("01035000206");
        String words = "저번에 말씀드린 사람입니다";
        product.write("01035000207", OFFICE_NUMBER, words);
        JsonNode waiting = await().atMost(Duration.ofSeconds(15))
                .until(() -> unmatched(words), found -> found.size() == 1)
                .getFirst();
        assertThat(waiting.get("from").asString()).isEqualTo("010-****-0207");

        body(
                product.post(
                        UNMATCHED + "/" + waiting.get("replyId").asString() + "/note",
                        Map.of("receiptNumber", one.receiptNumber()),
                        bearer(accounts.intake().key())),
                200);

        assertThat(noted(one, words).get("staffOnly").asBoolean()).isTrue();
        assertThat(unmatched(words)).isEmpty();
        assertThat(repliesOf(one).getFirst().at("/handling/what").asString()).isEqualTo("attached");
        assertThat(lookUp(one).toString()).doesNotContain(words);
    }

    private static Case answered(String phone) throws Exception {
        Case one = filed(phone);
        body(officer(one, "answer", Map.of("outcome", "수용", "text", "치웠습니다.")), 200);
        texts(one, 3);
        return one;
    }

    private static void write(Case one, String text) throws Exception {
        product.write(one.phone(), OFFICE_NUMBER, text);
    }

    private static JsonNode seen(Case one, Predicate<JsonNode> how) {
        return await().atMost(Duration.ofSeconds(15)).until(() -> lookUp(one), how);
    }

    /** What the case's officer reads of a text in the course of the case. */
    private static JsonNode noted(Case one, String words) {
        return await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> body(product.get(8080, one.staff(), cleaning()), 200)
                                .get("timeline")
                                .valueStream()
                                .filter(entry -> entry.get("step").asString().equals("texted")
                                        && entry.get("text").asString().endsWith(words))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static List<JsonNode> repliesOf(Case one) throws Exception {
        return body(product.get(8080, one.staff() + "/replies", cleaning()), 200)
                .get("items")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> unmatched(String words) throws Exception {
        return body(
                        product.get(
                                8080,
                                UNMATCHED + "?state=open",
                                bearer(accounts.intake().key())),
                        200)
                .get("items")
                .valueStream()
                .filter(reply -> reply.get("text").asString().equals(words))
                .toList();
    }

    private static Map<String, String> cleaning() {
        return bearer(accounts.key("officer", "cleaning").key());
    }
}

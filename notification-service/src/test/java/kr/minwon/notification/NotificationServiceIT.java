package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import kr.minwon.indexproof.WriteCount;
import kr.minwon.notification.Office.Case;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service on a real store, a real broker and a real SMSC. */
@ExtendWith(OutputCaptureExtension.class)
class NotificationServiceIT {
    private static final String LIST = "/api/v1/staff/messages";
    private static final Caller OFFICER = staff(Role.OFFICER, "acc-construction-1", "construction");
    private static final Caller STRANGER = staff(Role.OFFICER, "acc-green-1", "green");
    private static final Caller OPERATOR = staff(Role.OPERATOR, "acc-operator");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static Phones phones;
    private static TestBed bed;
    private static Office office;
    private static RunningService service;

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
        phones = new Phones();
        bed = new TestBed(phones.smppPort());
        office = new Office(bed);
        service = startService();
    }

    private static RunningService startService() {
        RunningService started = RunningService.start(
                bed,
                "it",
                "minwon.public-url=https://minwon.seogu.example/",
                "minwon.smpp.answer-within=" + ANSWER_WITHIN.toMillis() + "ms",
                "minwon.sms.dispatch.receipts-kept=3s",
                "minwon.sms.burst.within=4s",
                "minwon.sms.figures.every=500ms",
                // Faults on demand are no reason to leave this provider alone.
                "minwon.smpp.breaker.minimum=10000",
                "minwon.smpp.breaker.window=10000");
        await().until(() -> phones.sessions() == 1);
        return started;
    }

    @AfterEach
    void behave() {
        phones.behave();
        await().until(() -> phones.sessions() == 1);
    }

    /** Whatever the tests above asked of the store. */
    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        try {
            RunningService.SHAPES.assertServed();
        } finally {
            service.close();
            office.close();
            phones.close();
        }
    }

    private static void awaitTexts(Case one, int count) {
        await().untilAsserted(() -> assertThat(phones.texts(one.phone())).hasSize(count));
    }

    private static void awaitState(Case one, String step, String state) {
        await().untilAsserted(() -> assertThat(stored(one, step)).containsEntry("state", state));
    }

    private static Document stored(Case one, String step) {
        Document found = service.database()
                .getCollection("messages")
                .find(new Document("_id", one.messageId(step)))
                .first();
        return found == null ? new Document() : found;
    }

    private static Document storedCase(Case one) {
        Document found = service.database()
                .getCollection("cases")
                .find(new Document("_id", one.id()))
                .first();
        return found == null ? new Document() : found;
    }

    private static JsonNode listed(Caller caller, String query) {
        Reply reply = service.get(caller, LIST + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static List<JsonNode> items(JsonNode list, Predicate<JsonNode> which) {
        List<JsonNode> found = new ArrayList<>();
        list.get("items").forEach(item -> {
            if (which.test(item)) {
                found.add(item);
            }
        });
        return found;
    }

    @Test
    void aFiledAndAssignedComplaintIsToldInTwoTexts() {
        Case one = office.file();

        awaitTexts(one, 2);

        assertThat(phones.texts(one.phone()).get(0)).isEqualTo("[서구청] 민원이 접수되었습니다.\n접수번호 " + one.receiptNumber());
        assertThat(phones.texts(one.phone()).get(1)).contains("건설과", "062-000-0000", "11월 26일(목) 10시 12분까지");
        assertThat(phones.messages(one.phone())).allSatisfy(message -> {
            assertThat(message.get("encoding").asString()).isEqualTo("EUC-KR");
            assertThat(message.get("from").asString()).isEqualTo("0620000000");
            assertThat(message.get("parts").asInt()).isEqualTo(1);
        });
        awaitState(one, "assigned.1", "delivered");
    }

    @Test
    void aSupplementAndAnExtensionAreToldInOrderWithALinkToAnswerBy() {
        Case one = office.file();
        office.publish("complaint.supplement-requested.v1", one, 3);
        office.publish("complaint.supplemented.v1", one, 4);
        office.publish("complaint.extended.v1", one, 5);

        awaitTexts(one, 5);
        List<String> texts = phones.texts(one.phone());
        String link = "https://minwon.seogu.example/s/" + one.token();
        assertThat(texts.get(2)).contains("보완을 요청합니다", "12월 4일(금)까지", link + "\n", "건설과 담당 062-000-0000");
        assertThat(texts.get(3)).contains("보완 내용이 접수되어", "062-000-0000");
        assertThat(texts.get(4)).contains("연장되었습니다", "부품을 주문했습니다.", "12월 10일(목) 18시까지");
        awaitState(one, "supplement.1", "delivered");
        awaitState(one, "supplemented.1", "delivered");
        awaitState(one, "extended.1", "delivered");
        JsonNode items =
                listed(OFFICER, "?receiptNumber=" + one.receiptNumber()).get("items");
        assertThat(items.size()).isEqualTo(5);
        assertThat(items.get(2).get("text").asString()).contains("/s/…").doesNotContain(one.token());
    }

    @Test
    void staffSeeTheTextsOfTheirDepartmentsCase() {
        Case one = office.file();
        awaitState(one, "received.1", "delivered");
        awaitState(one, "assigned.1", "delivered");

        JsonNode items = listed(OFFICER, "?receiptNumber=" + one.receiptNumber().replace("-", ""))
                .get("items");

        assertThat(items.size()).isEqualTo(2);
        JsonNode first = items.get(0);
        assertThat(first.get("messageId").asString()).isEqualTo(one.messageId("received.1"));
        assertThat(first.get("receiptNumber").asString()).isEqualTo(one.receiptNumber());
        assertThat(first.get("step").asString()).isEqualTo("received.1");
        assertThat(first.get("recipient").asString()).isEqualTo("reporter");
        assertThat(first.get("to").asString())
                .isEqualTo("010-****-" + one.phone().substring(7));
        assertThat(first.get("text").asString()).startsWith("[서구청]");
        assertThat(first.get("encoding").asString()).isEqualTo("EUC-KR");
        assertThat(first.get("provider").asString()).isEqualTo("smpp");
        assertThat(first.get("state").asString()).isEqualTo("delivered");
        assertThat(first.get("templateVersion").asString()).isEqualTo("received-ko-1");
        for (String time : List.of("queuedAt", "sentAt", "acceptedAt")) {
            assertThat(first.get(time).asString()).endsWith("+09:00");
        }
        assertThat(first.at("/receipt/state").asString()).isEqualTo("delivered");
        assertThat(first.at("/receipt/at").asString()).endsWith("+09:00");
        assertThat(items.get(1).get("step").asString()).isEqualTo("assigned.1");
        assertThat(listed(OFFICER, "?receiptNumber=" + one.receiptNumber()).get("items"))
                .isEqualTo(items);
    }

    @Test
    void anotherDepartmentsCaseIsRefused() {
        Case one = office.file();
        awaitState(one, "assigned.1", "delivered");

        Reply refused = service.get(STRANGER, LIST + "?receiptNumber=" + one.receiptNumber());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("other-department");
        for (Role role : List.of(Role.INTAKE, Role.ADMIN, Role.AUDITOR, Role.OPERATOR)) {
            assertThat(listed(staff(role, "acc-" + role), "?receiptNumber=" + one.receiptNumber())
                            .get("items")
                            .size())
                    .as(role.name())
                    .isEqualTo(2);
        }
        Caller otherOffice = new Caller("acc-b", "b", Role.ADMIN, "bukgu", java.util.Set.of(), "");
        assertThat(listed(otherOffice, "?receiptNumber=" + one.receiptNumber())
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void aQuestionThatIsNoneGetsItsProblem() {
        assertProblem("", 400, "messages-of-what");
        assertProblem("?state=queued", 400, "messages-of-what");
        assertProblem("?state=unknown&receiptNumber=2611-0000-0000", 400, "messages-of-what");
        assertProblem("?receiptNumber=%7B%22$ne%22:null%7D", 400, "no-receipt-number");
        assertProblem("?receiptNumber=2611-4821", 400, "no-receipt-number");
        assertProblem("?state=unknown&cursor=bukgu/x", 400, "no-such-list-page");
        assertProblem("?state=unknown&limit=0", 400, "no-such-list-page");
        assertProblem("?state=unknown&limit=101", 400, "no-such-list-page");
        assertThat(listed(OFFICER, "?receiptNumber=9999-9999-9999").get("items").size())
                .isZero();
        assertThat(service.unsigned(LIST + "?state=unknown").status()).isEqualTo(401);
        assertThat(service.get(anonymous(), LIST + "?state=unknown").status()).isEqualTo(401);
    }

    private static void assertProblem(String query, int status, String slug) {
        Reply reply = service.get(OPERATOR, LIST + query);
        assertThat(reply.status()).as(query).isEqualTo(status);
        assertThat(reply.problem()).as(query).isEqualTo(slug);
        assertThat(reply.json().get("detail").asString()).matches(".*[가-힣].*");
    }

    @Test
    void aWriterSeesHowATextWouldGoOut() {
        JsonNode fits = preview("{\"text\":\"안녕하세요\"}");
        assertThat(fits.get("encodable").asBoolean()).isTrue();
        assertThat(fits.get("bytes").asInt()).isEqualTo(10);
        assertThat(fits.get("type").asString()).isEqualTo("SMS");
        assertThat(fits.get("segments").asInt()).isEqualTo(1);

        JsonNode titled = preview("{\"text\":\"안녕\",\"subject\":\"제목\"}");
        assertThat(titled.get("type").asString()).isEqualTo("LMS");
        assertThat(titled.get("bytes").asInt()).isEqualTo(9);
        assertThat(preview("{\"text\":\"안녕\",\"subject\":\"\"}").get("type").asString())
                .isEqualTo("SMS");
        assertThat(preview("{\"text\":\"" + "가".repeat(1_001) + "\"}")
                        .get("type")
                        .asString())
                .isEqualTo("TOO_LONG");

        JsonNode lacking = preview("{\"text\":\"똠방 \\uD83D 😀 똠\"}");
        assertThat(lacking.get("encodable").asBoolean()).isFalse();
        assertThat(lacking.get("unencodable").size()).isEqualTo(3);
        assertThat(lacking.get("unencodable").get(0).asString()).isEqualTo("똠");
        assertThat(lacking.get("bytes").isNull()).isTrue();
        assertThat(lacking.get("type").isNull()).isTrue();

        JsonNode commands = preview("{\"text\":\"가\\u0000나\\r\\n다\\t라\"}");
        assertThat(commands.get("encodable").asBoolean()).isFalse();
        assertThat(commands.get("unencodable"))
                .extracting(JsonNode::asString)
                .as("a line end of Windows is one")
                .containsExactly("\0", "\t");
        assertThat(commands.at("/suggestions/0/replacement").asString()).isEmpty();
        assertThat(commands.at("/suggestions/1/replacement").asString()).isEqualTo(" ");
        assertThat(preview("{\"text\":\"가\\r\\n나\"}").get("bytes").asInt()).isEqualTo(5);

        assertThat(service.post(OFFICER, LIST + "/preview", "{}").status()).isEqualTo(422);
        assertThat(service.post(OFFICER, LIST + "/preview", "{\"text\":{\"$ne\":null}}")
                        .status())
                .isBetween(400, 422);
        assertThat(service.post(OFFICER, LIST + "/preview", "{\"text\":\"" + "a".repeat(10_001) + "\"}")
                        .problem())
                .isEqualTo("invalid-fields");
        assertThat(service.post(OFFICER, LIST + "/preview", "{\"text\"").problem())
                .isEqualTo("broken-json");
        assertThat(service.post(anonymous(), LIST + "/preview", "{\"text\":\"a\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aWriterSeesWhatGoesOutRoundTheWords() {
        JsonNode shown = preview("{\"text\":\"사진을 보내 주세요.\",\"step\":\"supplement\",\"receiptNumber\":\"261148219375\","
                + "\"values\":{\"department\":\"건설과\",\"officer\":\"홍길동\",\"contact\":\"062-360-7114\"}}");
        assertThat(shown.get("type").asString()).isEqualTo("SMS");
        JsonNode sent = shown.get("sent");
        assertThat(sent.get("type").asString()).isEqualTo("LMS");
        assertThat(sent.get("bytes").asInt()).isGreaterThan(150);
        assertThat(sent.get("text").asString()).contains("2611-4821-9375", "사진을 보내 주세요.", "건설과 홍길동 062-360-7114");
        assertThat(sent.get("assumed").get(0).asString()).isEqualTo("answerBy");
        assertThat(sent.get("shortened").asBoolean()).isFalse();
        assertThat(preview("{\"text\":\"단수\",\"step\":\"mailing\"}")
                        .get("sent")
                        .get("text")
                        .asString())
                .contains("단수\n수신거부 ");
        assertThat(preview("{\"text\":\"\u1100\u1161\"}").get("bytes").asInt())
                .as("as macOS types it")
                .isEqualTo(2);
        assertThat(preview("{\"text\":\"a\"}").get("sent").isNull()).isTrue();

        for (String wrong : List.of(
                "\"step\":\"answered\"",
                "\"step\":\"code\"",
                "\"step\":\"nosuch\"",
                "\"step\":\"extended\",\"values\":{\"dueAt\":\"tomorrow\"}",
                "\"step\":\"extended\",\"values\":{\"nosuch\":\"a\"}",
                "\"step\":\"extended\",\"values\":{\"officer\":\"" + "a".repeat(501) + "\"}")) {
            assertThat(service.post(OFFICER, LIST + "/preview", "{\"text\":\"a\"," + wrong + "}")
                            .problem())
                    .as(wrong)
                    .isEqualTo("invalid-fields");
        }
        assertThat(service.post(
                                OFFICER,
                                LIST + "/preview",
                                "{\"text\":\"a\",\"step\":\"closed\",\"receiptNumber\":\"12\"}")
                        .problem())
                .isEqualTo("no-receipt-number");
    }

    private static JsonNode preview(String json) {
        Reply reply = service.post(OFFICER, LIST + "/preview", json);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void theSameEventsAgainTellNothingAgain() {
        Case one = office.file();
        awaitState(one, "assigned.1", "delivered");

        office.submit(one);
        office.publish("complaint.assigned.v1", one, 2);
        office.submit(one);
        office.publish("complaint.answered.v1", one, 3);

        awaitTexts(one, 3);
        awaitState(one, "answered.1", "delivered");
        assertThat(phones.taken()).allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void eventsThatComeTooEarlyWaitAndAreToldInOrder() {
        Case one = office.newCase();
        office.publish("complaint.withdrawn.v1", one, 3);
        office.publish("complaint.assigned.v1", one, 2);
        await().until(() -> storedCase(one).containsKey("earlyAt"));
        assertThat(phones.texts(one.phone())).isEmpty();

        office.submit(one);

        awaitTexts(one, 3);
        assertThat(phones.texts(one.phone()).get(0)).contains("접수되었습니다");
        assertThat(phones.texts(one.phone()).get(1)).contains("담당부서");
        assertThat(phones.texts(one.phone()).get(2)).contains("취하");
    }

    @Test
    void withoutConsentNothingIsSentAndTheCaseIsRecorded() {
        Case one = office.newCase();
        office.publish(
                "complaint.submitted.v1",
                one,
                office.body("complaint.submitted.v1", one, 1).put("smsConsent", false));
        office.publish("complaint.assigned.v1", one, 2);
        Case after = office.file();
        awaitTexts(after, 2);
        await().untilAsserted(() -> assertThat(storedCase(one)).containsEntry("departmentId", "construction"));

        assertThat(phones.texts(one.phone())).isEmpty();
        assertThat(listed(OFFICER, "?receiptNumber=" + one.receiptNumber())
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void unknownTypesAndLaterVersionsArePassedOverWithTheirSequence() {
        Case one = office.newCase();
        office.submit(one);
        ObjectNode strange = office.body("complaint.assigned.v1", one, 2);
        strange.put("department", "another shape");
        office.publish("complaint.assigned.v2", one, strange);
        office.publish("complaint.started.v1", one, 3);
        office.publish("complaint.answered.v1", one, 4);

        awaitTexts(one, 2);
        assertThat(phones.texts(one.phone()).get(1)).contains("답변");
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheRestGoesOn() {
        Case poisoned = office.newCase();
        office.publish("complaint.submitted.v1", poisoned, "not even JSON".getBytes(StandardCharsets.UTF_8));
        ObjectNode lacking = office.body("complaint.submitted.v1", poisoned, 1);
        lacking.remove("reporter");
        office.publish("complaint.submitted.v1", poisoned, lacking);
        Case after = office.file();

        awaitTexts(after, 2);
        await().untilAsserted(() -> assertThat(office.deadLetters(poisoned)).hasSize(2));
        assertThat(phones.texts(poisoned.phone())).isEmpty();
    }

    @Test
    void aTextWithCharactersThatEucKrLacksGoesInUcs2() {
        Case one = office.newCase();
        office.submit(one);
        ObjectNode assigned = office.body("complaint.assigned.v1", one, 2);
        ((ObjectNode) assigned.get("department")).put("name", "똠방과 — 1팀");
        office.publish("complaint.assigned.v1", one, assigned);

        awaitTexts(one, 2);
        JsonNode second = phones.messages(one.phone()).get(1);
        assertThat(second.get("encoding").asString()).isEqualTo("UCS-2");
        assertThat(second.get("text").asString()).contains("똠방과 - 1팀").doesNotContain("?");
    }

    @Test
    void aLongTextIsOneSubmitWithItsPayload() {
        Case one = office.newCase();
        office.submit(one);
        ObjectNode answered = office.body("complaint.answered.v1", one, 2);
        ((ObjectNode) answered.get("department")).put("name", "가".repeat(60));
        ((ObjectNode) answered.get("officer")).put("name", "나".repeat(60));
        office.publish("complaint.answered.v1", one, answered);

        awaitTexts(one, 2);
        List<JsonNode> submits = phones.submits().stream()
                .filter(submit -> submit.get("to").asString().equals(one.phone()))
                .toList();
        assertThat(submits).hasSize(2);
        assertThat(submits.get(1).get("bytes").asInt()).isGreaterThan(254);
        assertThat(phones.texts(one.phone()).get(1)).contains("가".repeat(60), "나".repeat(59));
    }

    @Test
    void throttlingIsRespectedAndNothingIsToldTwice() {
        phones.faults("{\"throttlePerSecond\":10}");
        List<Case> cases = new ArrayList<>();
        for (int n = 0; n < 15; n++) {
            cases.add(office.file());
        }
        for (Case one : cases) {
            awaitTexts(one, 2);
            assertThat(phones.texts(one.phone()).getFirst()).contains("접수되었습니다");
        }
        assertThat(phones.taken()).allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
        long refused = phones.submits().stream()
                .filter(submit -> submit.get("outcome").asString().equals("rejected"))
                .count();
        assertThat(refused).isBetween(1L, 60L);
    }

    @Test
    void aBadNumberFailsForGoodAndIsTold() {
        Case one = office.newCase();
        phones.faults("{\"rejectNumbers\":[\"" + one.phone() + "\"]}");
        office.submit(one);

        awaitState(one, "received.1", "failed");
        await().untilAsserted(() -> assertThat(office.told(one)).singleElement().satisfies(told -> {
            assertThat(told.state()).isEqualTo("failed");
            assertThat(told.body().get("rank").asInt()).isEqualTo(4);
            assertThat(told.body().get("reason").asString()).isEqualTo("SMPP 0x0000000B");
            assertThat(told.subject()).isEqualTo("message/" + one.messageId("received.1"));
        }));
        assertThat(phones.submits().stream()
                        .filter(submit -> submit.get("to").asString().equals(one.phone())))
                .hasSize(1);
    }

    @Test
    void whatIsNotAnsweredIsUnknownListedAndNotSentAgain() {
        Case one = office.newCase();
        phones.faults("{\"dropAfterAccept\":true,\"noReceipt\":true}");
        office.submit(one);
        awaitState(one, "received.1", "unknown");
        phones.behave();
        office.publish("complaint.assigned.v1", one, 2);
        awaitState(one, "assigned.1", "delivered");

        JsonNode all = listed(OPERATOR, "?state=unknown");
        assertThat(items(all, item -> item.get("messageId").asString().equals(one.messageId("received.1"))))
                .singleElement()
                .satisfies(item -> assertThat(item.get("reason").asString()).contains("no answer"));
        assertThat(items(listed(OFFICER, "?state=unknown"), item -> true)).isNotEmpty();
        assertThat(items(listed(STRANGER, "?state=unknown"), item -> true)).isEmpty();
        assertThat(office.told(one)).extracting(Office.Told::state).startsWith("unknown");
        awaitTexts(one, 2);
        await().untilAsserted(() -> assertThat(
                        service.meters().get("minwon.sms.unknown").gauge().value())
                .isGreaterThanOrEqualTo(1));
    }

    @Test
    void theListOfUnknownOnesIsPaged() {
        List<Case> cases = new ArrayList<>();
        phones.faults("{\"dropAfterAccept\":true,\"noReceipt\":true}");
        for (int n = 0; n < 3; n++) {
            Case one = office.newCase();
            office.submit(one);
            cases.add(one);
        }
        cases.forEach(one -> awaitState(one, "received.1", "unknown"));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = listed(OPERATOR, "?state=unknown&limit=2" + cursor);
            page.get("items").forEach(item -> seen.add(item.get("messageId").asString()));
            JsonNode next = page.get("next");
            cursor = next.isNull()
                    ? ""
                    : "&cursor=" + java.net.URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(
                        cases.stream().map(one -> one.messageId("received.1")).toList());
    }

    @Test
    void aReceiptEndsTheDoubtByOurReference() {
        Case one = office.newCase();
        phones.faults("{\"dropAfterAccept\":true,\"receiptDelayMs\":"
                + ANSWER_WITHIN.plusSeconds(1).toMillis() + "}");
        office.submit(one);

        awaitState(one, "received.1", "unknown");
        awaitState(one, "received.1", "delivered");

        await().untilAsserted(() ->
                assertThat(office.told(one)).extracting(Office.Told::state).containsExactly("unknown", "delivered"));
        awaitTexts(one, 1);
    }

    @Test
    void aReceiptWithoutOurReferenceEndsTheOnlyDoubtAboutItsPhone() {
        Case one = office.newCase();
        phones.faults("{\"dropAfterAccept\":true,\"forgetReference\":true,\"receiptTwice\":true}");
        office.submit(one);

        awaitState(one, "received.1", "delivered");

        await().untilAsserted(() ->
                assertThat(office.told(one)).extracting(Office.Told::state).containsExactly("unknown", "delivered"));
        assertThat(stored(one, "received.1")).doesNotContainKeys("phoneKeys", "referenceKeys", "unknownKey", "askKey");
        assertThat(service.database()
                        .getCollection("messages")
                        .find(new Document("phoneKeys", new Document("$exists", true)))
                        .map(Document::toJson))
                .allSatisfy(json -> assertThat(json).doesNotContain(one.phone()));
    }

    private static Reply decide(Caller caller, Case one, int attempt, String decision) {
        return service.post(
                caller,
                LIST + "/decision",
                "{\"messageId\":\"%s\",\"attempt\":%d,\"decision\":\"%s\"}"
                        .formatted(one.messageId("received.1"), attempt, decision));
    }

    /** A case whose first text is in doubt; no receipt will tell. */
    private static Case inDoubt() {
        Case one = office.newCase();
        phones.faults("{\"dropAfterAccept\":true,\"noReceipt\":true}");
        office.submit(one);
        awaitState(one, "received.1", "unknown");
        phones.behave();
        return one;
    }

    @Test
    void aTextInDoubtIsSentAgainByAPersonsDecisionOnce() {
        Case one = inDoubt();

        Reply decided = decide(OPERATOR, one, 1, "resend");

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().get("state").asString()).isEqualTo("queued");
        assertThat(decided.json().get("attempt").asInt()).isEqualTo(2);
        awaitState(one, "received.1", "delivered");
        assertThat(decide(OPERATOR, one, 1, "resend").status()).isEqualTo(200);
        Reply late = decide(staff(Role.ADMIN, "acc-admin"), one, 1, "leave");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("message-decided");
        awaitTexts(one, 2);
        assertThat(phones.submits().stream()
                        .filter(submit -> submit.get("to").asString().equals(one.phone()))
                        .map(submit -> submit.get("userMessageReference").asInt()))
                .hasSize(2)
                .doesNotHaveDuplicates();
        JsonNode item =
                listed(OPERATOR, "?receiptNumber=" + one.receiptNumber()).at("/items/0");
        assertThat(item.at("/earlier/0/state").asString()).isEqualTo("unknown");
        assertThat(item.at("/earlier/0/cause").asString()).isEqualTo("no-answer");
        assertThat(item.at("/earlier/0/decision/what").asString()).isEqualTo("resend");
        assertThat(item.at("/earlier/0/decision/at").asString()).endsWith("+09:00");
        await().untilAsserted(() ->
                assertThat(office.told(one)).extracting(Office.Told::state).containsExactly("unknown", "delivered"));
        assertThat(office.told(one).getLast().body().get("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void aTextInDoubtIsLeftByAPersonsDecisionAndAReceiptStillEndsIt() {
        Case one = office.newCase();
        phones.faults("{\"dropAfterAccept\":true,\"receiptDelayMs\":5000}");
        office.submit(one);
        awaitState(one, "received.1", "unknown");
        Reply decided = decide(OPERATOR, one, 1, "leave");

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().get("awaitsDecision").asBoolean()).isFalse();
        assertThat(items(
                        listed(OPERATOR, "?state=unknown"),
                        item -> item.get("messageId").asString().equals(one.messageId("received.1"))))
                .isEmpty();
        await().untilAsserted(() -> assertThat(
                        office.told(one).getLast().body().path("decision").asString())
                .isEqualTo("leave"));
        awaitState(one, "received.1", "delivered");
        Reply late = decide(OPERATOR, one, 1, "resend");
        assertThat(late.problem()).isEqualTo("message-decided");
        awaitTexts(one, 1);
    }

    @Test
    void whatIsKnownOrOvertakenOrNotTheirsIsNotDecided() {
        Case known = office.newCase();
        office.submit(known);
        awaitState(known, "received.1", "delivered");
        Reply late = decide(OPERATOR, known, 1, "resend");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("message-known");
        assertThat(late.json().get("state").asString()).isEqualTo("delivered");

        Case answered = inDoubt();
        office.publish("complaint.assigned.v1", answered, 2);
        awaitState(answered, "assigned.1", "delivered");
        assertThat(decide(OFFICER, answered, 1, "resend").status()).isEqualTo(403);
        Reply stranger = decide(staff(Role.LEAD, "acc-green-lead", "green"), answered, 1, "resend");
        assertThat(stranger.problem()).isEqualTo("other-department");
        Caller otherOffice = new Caller("acc-b", "b", Role.ADMIN, "bukgu", java.util.Set.of(), "");
        assertThat(decide(otherOffice, answered, 1, "resend").problem()).isEqualTo("message-not-found");
        office.publish("complaint.answered.v1", answered, 3);
        awaitState(answered, "answered.1", "delivered");
        JsonNode item = items(
                        listed(OPERATOR, "?state=unknown"),
                        one -> one.get("messageId").asString().equals(answered.messageId("received.1")))
                .getFirst();
        assertThat(item.get("later").get(1).asString()).isEqualTo("answered.1");
        assertThat(item.get("overtaken").asBoolean()).isTrue();
        Reply overtaken = decide(OPERATOR, answered, 1, "resend");
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.problem()).isEqualTo("message-overtaken");
        Reply own = decide(staff(Role.LEAD, "acc-construction-lead", "construction"), answered, 1, "leave");
        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void aDecisionThatIsNoneSaysWhatIsWrong() {
        for (String json : List.of(
                "{}",
                "{\"messageId\":\"x\",\"attempt\":0,\"decision\":\"resend\"}",
                "{\"messageId\":\"x\",\"attempt\":1,\"decision\":\"never-taken\"}",
                "{\"messageId\":\"" + "x".repeat(201) + "\",\"attempt\":1,\"decision\":\"leave\"}")) {
            Reply refused = service.post(OPERATOR, LIST + "/decision", json);
            assertThat(refused.status()).as(json).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("invalid-fields");
            assertThat(refused.body()).matches("(?s).*[가-힣].*");
        }
        assertThat(service.post(OPERATOR, LIST + "/decision", "{\"messageId\":{\"$ne\":null}}")
                        .status())
                .isBetween(400, 422);
        assertThat(service.post(
                                OPERATOR,
                                LIST + "/decision",
                                "{\"messageId\":\"x\",\"attempt\":1,\"decision\":\"leave\"}")
                        .problem())
                .isEqualTo("message-not-found");
        assertThat(service.post(anonymous(), LIST + "/decision", "{}").status()).isEqualTo(401);
    }

    @Test
    void aReceiptThatOvertakesTheAnswerIsAppliedOnce() {
        Case one = office.newCase();
        phones.faults("{\"receiptBeforeAnswer\":true,\"submitDelayMs\":300}");
        office.submit(one);
        awaitState(one, "received.1", "delivered");
        await().untilAsserted(() ->
                assertThat(office.told(one)).extracting(Office.Told::state).containsExactly("delivered"));
    }

    @Test
    void receiptsThatComeTwiceOrLateAreAppliedOnce() {
        Case one = office.newCase();
        phones.faults("{\"receiptTwice\":true,\"receiptDelayMs\":1500}");
        office.submit(one);
        office.publish("complaint.assigned.v1", one, 2);
        awaitState(one, "received.1", "delivered");
        awaitState(one, "assigned.1", "delivered");
        await().untilAsserted(() ->
                assertThat(office.told(one)).extracting(Office.Told::state).containsExactly("delivered", "delivered"));
        assertThat(stored(one, "received.1").get("outbox", Document.class).get("seq"))
                .isEqualTo(1L);
    }

    @Test
    void aFailedReceiptIsShownWithItsReason() {
        Case one = office.newCase();
        phones.faults("{\"receiptState\":\"UNDELIV\"}");
        office.submit(one);
        awaitState(one, "received.1", "failed");
        JsonNode item = listed(staff(Role.ADMIN, "acc-admin"), "?receiptNumber=" + one.receiptNumber())
                .at("/items/0");
        assertThat(item.at("/receipt/state").asString()).isEqualTo("failed");
        assertThat(item.at("/receipt/reason").asString()).isEqualTo("UNDELIV 001");
        assertThat(item.at("/receipt/cause").asString()).isEqualTo("no-such-number");
    }

    @Test
    void aLostConnectionIsBoundAgainAndNothingIsToldTwice() {
        phones.faults("{\"submitDelayMs\":100}");
        List<Case> cases = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            cases.add(office.file());
            if (n == 5) {
                phones.disconnect();
            }
        }
        for (Case one : cases) {
            await().until(() -> List.of("delivered", "accepted", "unknown")
                    .contains(String.valueOf(stored(one, "assigned.1").get("state"))));
        }
        assertThat(phones.taken()).allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
        cases.forEach(one -> assertThat(phones.texts(one.phone())).hasSizeBetween(0, 2));
        assertThat(phones.sessions()).isEqualTo(1);
    }

    @Test
    void whileTheProviderIsAwayMessagesWaitUnclaimedAlsoOverARestart() {
        phones.faults("{\"refuseBinds\":true}");
        phones.disconnect();
        await().until(() -> phones.sessions() == 0);
        List<Case> cases = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            cases.add(office.file());
        }
        cases.forEach(one -> awaitState(one, "assigned.1", "queued"));

        service.close();
        service = RunningService.start(bed, "it", "minwon.smpp.answer-within=2s");
        cases.forEach(one -> {
            assertThat(stored(one, "received.1"))
                    .containsEntry("state", "queued")
                    .containsEntry("version", 1L);
            assertThat(phones.texts(one.phone())).isEmpty();
        });
        phones.behave();

        for (Case one : cases) {
            awaitTexts(one, 2);
            assertThat(phones.texts(one.phone()).getFirst()).contains("접수되었습니다");
        }
        service.close();
        service = startService();
    }

    @Test
    void eachTextCostsFourWrites() {
        AtomicLong settled = new AtomicLong(-1);
        phones.faults("{\"noReceipt\":true}");
        Case warm = office.file();
        awaitState(warm, "assigned.1", "accepted");
        // What earlier tests left to be cleared is not this text's.
        await().during(Duration.ofMillis(1_500)).atMost(Duration.ofSeconds(15)).until(() -> {
            long now = RunningService.SHAPES.writes("messages").documents()
                    + RunningService.SHAPES.writes("cases").documents();
            return settled.getAndSet(now) == now;
        });
        WriteCount messages = RunningService.SHAPES.writes("messages");
        WriteCount cases = RunningService.SHAPES.writes("cases");

        Case one = office.file();
        awaitState(one, "received.1", "accepted");
        awaitState(one, "assigned.1", "accepted");

        // Insert, sending, accepted; the case's sequence. With filing and routing 14 are allowed.
        assertThat(RunningService.SHAPES.writes("messages").since(messages).documents())
                .isEqualTo(6);
        assertThat(RunningService.SHAPES.writes("cases").since(cases).documents())
                .isEqualTo(2);
    }

    @Test
    void moreNoticesThanAPhoneShouldGetInAMinuteAreToldByOneText() {
        List<Case> cases = new ArrayList<>();
        Case first = office.newCase();
        for (int n = 0; n < 14; n++) {
            Case one = office.newCase(first.phone());
            cases.add(one);
            office.submit(one);
        }
        awaitTexts(first, 14);
        cases.forEach(one -> office.publish("complaint.assigned.v1", one, 2));

        // Ten by themselves, the other four in one.
        awaitTexts(first, 25);
        String last = phones.texts(first.phone()).getLast();
        assertThat(last).startsWith("[서구청] 민원 안내 4건을 모아").contains("건설과", "062-000-0000");
        List<Case> merged = cases.stream()
                .filter(one -> "merged".equals(stored(one, "assigned.1").getString("cause")))
                .toList();
        assertThat(merged).hasSize(4).allSatisfy(one -> assertThat(last).contains(one.receiptNumber()));
        for (Case one : merged) {
            await().untilAsserted(() -> {
                JsonNode shown = items(
                                listed(OFFICER, "?receiptNumber=" + one.receiptNumber()),
                                item -> item.get("step").asString().equals("assigned.1"))
                        .getFirst();
                assertThat(shown.get("state").asString()).isEqualTo("dropped");
                assertThat(shown.get("mergedInto").get("state").asString()).isEqualTo("delivered");
                assertThat(shown.get("mergedInto").get("provider").asString()).isEqualTo("smpp");
            });
            // What others hear is what became of the text that told it.
            await().untilAsserted(() -> assertThat(office.told(one))
                    .filteredOn(told -> told.body().get("step").asString().equals("assigned.1"))
                    .extracting(Office.Told::state)
                    .containsExactly("delivered"));
        }
        assertThat(service.database()
                        .getCollection("merges")
                        .find(new Document("_id", new Document("$gt", "")))
                        .first())
                .isNull();
        assertThat(service.meters().counter("minwon.sms.merged").count()).isEqualTo(4);
    }

    @Test
    void anOfficesTextsAreCountedByWhatBecameOfThem() {
        long before = delivered();
        Case one = office.file();
        awaitState(one, "assigned.1", "delivered");
        await().untilAsserted(() -> assertThat(delivered()).isGreaterThanOrEqualTo(before + 2));
        JsonNode summary = summary();
        assertThat(summary.get("total").get("cost").asDouble()).isPositive();
        assertThat(summary.get("days").size()).isEqualTo(1);
        assertThat(items(summary, "departments"))
                .anySatisfy(
                        row -> assertThat(row.get("departmentId").asString()).isEqualTo("construction"));
        assertThat(items(summary, "providers"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("provider").asString()).isEqualTo("smpp"));
        assertThat(service.get(OPERATOR, LIST + "/summary?from=2026-01-01&to=2026-12-31")
                        .problem())
                .isEqualTo("no-such-days");
        assertThat(service.get(OPERATOR, LIST + "/summary?from=tomorrow").problem())
                .isEqualTo("no-such-days");
        assertThat(service.get(OFFICER, LIST + "/summary").status()).isEqualTo(403);
    }

    private static long delivered() {
        return summary().get("total").get("delivered").asLong();
    }

    private static JsonNode summary() {
        return listed(OPERATOR, "/summary");
    }

    private static List<JsonNode> items(JsonNode body, String list) {
        List<JsonNode> all = new ArrayList<>();
        body.get(list).forEach(all::add);
        return all;
    }

    private static Reply search(Caller caller, String phone, String reason, String cursor) {
        ObjectNode body = JSON.createObjectNode().put("phone", phone).put("reason", reason);
        return service.post(caller, LIST + "/search", (cursor == null ? body : body.put("cursor", cursor)).toString());
    }

    @Test
    void theTextsOfAPhoneAreShownForAReasonThatIsWrittenDownFirst(CapturedOutput output) {
        Caller intake = staff(Role.INTAKE, "acc-intake");
        Caller auditor = staff(Role.AUDITOR, "acc-auditor");
        Case one = office.file();
        Case other = office.newCase(one.phone());
        office.submit(other);
        awaitState(other, "received.1", "delivered");
        awaitState(one, "assigned.1", "delivered");
        String typed = one.phone().substring(0, 3) + "-" + one.phone().substring(3, 7) + "-"
                + one.phone().substring(7);

        JsonNode found = search(intake, typed, "안내를 못 받았다는 전화", null).json();

        assertThat(items(found, "items"))
                .extracting(item -> item.get("receiptNumber").asString())
                .containsExactlyInAnyOrder(one.receiptNumber(), one.receiptNumber(), other.receiptNumber());
        assertThat(found.toString()).doesNotContain(one.phone());
        assertThat(items(found, "items"))
                .allSatisfy(item -> assertThat(item.get("to").asString())
                        .isEqualTo("010-****-" + one.phone().substring(7)));
        JsonNode log = listed(auditor, "/searches?limit=1");
        JsonNode written = items(log, "items").getFirst();
        assertThat(written.get("number").asLong())
                .isEqualTo(found.get("searchNumber").asLong());
        assertThat(written.get("by").asString()).isEqualTo("acc-intake");
        assertThat(written.get("reason").asString()).isEqualTo("안내를 못 받았다는 전화");
        assertThat(written.get("intact").asBoolean()).isTrue();
        assertThat(log.toString())
                .doesNotContain(one.phone())
                .doesNotContain(one.phone().substring(3));
        assertThat(output.getAll()).doesNotContain(one.phone()).contains("texts of a phone were looked for");

        assertThat(items(search(intake, "010-9999-0000", "없는 번호로 찾음", null).json(), "items"))
                .isEmpty();
        assertThat(search(intake, "02-123-4567", "유선 번호로 찾음", null).problem()).isEqualTo("invalid-fields");
        assertThat(search(intake, one.phone(), "  ", null).problem()).isEqualTo("invalid-fields");
        assertThat(search(intake, one.phone(), "다음 쪽을 봄", "../x").problem()).isEqualTo("no-such-list-page");
        assertThat(search(auditor, one.phone(), "감사 담당은 찾지 않음", null).status()).isEqualTo(403);
        assertThat(service.get(intake, LIST + "/searches").status()).isEqualTo(403);
        assertThat(items(
                        search(staff(Role.INTAKE, "acc-other-office"), one.phone(), "다시 찾음", null)
                                .json(),
                        "items"))
                .isNotEmpty();
    }

    @Test
    void whatASearchFindsIsPagedWithTheNewestFirst() {
        Caller operator = OPERATOR;
        Case first = office.newCase();
        List<Document> many = new ArrayList<>();
        office.submit(first);
        awaitState(first, "received.1", "delivered");
        Document like = stored(first, "received.1");
        String owner = like.getString("ofPhone").split("/2026|/20")[0];
        for (int n = 0; n < 70; n++) {
            String id = first.id() + "/changed." + n + "/reporter";
            Document copy = new Document(like)
                    .append("_id", id)
                    .append("ofPhone", owner + "/2020-01-01T00:00:00.%03dZ/".formatted(n) + id);
            copy.remove("providerKey");
            many.add(copy);
        }
        service.database().getCollection("messages").insertMany(many);
        JsonNode page = search(operator, first.phone(), "쪽을 넘겨 봄", null).json();
        assertThat(items(page, "items")).hasSize(50);
        assertThat(items(page, "items").getFirst().get("step").asString()).isEqualTo("received.1");
        JsonNode rest = search(
                        operator, first.phone(), "쪽을 넘겨 봄", page.get("next").asString())
                .json();
        assertThat(items(rest, "items")).hasSize(21);
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void theHandOverIsInTheTraceOfTheFilingAndNothingPersonalIsLogged(CapturedOutput output) {
        Case one = office.newCase();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        office.publish(
                "complaint.submitted.v1",
                one,
                office.body("complaint.submitted.v1", one, 1),
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01");
        awaitState(one, "received.1", "delivered");

        assertThat(stored(one, "received.1").getString("traceparent")).contains(trace);
        await().untilAsserted(() -> assertThat(output.getAll().lines())
                .anySatisfy(line ->
                        assertThat(line).contains(trace).contains(one.messageId("received.1") + " handed over")));
        assertThat(output.getAll())
                .doesNotContain(one.phone())
                .doesNotContain(one.phone().substring(3))
                .doesNotContain("접수되었습니다");
    }

    @Test
    void theMetersHaveTheirNames() {
        Case one = office.file();
        awaitState(one, "assigned.1", "delivered");
        String page = service.management("/actuator/prometheus").body();
        assertThat(page)
                .contains(
                        "minwon_sms_handed_over_seconds_bucket{",
                        "le=\"1.0\"",
                        "le=\"10.0\"",
                        "minwon_sms_waiting{",
                        "minwon_sms_waiting_oldest_seconds",
                        "minwon_sms_unknown",
                        "minwon_sms_receipts_total{",
                        "minwon_sms_provider_ready{",
                        "resilience4j_circuitbreaker_state{",
                        "resilience4j_ratelimiter_available_permissions{")
                .doesNotContain(one.phone())
                .doesNotContain(one.id());
        assertThat(service.management("/actuator/health").json().get("status").asString())
                .isEqualTo("UP");
    }
}

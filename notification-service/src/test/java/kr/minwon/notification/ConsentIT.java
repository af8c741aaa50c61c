package kr.minwon.notification;

import static kr.minwon.notification.InboundTexts.signature;
import static kr.minwon.notification.InboundTexts.webhook;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.indexproof.QueryShape;
import kr.minwon.notification.Office.Case;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What people text, over real SMPP and by a webhook; who wants no more texts says so by a text or with a verified phone. */
class ConsentIT {
    private static final String LIST = "/api/v1/staff/replies";
    private static final String MINE = "/api/v1/my/consents";
    private static final String OFFICE_NUMBER = "0620000000";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Caller RESIDENT = anonymous();
    private static final Caller OPERATOR = staff(Role.OPERATOR, "acc-operator");
    private static final Caller INTAKE = staff(Role.INTAKE, "acc-intake");
    private static final Caller STRANGER = staff(Role.OFFICER, "acc-green-1", "green");
    private static final String WEBHOOK = "/api/v1/sms-inbound/carrier";

    private static Phones phones;
    private static TestBed bed;
    private static Office office;
    private static RunningService service;

    @BeforeAll
    static void start() {
        phones = new Phones();
        bed = new TestBed(phones.smppPort());
        office = new Office(bed);
        service = RunningService.start(
                bed,
                "it",
                "minwon.sms.inbound.sources.carrier.secret=" + InboundTexts.SECRET,
                "minwon.sms.pieces.sweep-every=200ms");
        await().until(() -> phones.sessions() == 1);
    }

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

    private static Case told(String how, String from) {
        Case one = office.file();
        await().atMost(SOON).until(() -> phones.texts(one.phone()).size() == 2);
        phones.write(one.phone(), from, how);
        return one;
    }

    private static Document stored(Case one, String step) {
        Document found = service.database()
                .getCollection("messages")
                .find(new Document("_id", one.messageId(step)))
                .first();
        return found == null ? new Document() : found;
    }

    @Test
    void afterAWordByTextNothingMoreGoesOutAndStaffSeeWhy() {
        Case one = told("수신 거부", OFFICE_NUMBER);
        await().atMost(SOON)
                .until(() -> service.meters()
                                .find("minwon.sms.replies")
                                .tag("meaning", "opt-out")
                                .counter()
                        != null);
        office.publish("complaint.answered.v1", one, 3);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stored(one, "answered.1")).containsEntry("state", "dropped"));
        assertThat(phones.texts(one.phone())).hasSize(2);
        JsonNode items = service.get(OPERATOR, "/api/v1/staff/messages?receiptNumber=" + one.receiptNumber())
                .json()
                .get("items");
        assertThat(items.get(2).get("cause").asString()).isEqualTo("opted-out");
        Document ledger = service.database()
                .getCollection("consents")
                .find(new Document("_id", new Document("$gt", "seogu/")))
                .first();
        assertThat(String.valueOf(ledger)).contains("entries").doesNotContain(one.phone());
    }

    @Test
    void otherWordsChangeNothing() {
        Case one = told("<script>alert(1)</script> 언제 되나요? 🙂".repeat(20), OFFICE_NUMBER);
        office.publish("complaint.answered.v1", one, 3);
        await().atMost(SOON).until(() -> phones.texts(one.phone()).size() == 3);
    }

    @Test
    void theOwnerOfAVerifiedPhoneSaysSoAndSeesTheirRecord() {
        Case one = office.file();
        await().atMost(SOON).until(() -> phones.texts(one.phone()).size() == 2);
        String token = token(one.phone());
        assertThat(service.get(MINE, "X-Phone-Token", token)
                        .json()
                        .get("caseNotices")
                        .asBoolean())
                .isTrue();

        Reply said = say(token, false);
        assertThat(said.status()).as(said.body()).isEqualTo(200);
        assertThat(said.json().get("caseNotices").asBoolean()).isFalse();
        office.publish("complaint.answered.v1", one, 3);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stored(one, "answered.1")).containsEntry("state", "dropped"));

        JsonNode again = say(token, true).json();
        assertThat(again.get("entries").size()).isEqualTo(2);
        assertThat(again.at("/entries/1/channel").asString()).isEqualTo("verifiedPhone");
        assertThat(again.at("/entries/1/words").asString()).isEqualTo("page-1/ko");
        assertThat(again.at("/entries/1/sentence").asString()).contains("문자 다시 받기");
        assertThat(again.at("/entries/0/sentence").asString()).contains("문자 그만 받기");
        office.publish("complaint.withdrawn.v1", one, 4);
        await().atMost(SOON).until(() -> phones.texts(one.phone()).size() == 4);
    }

    @Test
    void whatFilingsAgreedToIsListedInPages() {
        Case one = office.file();
        await().atMost(SOON).until(() -> phones.texts(one.phone()).size() == 2);
        String token = token(one.phone());
        JsonNode listed =
                service.get(MINE + "/filings?limit=1", "X-Phone-Token", token).json();
        assertThat(listed.at("/items/0/receiptNumber").asString()).isEqualTo(one.receiptNumber());
        assertThat(listed.at("/items/0/consentedAt").asString()).endsWith("+09:00");
        assertThat(listed.at("/items/0/withdrawnAt").isNull()).isTrue();
        say(token, false);
        JsonNode withdrawn =
                service.get(MINE + "/filings", "X-Phone-Token", token).json();
        assertThat(withdrawn.at("/items/0/withdrawnAt").asString()).endsWith("+09:00");
        JsonNode rest = service.get(
                        MINE + "/filings?cursor=" + listed.get("next").asString(), "X-Phone-Token", token)
                .json();
        assertThat(rest.get("items").size()).isZero();
        assertThat(rest.get("next").isNull()).isTrue();

        assertThat(service.get(RESIDENT, MINE + "/filings").problem()).isEqualTo("phone-not-verified");
        for (String wrong : List.of("?limit=0", "?limit=101", "?limit=x", "?cursor=%7B%22%24ne%22%3Anull%7D")) {
            assertThat(service.get(MINE + "/filings" + wrong, "X-Phone-Token", token)
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void withoutAVerifiedPhoneNothingIsShownOrSaid() {
        assertThat(service.get(RESIDENT, MINE).problem()).isEqualTo("phone-not-verified");
        assertThat(say("v1.f1.AAAA", false).problem()).isEqualTo("phone-not-verified");
        String token = token("01070000009");
        Reply wrong = service.post(MINE, "{\"purpose\":\"all\",\"words\":\"page-9/ko\"}", "X-Phone-Token", token);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").size()).isEqualTo(3);
    }

    @Test
    void aSignedTextOfAWebhookIsStoredOnceHoweverOftenItIsBrought() {
        String body = webhook("carrier-1", "01070000011", "여보세요 <b>거기</b> 어디죠");
        double before = replies("known");

        Reply first = bring(body, Instant.now());
        Reply again = bring(body, Instant.now());

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().get("taken").asBoolean()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(replies("known")).isEqualTo(before + 1);
        assertThat(open("여보세요 <b>거기</b> 어디죠")).singleElement().satisfies(text -> {
            assertThat(text.get("from").asString()).isEqualTo("010-****-0011");
            assertThat(text.get("why").asString()).isEqualTo("not-understood");
            assertThat(text.get("open").asBoolean()).isTrue();
        });
    }

    @Test
    void aForgedAlteredOrOldTextOfAWebhookIsNotTaken() {
        String body = webhook("carrier-2", "01070000012", "아무나 보낸 문자");
        Instant now = Instant.now();
        String signature = signature(now, body);
        String wrong = (signature.charAt(0) == '0' ? '1' : '0') + signature.substring(1);

        List<Reply> refused = List.of(
                bring(WEBHOOK, body, now, wrong),
                bring(WEBHOOK, body.replace("01070000012", "01070000013"), now, signature),
                bring(WEBHOOK, body, now.plusSeconds(1), signature),
                bring("/api/v1/sms-inbound/nobody", body, now, signature),
                bring(body, now.minus(Duration.ofMinutes(6))),
                bring(body, now.plus(Duration.ofMinutes(6))),
                service.post(WEBHOOK, body, Map.of()));

        assertThat(refused).allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(401);
            assertThat(one.problem()).isEqualTo("forged-text");
        });
        assertThat(open("아무나 보낸 문자")).isEmpty();
        assertThat(bring(body, now).status()).isEqualTo(200);
        assertThat(open("아무나 보낸 문자")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udh8", "udh16", "sar"})
    void aTextInPiecesIsOneText(String how) {
        Case one = office.file();
        await().atMost(SOON).until(() -> phones.texts(one.phone()).size() == 2);
        String korean = how + " 언제 고쳐지나요? 가로등이 깜빡이다 꺼졌습니다. ".repeat(10).strip();
        String emoji = korean + " 🙂";
        phones.writeInPieces(how, one.phone(), OFFICE_NUMBER, korean);
        phones.writeInPieces(how, one.phone(), OFFICE_NUMBER, emoji);
        await().atMost(SOON).until(() -> ofCase(one).size() == 2);
        assertThat(ofCase(one)).allSatisfy(text -> {
            assertThat(text.get("meaning").asString()).isEqualTo("note");
            assertThat(text.get("cut").asBoolean()).isFalse();
        });
        assertThat(ofCase(one))
                .extracting(text -> text.get("text").asString())
                .containsExactlyInAnyOrder(korean, emoji);
        assertThat(String.valueOf(service.database()
                        .getCollection("pieces")
                        .find(new Document("_id", new Document("$gt", "")))
                        .first()))
                .as("sealed")
                .doesNotContain(one.phone());
    }

    @Test
    void whatAMachineSaysIsAListOfItsOwn() {
        bring(webhook("carrier-5", "01070000017", "회의 중입니다. 나중에 연락드리겠습니다."), Instant.now());
        Reply list = service.get(INTAKE, LIST + "?state=automatic");
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.json().at("/items/0/from").asString()).isEqualTo("010-****-0017");
        assertThat(service.get(INTAKE, LIST + "?state=all").problem()).isEqualTo("replies-of-what");
        assertThat(RunningService.SHAPES.shapes())
                .as("what everyQueryIsServedByAnIndex proves")
                .extracting(QueryShape::sort)
                .contains(List.of("-automaticKey"), List.of("dueAt"));
    }

    @Test
    void aCaseShowsItsTextsAndThoseThatTheOfficeGaveToIt() {
        Case one = told("언제 고쳐지나요?", OFFICE_NUMBER);
        await().atMost(SOON).until(() -> ofCase(one).size() == 1);
        assertThat(ofCase(one).get(0).get("meaning").asString()).isEqualTo("note");
        assertThat(service.get(STRANGER, casePath(one)).problem()).isEqualTo("other-department");
        bring(webhook("carrier-3", "01070000014", "거기 구청 맞나요"), Instant.now());
        bring(webhook("carrier-4", "01070000015", "저기요"), Instant.now());
        String id = open("거기 구청 맞나요").getFirst().get("replyId").asString();
        String attached = "{\"receiptNumber\":\"" + one.receiptNumber() + "\"}";

        Reply given = service.post(INTAKE, LIST + "/" + id + "/note", attached);

        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(open("거기 구청 맞나요")).isEmpty();
        assertThat(ofCase(one).get(1).at("/handling/what").asString()).isEqualTo("attached");
        assertThat(service.post(INTAKE, LIST + "/" + id + "/note", attached).body())
                .as("sent again it is answered as the first time")
                .isEqualTo(given.body());
        Caller colleague = staff(Role.INTAKE, "acc-colleague");
        assertThat(service.post(colleague, LIST + "/" + id + "/note", attached).problem())
                .isEqualTo("reply-handled");
        assertThat(RunningService.SHAPES.shapes())
                .as("what everyQueryIsServedByAnIndex proves")
                .filteredOn(shape ->
                        shape.collection().equals("replies") && !shape.sort().isEmpty())
                .extracting(QueryShape::sort)
                .contains(List.of("openKey"), List.of("-_id"));
    }

    private static Reply bring(String body, Instant at) {
        return bring(WEBHOOK, body, at, signature(at, body));
    }

    private static Reply bring(String path, String body, Instant at, String signature) {
        return service.post(
                path,
                body,
                Map.of("X-Minwon-Timestamp", String.valueOf(at.getEpochSecond()), "X-Minwon-Signature", signature));
    }

    private static double replies(String meaning) {
        Counter counter = service.meters()
                .find("minwon.sms.replies")
                .tag("meaning", meaning)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    /** Those with these words in the office's list, read in pages of one. */
    private static List<JsonNode> open(String text) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Reply answer = service.get(INTAKE, LIST + "?state=open&limit=1" + cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().get("items").forEach(item -> {
                if (item.get("text").asString().equals(text)) {
                    found.add(item);
                }
            });
            JsonNode next = answer.json().get("next");
            cursor = next == null || next.isNull() ? null : "&cursor=" + next.asString();
        }
        return found;
    }

    private static String casePath(Case one) {
        return "/api/v1/staff/complaints/" + one.receiptNumber() + "/replies";
    }

    private static JsonNode ofCase(Case one) {
        return service.get(INTAKE, casePath(one)).json().get("items");
    }

    private static Reply say(String token, boolean given) {
        return service.post(MINE, "{\"purpose\":\"caseNotices\",\"given\":" + given + "}", "X-Phone-Token", token);
    }

    private static String token(String phone) {
        int before = phones.texts(phone).size();
        String id = service.post(RESIDENT, "/api/v1/phone-verifications", "{\"phone\":\"" + phone + "\"}")
                .json()
                .get("verificationId")
                .asString();
        await().atMost(SOON).until(() -> phones.texts(phone).size() == before + 1);
        String code = phones.texts(phone).getLast().replaceAll("(?s).*인증번호 ([0-9]{6}).*", "$1");
        return service.post(RESIDENT, "/api/v1/phone-verifications/" + id + "/check", "{\"code\":\"" + code + "\"}")
                .json()
                .get("phoneToken")
                .asString();
    }
}

package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import kr.minwon.notification.Office.Case;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who wants no more texts says so by a text, over real SMPP, or with a verified phone. */
class ConsentIT {
    private static final String MINE = "/api/v1/my/consents";
    private static final String OFFICE_NUMBER = "0620000000";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Caller RESIDENT = anonymous();
    private static final Caller OPERATOR = staff(Role.OPERATOR, "acc-operator");

    private static Phones phones;
    private static TestBed bed;
    private static Office office;
    private static RunningService service;

    @BeforeAll
    static void start() {
        phones = new Phones();
        bed = new TestBed(phones.smppPort());
        office = new Office(bed);
        service = RunningService.start(bed, "it");
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
        office.publish("complaint.withdrawn.v1", one, 4);
        await().atMost(SOON).until(() -> phones.texts(one.phone()).size() == 4);
    }

    @Test
    void withoutAVerifiedPhoneNothingIsShownOrSaid() {
        assertThat(service.get(RESIDENT, MINE).problem()).isEqualTo("phone-not-verified");
        assertThat(say("v1.f1.AAAA", false).problem()).isEqualTo("phone-not-verified");
        String token = token("01070000009");
        Reply wrong = service.post(MINE, "{\"purpose\":\"all\"}", "X-Phone-Token", token);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").size()).isEqualTo(2);
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

package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kr.minwon.notification.Office.Case;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.notification.verification.KnownPhones;
import kr.minwon.notification.verification.VerificationSettings;
import kr.minwon.notification.verification.VerifiedPhones;
import kr.minwon.notification.verification.VerifiedPhones.Budget;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phone verification on a real store and a real SMSC. */
class VerificationIT {
    private static final String SEND = "/api/v1/phone-verifications";
    private static final Caller RESIDENT = anonymous();
    private static final Caller OPERATOR = staff(Role.OPERATOR, "acc-operator");
    private static Phones phones;
    private static TestBed bed;
    private static RunningService service;

    @BeforeAll
    static void start() {
        phones = new Phones();
        bed = new TestBed(phones.smppPort());
        service = RunningService.start(bed, "it", "minwon.smpp.answer-within=1s");
        await().until(() -> phones.sessions() == 1);
    }

    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        try {
            RunningService.SHAPES.assertServed();
        } finally {
            service.close();
            phones.close();
        }
    }

    private static Reply send(String phone) {
        return service.post(RESIDENT, SEND, "{\"phone\":\"" + phone + "\"}");
    }

    private static Reply check(String id, String code) {
        return service.post(RESIDENT, SEND + "/" + id + "/check", "{\"code\":\"" + code + "\"}");
    }

    private static String textTo(String phone) {
        await().atMost(Duration.ofSeconds(20)).until(() -> phones.texts(phone).size() == 1);
        return phones.texts(phone).getFirst();
    }

    @Test
    void aCodeReachesThePhoneAndVerifiesItOnce() {
        Reply sent = send("０１０．7000．0001");
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String text = textTo("01070000001");
        assertThat(text).matches("\\[서구청] 인증번호 [0-9]{6}\n3분 안에 입력해 주세요\\. 다른 사람에게 알려 주지 마세요\\.");
        String code = text.replaceAll("(?s).*인증번호 ([0-9]{6}).*", "$1");
        String id = sent.json().get("verificationId").asString();
        assertThat(sent.body()).doesNotContain(code);

        Reply wrong = check(id, "000000".equals(code) ? "000001" : "000000");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.json().get("triesLeft").asInt()).isEqualTo(4);
        Reply verified = check(id, code.substring(0, 3) + " " + code.substring(3));
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        assertThat(verified.json().get("phoneToken").asString()).startsWith("v1.");
        assertThat(check(id, code).problem()).isEqualTo("code-over");

        Document stored = service.database()
                .getCollection("messages")
                .find(new Document("_id", "code/" + id))
                .first();
        assertThat(String.valueOf(stored)).doesNotContain(code, "01070000001");
        await().untilAsserted(() -> assertThat(service.database()
                        .getCollection("messages")
                        .find(new Document("_id", "code/" + id))
                        .first())
                .containsEntry("state", "delivered"));
    }

    @Test
    void anotherCodeSoSoonIsRefusedWithWhenToAskAgain() {
        assertThat(send("01070000002").status()).isEqualTo(202);
        Reply again = send("01070000002");
        assertThat(again.status()).isEqualTo(429);
        assertThat(again.problem()).isEqualTo("codes-too-often");
        // How long is in Retry-After alone, to the second; what the page is about, only the page knows.
        assertThat(again.json().get("detail").asString())
                .contains("기다렸다가")
                .doesNotContainPattern("[0-9]")
                .doesNotContain("조회코드");
        textTo("01070000002");
    }

    @Test
    void aDeviceThatVerifiedAPhoneAsksAgainWhileAStrangersCodeIsOnItsWay() {
        String phone = "01070000004";
        String id = send(phone).json().get("verificationId").asString();
        String code = textTo(phone).replaceAll("(?s).*인증번호 ([0-9]{6}).*", "$1");
        String device = check(id, code).json().get("deviceToken").asString();
        assertThat(service.get("/api/v1/my/consents", "X-Phone-Token", device).problem())
                .isEqualTo("phone-not-verified");

        assertThat(send(phone).problem()).isEqualTo("codes-too-often");
        String body = "{\"phone\":\"" + phone + "\"}";
        assertThat(service.post(SEND, body, "X-Device-Token", device + "x").problem())
                .isEqualTo("codes-too-often");
        Reply again = service.post(SEND, body, "X-Device-Token", device);
        assertThat(again.status()).as(again.body()).isEqualTo(202);
        assertThat(again.json().get("onlyIfKnown").asBoolean()).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> phones.texts(phone).size() == 2);
    }

    private static Budget take(int hour, boolean known) {
        VerificationSettings few = new VerificationSettings(
                Duration.ofMinutes(3),
                5,
                Duration.ofSeconds(60),
                5,
                10,
                4,
                4,
                3,
                75,
                Duration.ofMinutes(30),
                Duration.ofDays(180));
        LocalDateTime at = LocalDateTime.of(2026, 11, 23, hour, 59);
        return service.bean(VerifiedPhones.class).take("elsewhere", at, few, () -> known);
    }

    @Test
    void theHourIsForAnybodyAndTheRestOfTheDayForPhonesThatAreKnown() {
        List<Budget> atOnce =
                IntStream.range(0, 20).parallel().mapToObj(n -> take(0, false)).toList();
        assertThat(atOnce).filteredOn(Budget.OPEN::equals).hasSize(3);
        assertThat(atOnce).filteredOn(Budget.KNOWN_ONLY::equals).hasSize(17);
        assertThat(take(0, true)).isEqualTo(Budget.KNOWN_ONLY);
        assertThat(take(1, false)).isEqualTo(Budget.OPEN);
        List<Budget> rest =
                IntStream.range(0, 100).parallel().mapToObj(n -> take(0, true)).toList();
        assertThat(rest).filteredOn(Budget.KNOWN_ONLY::equals).hasSize(75 - 5);
        assertThat(rest).filteredOn(Budget.SPENT::equals).hasSize(30);
        assertThat(take(2, false)).isEqualTo(Budget.SPENT);
    }

    @Test
    void whoHasFiledIsKnownAndNobodyElse() {
        Case one;
        try (Office office = new Office(bed)) {
            one = office.file();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.bean(KnownPhones.class).knows("seogu", one.phone()));
        assertThat(service.bean(KnownPhones.class).knows("bukgu", one.phone())).isFalse();
        assertThat(service.bean(KnownPhones.class).knows("seogu", "01079999999"))
                .isFalse();
    }

    @Test
    void aCodeNobodyCanTellOfIsLeftAndNotListed() {
        phones.faults("{\"dropAfterAcceptPercent\":100,\"noReceipt\":true}");
        try {
            String id = send("01070000003").json().get("verificationId").asString();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(service.database()
                                    .getCollection("messages")
                                    .find(new Document("_id", "code/" + id))
                                    .first())
                            .containsEntry("state", "unknown")
                            .doesNotContainKey("unknownKey"));
            Reply listed = service.get(OPERATOR, "/api/v1/staff/messages?state=unknown");
            assertThat(listed.json().get("items").size()).isZero();
            Reply decided = service.post(
                    OPERATOR,
                    "/api/v1/staff/messages/decision",
                    "{\"messageId\":\"code/" + id + "\",\"attempt\":1,\"decision\":\"resend\"}");
            assertThat(decided.problem()).isEqualTo("message-not-found");
        } finally {
            phones.behave();
            await().until(() -> phones.sessions() == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "01112345678",
        "010123456789",
        "0101234567",
        "02-123-4567",
        "01012a45678",
        "120",
        "010\u200B12345678",
        "٠١٠١٢٣٤٥٦٧٨",
        "010\u202E12345678",
        "+82 2-123-4567",
        "010ー1234ー5678",
        "'01012345678,01087654321'"
    })
    void whatIsNoMobileIsRefused(String phone) {
        Reply reply = send(phone);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("phone");
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789abcdef0123456789abcdef, 123456, 404, code-over",
        "x, 123456, 404, code-over",
        "$where, 123456, 404, code-over",
        "0123456789abcdef0123456789abcdef, 12345, 422, invalid-fields",
        "0123456789abcdef0123456789abcdef, ١٢٣٤٥٦, 422, invalid-fields",
    })
    void whatWasNeverSentIsNotVerified(String id, String code, int status, String problem) {
        Reply reply = check(id, code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.problem()).isEqualTo(problem);
    }

    private static final String TEMPLATES = "/api/v1/staff/templates";
    private static final Caller LEAD = staff(Role.LEAD, "acc-construction-lead", "construction");
    private static final Caller ADMIN = staff(Role.ADMIN, "acc-admin");

    private static String json(String text) {
        return "{\"text\":\"" + text.replace("\n", "\\n") + "\"}";
    }

    private static Reply draft(String template, String text) {
        return service.put(LEAD, TEMPLATES + template + "/draft", json(text));
    }

    private static int revision(Reply drafted) {
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        return drafted.json().at("/draft/revision").asInt();
    }

    private static Reply approve(Caller by, String template, int revision) {
        return service.post(by, TEMPLATES + template + "/approval", "{\"revision\":" + revision + "}");
    }

    /** The template of codes, so that the next code has the new words. */
    @Test
    void aSecondPersonsApprovalChangesWhatIsTold() throws InterruptedException {
        String template = "/code/ko/sms";
        int revision = revision(draft(template, "[{office}] {code} ({minutes}분)\n새 문안"));
        assertThat(approve(LEAD, template, revision).problem()).isEqualTo("template-own-draft");
        try {
            List<Reply> both = Collections.synchronizedList(new ArrayList<>());
            Thread other = Thread.ofVirtual().start(() -> both.add(approve(ADMIN, template, revision)));
            both.add(approve(staff(Role.LEAD, "acc-green-lead", "green"), template, revision));
            other.join();
            assertThat(both).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);

            assertThat(send("01070000021").status()).isEqualTo(202);
            assertThat(textTo("01070000021")).matches("\\[서구청\\] [0-9]{6} \\(3분\\)\n새 문안");
            Reply version = service.get(OPERATOR, TEMPLATES + template + "/versions/code-ko-sms-v1");
            assertThat(version.json().get("text").asString()).contains("새 문안");
        } finally {
            approve(ADMIN, template, revision(draft(template, SEEDED_CODE)));
        }
        Reply now = service.get(ADMIN, TEMPLATES + template);
        assertThat(now.json().at("/active/version").asString()).isEqualTo("code-ko-sms-v2");
        assertThat(now.json().at("/history/0/version").asString()).isEqualTo("code-ko-sms-v1");
        assertThat(service.get(ADMIN, TEMPLATES + template + "/versions/code-ko-sms-v1")
                        .json()
                        .get("text")
                        .asString())
                .contains("새 문안");
        assertThat(service.get(ADMIN, TEMPLATES + template + "/versions/code-ko-1")
                        .json()
                        .get("text")
                        .asString())
                .isEqualTo(SEEDED_CODE);
    }

    private static final String SEEDED_CODE = "[{office}] 인증번호 {code}\n{minutes}분 안에 입력해 주세요. 다른 사람에게 알려 주지 마세요.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/assigned/ko/sms | [{office}] {department} {contact} | missing-variables | {dueAt}",
                "/received/ko/sms | [{office}] {담당자} | unknown-variable | {receiptNumber}",
                "/received/ko/sms | [{office}] { | stray-brace | 중괄호",
                "/received/ko/sms | 접수 — 완료 | template-unencodable | — → -",
                "/received/ko/alimtalk | 접수 | no-kakao-code | 카카오",
            })
    void whatMayNotGoOutIsRefusedAndSaidInWords(String template, String text, String code, String said) {
        Reply refused = draft(template, text);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(refused.json().at("/errors/0/detail").asString()).contains(said);
        assertThat(service.get(LEAD, TEMPLATES + template).json().at("/draft").isNull())
                .isTrue();
    }

    @Test
    void aTextIsShownOnAnEverydayCaseAndWithTheLongestValues() {
        Reply shown = service.post(LEAD, TEMPLATES + "/received/ko/sms/preview", json("[{office}] 접수 {receiptNumber}"));
        assertThat(shown.json().at("/everyday/text").asString()).isEqualTo("[서구청] 접수 2611-4821-9375");
        assertThat(shown.json().at("/everyday/bytes").asInt()).isEqualTo(28);
        assertThat(shown.json().at("/everyday/type").asString()).isEqualTo("SMS");
        Reply longest = service.post(
                LEAD,
                TEMPLATES + "/assigned/ko/sms/preview",
                "{\"text\":\"{department} {contact} {dueAt}\",\"longest\":{\"department\":\"도시공간혁신과\"}}");
        assertThat(longest.json().at("/longest/text").asString()).startsWith("도시공간혁신과 062-360-7114 062");
        assertThat(longest.json().at("/longest/type").asString()).isEqualTo("LMS");
        assertThat(service.post(LEAD, TEMPLATES + "/received/ko/sms/preview", json("{reason}"))
                        .json()
                        .at("/faults/0/code")
                        .asString())
                .isEqualTo("unknown-variable");
    }

    @Test
    void aTestGoesOnlyToAPhoneThatIsOnesOwnOnceAMinuteAndIsMarked() {
        String path = TEMPLATES + "/received/ko/sms/test";
        assertThat(service.post(LEAD, path, "{\"of\":\"active\"}").problem()).isEqualTo("phone-not-verified");
        String id = send("01070000022").json().get("verificationId").asString();
        String code = textTo("01070000022").replaceAll("(?s).*?([0-9]{6}).*", "$1");
        String token = check(id, code).json().get("phoneToken").asString();
        Reply sent = service.post(LEAD, path, "{\"of\":\"active\"}", "X-Phone-Token", token);
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        await().until(() -> phones.texts("01070000022").size() == 2);
        assertThat(phones.texts("01070000022").getLast()).isEqualTo("[시험] [서구청] 민원이 접수되었습니다.\n접수번호 2611-4821-9375");
        assertThat(service.post(LEAD, path, "{\"of\":\"draft\"}", "X-Phone-Token", token)
                        .problem())
                .isEqualTo("nothing-to-test");
        Reply again = service.post(LEAD, path, "{\"of\":\"active\"}", "X-Phone-Token", token);
        // Unless a minute has just begun.
        assertThat(again.status()).isIn(429, 202);
    }

    @Test
    void everyStepIsListedWithWhatIsToldNow() {
        Reply list = service.get(OPERATOR, TEMPLATES);
        assertThat(list.json().get("items").size()).isGreaterThanOrEqualTo(38);
        assertThat(list.json().at("/items/0/active/builtIn").asBoolean()).isTrue();
        assertThat(service.get(OPERATOR, TEMPLATES + "/received/fr/sms").problem())
                .isEqualTo("no-such-template");
        assertThat(service.get(OPERATOR, TEMPLATES + "/mailing/ko/sms").problem())
                .isEqualTo("no-such-template");
    }
}

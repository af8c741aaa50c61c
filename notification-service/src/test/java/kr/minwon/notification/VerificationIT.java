package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import kr.minwon.notification.RunningService.Reply;
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
    private static RunningService service;

    @BeforeAll
    static void start() {
        phones = new Phones();
        service = RunningService.start(new TestBed(phones.smppPort()), "it", "minwon.smpp.answer-within=1s");
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
        Reply sent = send("010-7000-0001");
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
        assertThat(again.json().get("detail").asString()).contains("1분 뒤에");
        textTo("01070000002");
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
    @CsvSource({"''", "01112345678", "010123456789", "0101234567", "02-123-4567", "+821012345678", "01012a45678", "120"
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
}

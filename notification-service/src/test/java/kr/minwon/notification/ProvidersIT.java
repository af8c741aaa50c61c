package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.minwon.notification.Office.Case;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The service with providers over HTTP: SOLAPI at one place, SENS and NHN Cloud at another; both are witnesses. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvidersIT {
    private static final String PREFIX = "minwon.sms.providers.";
    /** {@code printf simulator-webhook | openssl dgst -sha1}. */
    private static final String GENUINE = "a300b6472b7e18203ff14a86303e2d1e85b470b1";

    private static Phones first;
    private static Phones second;
    private static Office office;
    private static RunningService service;

    @BeforeAll
    static void start() {
        first = new Phones();
        second = new Phones();
        TestBed bed = new TestBed(1);
        office = new Office(bed);
        service = RunningService.start(
                bed,
                "providers",
                "minwon.public-url=https://minwon.seogu.example/",
                "minwon.smpp.enabled=false",
                PREFIX + "solapi.enabled=true",
                PREFIX + "solapi.base-url=" + first.web() + "/solapi",
                PREFIX + "solapi.weight=70",
                PREFIX + "solapi.api-key=NCSSIMULATOR",
                PREFIX + "solapi.api-secret=simulator-secret",
                PREFIX + "solapi.webhook-secret=simulator-webhook",
                PREFIX + "solapi.answer-within=4s",
                PREFIX + "nhncloud.enabled=true",
                PREFIX + "nhncloud.base-url=" + second.web() + "/nhncloud",
                PREFIX + "nhncloud.weight=15",
                PREFIX + "nhncloud.app-key=simulator-app",
                PREFIX + "nhncloud.secret-key=simulator-secret",
                PREFIX + "sens.enabled=true",
                PREFIX + "sens.base-url=" + second.web() + "/sens",
                PREFIX + "sens.weight=15",
                PREFIX + "sens.service-id=ncp:sms:kr:100000000000:simulator",
                PREFIX + "sens.access-key=simulator-access",
                PREFIX + "sens.secret-key=simulator-secret",
                "minwon.sms.choice.slower-than=700ms",
                "minwon.sms.choice.slow-minimum=4",
                "minwon.sms.choice.step=70",
                "minwon.sms.choice.move-every=100ms",
                "minwon.sms.choice.back-every=3s",
                "minwon.sms.results.every=500ms",
                "minwon.sms.alimtalk.profiles.seogu=KA01PF1",
                "minwon.sms.reconcile.alimtalk-after=1s",
                "minwon.sms.reconcile.every=300ms",
                "minwon.sms.reconcile.first-back-off=300ms");
    }

    @AfterEach
    void behave() {
        first.behave();
        second.behave();
    }

    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        try {
            RunningService.SHAPES.assertServed();
        } finally {
            service.close();
            office.close();
            first.close();
            second.close();
        }
    }

    private static List<Case> file(int cases) {
        List<Case> filed = new ArrayList<>();
        for (int n = 0; n < cases; n++) {
            filed.add(office.file());
        }
        return filed;
    }

    private static Document stored(String id) {
        return service.database()
                .getCollection("messages")
                .find(new Document("_id", id))
                .first();
    }

    private static String state(Case one, String step) {
        Document message = stored(one.messageId(step));
        return message == null ? "not stored" : message.getString("state");
    }

    private static void awaitHandedOver(List<Case> filed) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(filed)
                        .flatExtracting(one -> List.of(state(one, "received.1"), state(one, "assigned.1")))
                        .doesNotContain("not stored", "queued", "sending"));
    }

    /** How often each text was taken, at both together. */
    private static Map<String, Integer> taken() {
        Map<String, Integer> all = new HashMap<>(first.taken());
        second.taken().forEach((text, times) -> all.merge(text, times, Integer::sum));
        return all;
    }

    private static void assertNoneLostAndNoneTwice(List<Case> filed) {
        Map<String, Integer> taken = taken();
        assertThat(taken).allSatisfy((text, times) -> assertThat(times).as(text).isEqualTo(1));
        for (Case one : filed) {
            for (String step : List.of("received.1", "assigned.1")) {
                assertThat(taken)
                        .containsKey(
                                one.phone() + " " + stored(one.messageId(step)).getString("text"));
            }
        }
    }

    private static double points(String provider) {
        return service.meters()
                .get("minwon.sms.provider.points")
                .tag("provider", provider)
                .gauge()
                .value();
    }

    @Test
    @Order(1)
    void thePrimarySlowsFailsAndComesBackAndNothingIsLostOrToldTwice() {
        List<Case> all = new ArrayList<>(file(15));
        awaitHandedOver(all);
        assertThat(first.submits()).hasSizeGreaterThan(5);
        assertThat(points("solapi")).isEqualTo(70);

        // Slow: the others take over, and what the slow one has taken is waited for.
        first.faults("{\"submitDelayMs\":1500}");
        all.addAll(file(15));
        await().atMost(Duration.ofSeconds(30)).until(() -> points("solapi") == 0);
        awaitHandedOver(all);

        // Failing before it takes anything: it is a definite "not now", and goes to the others.
        first.faults("{\"httpFault\":\"UNAVAILABLE\"}");
        int before = first.submits().size();
        all.addAll(file(10));
        awaitHandedOver(all);
        assertThat(first.submits()).hasSize(before);

        // Back: its points drift back, and it is given texts again.
        first.behave();
        await().atMost(Duration.ofSeconds(30)).until(() -> points("solapi") == 70);
        List<Case> back = file(10);
        awaitHandedOver(back);
        all.addAll(back);
        await().atMost(Duration.ofSeconds(30)).until(() -> first.submits().size() > before);

        assertThat(all).allSatisfy(one -> assertThat(state(one, "assigned.1")).isIn("accepted", "delivered"));
        assertNoneLostAndNoneTwice(all);
    }

    @Test
    @Order(2)
    void whatWentUnansweredIsInDoubtUntilTheProviderIsAskedAndIsNotSentByAnother() {
        first.faults("{\"httpFault\":\"DROP\"}");
        second.faults("{\"httpFault\":\"UNAVAILABLE\"}");
        Case one = office.file();
        // It took the text, lost its answer, and is asked by our reference: it says that it arrived.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state(one, "received.1").equals("delivered"));
        first.behave();
        second.behave();
        awaitHandedOver(List.of(one));
        assertNoneLostAndNoneTwice(List.of(one));
    }

    @Test
    @Order(3)
    void aReceiptByWebhookEndsATextOnceAndAForgedOneNothing() {
        second.faults("{\"httpFault\":\"UNAVAILABLE\"}");
        Case one = office.file();
        awaitHandedOver(List.of(one));
        Document message = stored(one.messageId("received.1"));
        assertThat(message.getString("provider")).isEqualTo("solapi");
        String report = """
                [{"messageId":"%s","statusCode":"3043","to":"%s","customFields":{"handOverId":"%s"}}]""".formatted(message.getString("providerMessageId"), one.phone(), one.messageId("received.1"));

        assertThat(service.post("/api/v1/sms-receipts/solapi", report, "X-Solapi-Secret", "0" + GENUINE.substring(1))
                        .problem())
                .isEqualTo("forged-receipt");
        assertThat(service.post("/api/v1/sms-receipts/nhncloud", "{}", "X-Toast-Webhook-Signature", "")
                        .status())
                .isEqualTo(401);
        assertThat(service.post("/api/v1/sms-receipts/nobody", "{}", "X-Any", "x")
                        .status())
                .isEqualTo(401);
        assertThat(state(one, "received.1")).isEqualTo("accepted");

        for (int times = 0; times < 2; times++) {
            assertThat(service.post("/api/v1/sms-receipts/solapi", report, "X-Solapi-Secret", GENUINE)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(stored(one.messageId("received.1")))
                .containsEntry("state", "failed")
                .hasEntrySatisfying("cause", cause -> assertThat(cause).isEqualTo("phone-off"));
        assertThat(service.post("/api/v1/sms-receipts/solapi", "{\"half", "X-Solapi-Secret", GENUINE)
                        .problem())
                .isEqualTo("broken-json");
        assertThat(service.post(
                                "/api/v1/sms-receipts/solapi",
                                "[\"" + "x".repeat(300_000) + "\"]",
                                "X-Solapi-Secret",
                                GENUINE)
                        .status())
                .isEqualTo(413);
    }

    @Test
    @Order(4)
    void aProviderWithoutReceiptsIsAskedForThem() {
        first.faults("{\"httpFault\":\"UNAVAILABLE\"}");
        List<Case> filed = file(12);
        awaitHandedOver(filed);
        List<Document> bySens = filed.stream()
                .flatMap(one -> Stream.of(one.messageId("received.1"), one.messageId("assigned.1")))
                .map(ProvidersIT::stored)
                .filter(message -> "sens".equals(message.getString("provider")))
                .toList();
        assertThat(bySens).isNotEmpty();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(bySens)
                        .allSatisfy(message -> assertThat(stored(message.getString("_id")))
                                .containsEntry("state", "delivered")
                                .doesNotContainKey("resultKey")));
    }

    /** Nobody brings SOLAPI's reports here. */
    @Test
    @Order(5)
    void alimtalkOfWhichNoReportComesIsAskedAboutAndGoesBySmsOnce() {
        String template = "/api/v1/staff/templates/received/ko/alimtalk";
        Reply drafted = service.put(
                staff(Role.LEAD, "acc-construction-lead", "construction"),
                template + "/draft",
                "{\"text\":\"접수번호 {receiptNumber}\",\"code\":\"KA01TP1\"}");
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        assertThat(service.post(
                                staff(Role.ADMIN, "acc-admin"),
                                template + "/approval",
                                "{\"revision\":" + drafted.json().at("/draft/revision") + "}")
                        .status())
                .isEqualTo(200);

        // Taken, and found later to have no KakaoTalk.
        Case one = office.newCase("01071230099");
        office.submit(one);
        office.publish("complaint.assigned.v1", one, 2);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(earlier(one))
                    .singleElement()
                    .satisfies(first -> assertThat(first).containsEntry("cause", "not-by-kakao"));
            assertThat(state(one, "received.1")).isIn("accepted", "delivered");
        });
        awaitHandedOver(List.of(one));
        assertNoneLostAndNoneTwice(List.of(one));

        String id = earlier(one).getFirst().getString("providerMessageId");
        String late = """
                [{"messageId":"%s","statusCode":"3104","to":"%s","customFields":{"handOverId":"%s"}}]""".formatted(id, one.phone(), one.messageId("received.1"));
        assertThat(service.post("/api/v1/sms-receipts/solapi", late, "X-Solapi-Secret", GENUINE)
                        .status())
                .isEqualTo(200);
        assertThat(earlier(one)).hasSize(1);
    }

    private static List<Document> earlier(Case one) {
        Document message = stored(one.messageId("received.1"));
        return message == null ? List.of() : message.getList("earlier", Document.class, List.of());
    }
}

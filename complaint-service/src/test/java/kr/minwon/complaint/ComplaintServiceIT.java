package kr.minwon.complaint;

import static kr.minwon.complaint.Office.COMPLAINTS;
import static kr.minwon.complaint.Office.OFFICER;
import static kr.minwon.complaint.Office.OFFICER_ELSEWHERE;
import static kr.minwon.complaint.Office.PATH;
import static kr.minwon.complaint.Office.SERVICE;
import static kr.minwon.complaint.Office.answer;
import static kr.minwon.complaint.Office.assign;
import static kr.minwon.complaint.Office.claim;
import static kr.minwon.complaint.Office.file;
import static kr.minwon.complaint.Office.look;
import static kr.minwon.complaint.Office.move;
import static kr.minwon.complaint.Office.notification;
import static kr.minwon.complaint.Office.routing;
import static kr.minwon.complaint.Office.status;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.PhotoSweep;
import kr.minwon.indexproof.WriteCount;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The service on a real store and a real broker, called as the gateway calls it. */
class ComplaintServiceIT {
    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        SERVICE.bean(PhotoSweep.class).sweep();
        SERVICE.shapes().assertServed();
    }

    @Test
    void filesAComplaintAndTellsItOnce() {
        Reply filed = file();

        assertThat(filed.header("Location")).hasValue(PATH + "/" + filed.text("receiptNumber"));
        assertThat(filed.header("Cache-Control")).hasValue("no-store");
        assertThat(filed.text("status")).isEqualTo("accepted");
        assertThat(filed.text("lookupCode")).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(filed.text("submittedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+09:00");
        await().untilAsserted(() -> assertThat(COMPLAINTS.of(filed.text("complaintId")))
                .extracting(Topic.Event::type)
                .containsExactly("complaint.submitted.v1"));
    }

    @Test
    void filesWithOneWrite() {
        await().untilAsserted(() -> assertThat(pending()).isZero());
        WriteCount before = SERVICE.shapes().writes("complaints");

        Reply filed = file();
        long inserted = SERVICE.shapes().writes("complaints").since(before).documents();

        // At most one more: the clearing of the outbox may already have come.
        assertThat(inserted).isBetween(1L, 2L);
        await().untilAsserted(() ->
                assertThat(COMPLAINTS.of(filed.text("complaintId"))).hasSize(1));
        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(SERVICE.shapes().writes("complaints").since(before).documents())
                .isEqualTo(2);
    }

    private static long pending() {
        return SERVICE.database().getCollection("complaints").countDocuments(Filters.exists("relayAt"));
    }

    @Test
    void showsTheComplaintToTheHolderOfItsCode() {
        Reply filed = file();

        Reply seen = look(filed);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("title")).isEqualTo("골목 보안등이 꺼졌어요");
        assertThat(seen.text("categoryName")).isEqualTo("가로등·보안등");
        assertThat(seen.json().get("department").isNull()).isTrue();
        assertThat(seen.json().get("deadline").isNull()).isTrue();
        assertThat(seen.json().has("rating")).isFalse();
        assertThat(seen.json().at("/timeline/1/text").asString()).contains(filed.text("receiptNumber"));
        assertThat(seen.json().at("/location/address").asString()).isEqualTo("광주광역시 서구 화정3동 12-3");
        assertThat(seen.json().toString()).doesNotContain("홍길동");
    }

    @Test
    void opensToANumberAndCodeAsPeopleTypeThem() {
        Reply filed = file();

        Reply seen = SERVICE.get(
                anonymous(),
                PATH + "/" + filed.text("receiptNumber").replace("-", ""),
                "X-Lookup-Code",
                filed.text("lookupCode").toLowerCase(java.util.Locale.ROOT).replace("-", " "));

        assertThat(seen.status()).isEqualTo(200);
    }

    @Test
    void saysTheSameOfAWrongCodeAndOfANumberThatIsNone() {
        Reply filed = file();
        String wrong = "0000-0000-0000-0000";

        List<Reply> refused = List.of(
                SERVICE.get(anonymous(), Office.path(filed), "X-Lookup-Code", wrong),
                SERVICE.get(anonymous(), PATH + "/2611-0000-0009", "X-Lookup-Code", wrong),
                SERVICE.get(anonymous(), PATH + "/nonsense", "X-Lookup-Code", wrong),
                SERVICE.get(anonymous(), PATH + "/%7B%22$ne%22:null%7D", "X-Lookup-Code", wrong));

        assertThat(refused).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.problem()).isEqualTo("complaint-not-found");
            assertThat(withoutInstance(reply)).isEqualTo(withoutInstance(refused.getFirst()));
        });
    }

    /** The document without the path that was asked for, which the client knows. */
    private static ObjectNode withoutInstance(Reply reply) {
        ObjectNode document = (ObjectNode) reply.json();
        document.remove("instance");
        return document;
    }

    @Test
    void asksForTheCode() {
        Reply reply = SERVICE.get(anonymous(), Office.path(file()));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.problem()).isEqualTo("lookup-code-required");
    }

    @Test
    void answersARepeatedFilingAsTheFirstTime() {
        Map<String, Object> filing = Examples.filing();
        String key = Examples.key();
        Reply first = file(filing, "Idempotency-Key", key);
        assign(first, 1);
        await().until(() -> status(first).equals("assigned"));

        Reply again = file(filing, "Idempotency-Key", key);

        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void refusesAnIdempotencyKeyForOtherContent() {
        String key = Examples.key();
        file(Examples.filing(), "Idempotency-Key", key);

        Reply other = SERVICE.post(anonymous(), PATH, Examples.filing(), "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void wantsAStrongIdempotencyKeyOfAStrangerOnly() {
        Caller session = new Caller("anonymous:1", "", Role.ANONYMOUS, "seogu", Set.of(), "session:1");

        Reply stranger = SERVICE.post(anonymous(), PATH, Examples.filing(), "Idempotency-Key", "a".repeat(21));
        Reply signs = SERVICE.post(anonymous(), PATH, Examples.filing(), "Idempotency-Key", "a".repeat(30) + "!");
        Reply known = SERVICE.post(session, PATH, Examples.filing(), "Idempotency-Key", "1");
        Reply endless = SERVICE.post(session, PATH, Examples.filing(), "Idempotency-Key", "1".repeat(201));

        assertThat(stranger.status()).isEqualTo(400);
        assertThat(stranger.problem()).isEqualTo("idempotency-key-too-weak");
        assertThat(signs.problem()).isEqualTo("idempotency-key-too-weak");
        assertThat(known.status()).isEqualTo(201);
        assertThat(endless.problem()).isEqualTo("idempotency-key-malformed");
    }

    @Test
    void filesOnceWhenTheSameRequestComesTwiceAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            Map<String, Object> filing = Examples.filing();
            String key = Examples.key();
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Reply>> replies = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    replies.add(threads.submit(() -> {
                        start.await();
                        return SERVICE.post(anonymous(), PATH, filing, "Idempotency-Key", key);
                    }));
                }
                start.countDown();
                Set<String> bodies = replies.stream()
                        .map(ComplaintServiceIT::get)
                        .map(reply ->
                                reply.status() + new String(reply.response().body(), StandardCharsets.UTF_8))
                        .collect(Collectors.toSet());
                assertThat(bodies).hasSize(1).first().asString().startsWith("201");
            }
        }
    }

    private static Reply get(Future<Reply> reply) {
        try {
            return reply.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void letsOnePhoneFileTenTimesAnHourWhoeverBringsThem() {
        String phone = Examples.phone();
        Map<String, Object> first = Examples.filing(phone);
        String key = Examples.key();
        file(first, "Idempotency-Key", key);
        for (int i = 0; i < 9; i++) {
            file(Examples.filing(phone));
        }

        Reply eleventh = SERVICE.post(
                kr.minwon.signedcalls.testing.TestCalls.staff(Role.INTAKE, "kiosk"), PATH, Examples.filing(phone));

        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.problem()).isEqualTo("too-many-filings");
        assertThat(Integer.parseInt(eleventh.header("Retry-After").orElseThrow()))
                .isBetween(300, 360);
        assertThat(SERVICE.post(anonymous(), PATH, first, "Idempotency-Key", key)
                        .status())
                .as("a repeat is not a filing")
                .isEqualTo(201);
    }

    @Test
    void takesRoutingsDecisionTheClaimAndTheAnswer() {
        Reply filed = file();
        assign(filed, 1);
        claim(filed, 2);
        await().until(() -> status(filed).equals("inProgress"));
        assertThat(look(filed).json().at("/deadline/dueAt").asString()).isEqualTo("2026-11-26T10:12:30.123+09:00");

        Reply answered = answer(filed, OFFICER);

        assertThat(answered.status()).isEqualTo(200);
        assertThat(look(filed).json().at("/answers/0/outcome").asString()).isEqualTo("수용");
        await().untilAsserted(() -> assertThat(COMPLAINTS.of(filed.text("complaintId")))
                .extracting(Topic.Event::type)
                .containsExactly(
                        "complaint.submitted.v1",
                        "complaint.assigned.v1",
                        "complaint.started.v1",
                        "complaint.answered.v1"));
        assertThat(COMPLAINTS.of(filed.text("complaintId")))
                .extracting(event -> event.body().get("sequence").asInt())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void letsAnAnswerWaitForTheDepartment() {
        Reply filed = file();

        CompletableFuture<Reply> answer = CompletableFuture.supplyAsync(() -> answer(filed, OFFICER));
        assign(filed, 1);

        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(status(filed)).isEqualTo("answered");
    }

    @Test
    void saysWhenNoDepartmentCameInTime() {
        Reply filed = file();
        Instant start = Instant.now();

        Reply refused = answer(filed, OFFICER);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-yet-routed");
        assertThat(refused.header("Retry-After")).hasValue("2");
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(1_900));
    }

    @Test
    void refusesASecondAnswerAndAnswersARepeatedOneAsTheFirstTime() {
        Reply filed = assigned();
        String key = Examples.key();
        Reply first = answer(filed, OFFICER, "Idempotency-Key", key);

        Reply again = answer(filed, OFFICER, "Idempotency-Key", key);
        Reply second = answer(filed, OFFICER);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("already-answered");
    }

    @Test
    void refusesTheAnswerOfAnotherDepartment() {
        Reply refused = answer(assigned(), OFFICER_ELSEWHERE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("other-department");
    }

    @Test
    void refusesTheAnswerToAWithdrawnComplaint() {
        Reply filed = assigned();
        Reply withdrawn = move(filed, "withdrawal", Map.of("reason", "해결되었습니다"));
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.text("status")).isEqualTo("withdrawn");

        Reply refused = answer(filed, OFFICER);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("already-withdrawn");
        assertThat(move(filed, "withdrawal", Map.of()).problem()).isEqualTo("already-withdrawn");
    }

    @Test
    void answersOnceWhenTwoOfficersAnswerAtOnce() throws Exception {
        Reply filed = assigned();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                replies.add(threads.submit(() -> {
                    start.await();
                    return answer(filed, OFFICER);
                }));
            }
            start.countDown();
            assertThat(replies.stream().map(ComplaintServiceIT::get).map(Reply::status))
                    .containsExactlyInAnyOrder(200, 409, 409, 409, 409);
        }
        assertThat(look(filed).json().get("answers")).hasSize(1);
    }

    @Test
    void closesWithTheRating() {
        Reply filed = assigned();
        assertThat(move(filed, "rating", Map.of("score", 5)).problem()).isEqualTo("not-yet-answered");
        answer(filed, OFFICER);

        Reply rated = move(filed, "rating", Map.of("score", 5, "comment", "고맙습니다"));

        assertThat(rated.status()).isEqualTo(200);
        assertThat(status(filed)).isEqualTo("closed");
        assertThat(look(filed).json().at("/rating/score").asInt()).isEqualTo(5);
        assertThat(move(filed, "rating", Map.of("score", 1)).problem()).isEqualTo("already-closed");
        await().untilAsserted(() -> assertThat(COMPLAINTS.of(filed.text("complaintId")))
                .extracting(Topic.Event::type)
                .endsWith("complaint.closed.v1"));
    }

    @Test
    void answersARepeatedWithdrawalAndRatingAsTheFirstTime() {
        Reply withdrawn = file();
        Reply rated = assigned();
        answer(rated, OFFICER);
        String key = Examples.key();

        Reply first = move(withdrawn, "withdrawal", "", "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(200);
        assertThat(move(withdrawn, "withdrawal", "", "Idempotency-Key", key)
                        .response()
                        .body())
                .isEqualTo(first.response().body());
        Reply score = move(rated, "rating", Map.of("score", 4), "Idempotency-Key", key);
        assertThat(move(rated, "rating", Map.of("score", 4), "Idempotency-Key", key)
                        .response()
                        .body())
                .isEqualTo(score.response().body());
        assertThat(move(rated, "rating", Map.of("score", 3), "Idempotency-Key", key)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void appliesAnEventOnceThatComesTwice() {
        Reply filed = file();
        assign(filed, 1);
        assign(filed, 1);
        claim(filed, 2);
        claim(filed, 2);
        await().until(() -> status(filed).equals("inProgress"));

        notification(filed, "received.1", "delivered", 4);
        await().untilAsserted(() -> assertThat(steps(filed)).endsWith("message"));

        assertThat(steps(filed)).containsExactly("filed", "accepted", "assigned", "inProgress", "message");
    }

    @Test
    void keepsAnEventThatComesTooEarlyUntilItsTurn() {
        Reply filed = file();
        claim(filed, 2);
        await().untilAsserted(() -> assertThat(SERVICE.database()
                        .getCollection("complaints")
                        .find(Filters.eq("_id", filed.text("complaintId")))
                        .first())
                .containsKey("earlyAt"));
        assertThat(status(filed)).isEqualTo("accepted");

        assign(filed, 1);

        await().until(() -> status(filed).equals("inProgress"));
        assertThat(steps(filed)).containsExactly("filed", "accepted", "assigned", "inProgress");
    }

    @Test
    void neverMovesBackwardsForALateEvent() {
        Reply filed = assigned();
        answer(filed, OFFICER);

        claim(filed, 2);

        await().untilAsserted(() -> assertThat(seen(filed)).isEqualTo(2));
        assertThat(status(filed)).isEqualTo("answered");
    }

    @Test
    void passesOverTypesItDoesNotKnow() {
        Reply filed = file();
        routing("routing.foreseen.v7", filed.text("complaintId"), 1);
        routing("routing.assigned.v2", filed.text("complaintId"), 2);

        assign(filed, 3);

        await().until(() -> status(filed).equals("assigned"));
    }

    @Test
    void putsAsideWhatItCannotReadAndGoesOn() {
        Reply filed = file();
        String id = filed.text("complaintId");
        Office.ROUTING.publish(
                "routing.assigned.v1", "work-item/" + id, id, bytes("{\"sequence\":1,\"department\":7}"));
        Office.ROUTING.publish("routing.assigned.v1", "work-item/" + id, id, bytes("not json"));

        assign(filed, 1);

        await().atMost(Duration.ofSeconds(20)).until(() -> status(filed).equals("assigned"));
        try (Topic dead = new Topic(SERVICE.brokers(), "minwon.routing.complaint-service.dlq")) {
            await().untilAsserted(() -> assertThat(dead.of(id)).hasSize(2));
            assertThat(dead.of(id)).extracting(Topic.Event::type).containsOnly("routing.assigned.v1");
        }
    }

    @Test
    void showsHowFarEachTextHasCome() {
        Reply filed = assigned();
        notification(filed, "received.1", "delivered", 4);
        notification(filed, "received.1", "accepted", 2);
        notification(filed, "assigned.1", "failed", 4);

        await().untilAsserted(
                        () -> assertThat(look(filed).json().get("timeline").toString())
                                .contains("접수 안내 문자가 도착했습니다.", "담당 부서 안내 문자가 도착하지 못했습니다."));
        Reply seen = SERVICE.get(OFFICER, Office.staffPath(filed));
        assertThat(seen.json().at("/messages/0/state").asString()).isEqualTo("delivered");
        assertThat(seen.json().at("/messages/1/state").asString()).isEqualTo("failed");
    }

    @Test
    void continuesALongTimelineInPages() {
        Reply filed = assigned();
        Complaints complaints = SERVICE.bean(Complaints.class);
        ComplaintId id = new ComplaintId(filed.text("complaintId"));
        for (int i = 0; i < 2 * Limits.TIMELINE; i++) {
            complaints.decide(id, complaint -> complaint.revealed(new Officer("o", "담당"), Instant.now()));
        }

        Document document = SERVICE.database()
                .getCollection("complaints")
                .find(Filters.eq("_id", id.value()))
                .first();
        assertThat(document.getList("timeline", Document.class)).hasSizeLessThanOrEqualTo(Limits.TIMELINE);
        assertThat(SERVICE.get(OFFICER, Office.staffPath(filed)).json().get("timeline"))
                .hasSize(2 * Limits.TIMELINE + 3);
        assertThat(steps(filed)).containsExactly("filed", "accepted", "assigned");
    }

    @Test
    void storesAndSendsNoNameAndNoPhoneInTheClear() {
        String phone = Examples.phone();
        Reply filed = file(Examples.filing(phone));
        await().untilAsserted(() ->
                assertThat(COMPLAINTS.of(filed.text("complaintId"))).hasSize(1));

        String stored = SERVICE.database()
                .getCollection("complaints")
                .find(Filters.eq("_id", filed.text("complaintId")))
                .first()
                .toJson();
        String sent = COMPLAINTS.of(filed.text("complaintId")).getFirst().body().toString();

        assertThat(stored).doesNotContain(phone, "홍길동", filed.text("lookupCode"));
        assertThat(sent).doesNotContain(phone, "홍길동", "사흘째");
    }

    @Test
    void goesOnWithOneTraceFromTheCallToTheEvent() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Reply filed = file(Examples.filing(), "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        routing(
                "routing.assigned.v1",
                filed.text("complaintId"),
                1,
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b8-01");

        await().untilAsserted(() ->
                assertThat(COMPLAINTS.of(filed.text("complaintId"))).hasSize(2));

        assertThat(COMPLAINTS.of(filed.text("complaintId")))
                .extracting(event -> event.headers().get("traceparent"))
                .allSatisfy(parent -> assertThat(parent).startsWith("00-" + trace + "-"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Reply assigned() {
        Reply filed = file();
        assign(filed, 1);
        await().until(() -> status(filed).equals("assigned"));
        return filed;
    }

    private static List<String> steps(Reply filed) {
        return look(filed)
                .json()
                .get("timeline")
                .valueStream()
                .map(entry -> entry.get("step").asString())
                .toList();
    }

    private static int seen(Reply filed) {
        Document document = SERVICE.database()
                .getCollection("complaints")
                .find(Filters.eq("_id", filed.text("complaintId")))
                .first();
        return document.get("inbox", Document.class).getList("seen", Document.class).stream()
                .mapToInt(one -> one.get("n", Number.class).intValue())
                .max()
                .orElse(0);
    }
}

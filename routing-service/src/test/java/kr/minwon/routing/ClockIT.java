package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.minwon.routing.testing.Complaints;
import kr.minwon.routing.testing.Complaints.Filed;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.Service;
import kr.minwon.routing.testing.Service.Answer;
import kr.minwon.routing.testing.Topic;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What happens to a clock, over the service's own API and events. */
class ClockIT {
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Caller OFFICER = TestCalls.staff(Role.OFFICER, "officer-1", "cleaning");
    private static final Caller CLIMATE = TestCalls.staff(Role.OFFICER, "officer-2", "climate-environment");
    private static final Caller STRANGER = TestCalls.staff(Role.OFFICER, "officer-9", "parks");
    private static final Caller INTAKE = TestCalls.staff(Role.INTAKE, "intake-1", "civil-service");
    private static final Caller AUDITOR = TestCalls.staff(Role.AUDITOR, "auditor-1");

    private static Ground ground;
    private static Topic topic;
    private static Service service;

    @BeforeAll
    static void start() {
        ground = new Ground();
        topic = new Topic(ground.brokers(), "minwon.routing", "minwon.complaint.routing-service.dlq");
        service = new Service(ground);
    }

    @AfterAll
    static void stop() {
        service.close();
        topic.close();
        ground.close();
    }

    @BeforeEach
    void mondayMorning() {
        service.clock().set(MONDAY_TEN);
    }

    private static Filed routed(String category) {
        Filed complaint = topic.file(category, MONDAY_TEN);
        heard(complaint, 1);
        return complaint;
    }

    private static JsonNode heard(Filed complaint, int count) {
        return topic.await(complaint, count).get(count - 1).body();
    }

    private static Answer post(Caller caller, Filed complaint, String command, String body) {
        return service.post(caller, "/staff/complaints/" + complaint.receiptNumber() + "/" + command, body);
    }

    private static JsonNode deadline(Caller caller, Filed complaint) {
        Answer answer = service.get(caller, "/staff/complaints/" + complaint.receiptNumber() + "/deadline");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void anExtensionMovesTheDeadlineAndIsToldWithItsReason() {
        Filed complaint = routed("waste");

        Answer answer = post(OFFICER, complaint, "extension", "{\"reason\":\"수거 업체를 찾고 있습니다.\",\"period\":\"3d\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("dueAt").asString()).isEqualTo("2026-12-04T18:00:00+09:00");
        JsonNode told = heard(complaint, 2);
        assertThat(told.get("cause").asString()).isEqualTo("extended");
        assertThat(told.get("reason").asString()).isEqualTo("수거 업체를 찾고 있습니다.");
        assertThat(told.get("dueAt").asString()).isEqualTo("2026-12-04T18:00:00+09:00");
        JsonNode ledger = deadline(OFFICER, complaint).get("ledger");
        assertThat(ledger).hasSize(2);
        assertThat(ledger.get(1).get("article").asString()).isEqualTo("민원처리법 시행령 제21조");
        assertThat(ledger.get(1).get("dueBefore").asString()).isEqualTo("2026-12-01T18:00:00+09:00");
        assertThat(ledger.get(1).get("remainingAfter").asLong()
                        - ledger.get(1).get("remainingBefore").asLong())
                .isEqualTo(3 * 8 * 60);
    }

    @Test
    void theSecondExtensionWaitsForTheResidentsConsent() {
        Filed complaint = routed("waste");
        post(OFFICER, complaint, "extension", "{\"reason\":\"업체\"}");

        Answer asked = post(OFFICER, complaint, "extension", "{\"reason\":\"또 업체\",\"period\":\"2d\"}");

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body().get("dueAt").asString())
                .as("nothing has changed yet")
                .isEqualTo("2026-12-10T18:00:00+09:00");
        assertThat(heard(complaint, 3).get("dueAt").asString()).isEqualTo("2026-12-14T18:00:00+09:00");
        assertThat(post(OFFICER, complaint, "extension", "{\"reason\":\"또\"}").problem())
                .isEqualTo("consent-pending");
        topic.send("complaint.consent-answered.v1", complaint.id(), complaint.consentAnswered(2, true, MONDAY_TEN));
        assertThat(heard(complaint, 4).get("extension").asInt()).isEqualTo(2);
        assertThat(deadline(OFFICER, complaint).get("dueAt").asString()).isEqualTo("2026-12-14T18:00:00+09:00");
        assertThat(post(OFFICER, complaint, "extension", "{\"reason\":\"셋\"}").problem())
                .isEqualTo("no-more-extensions");
    }

    @Test
    void aRequestThatIsSentAgainAnswersAsTheFirstDidAndDoesNothing() {
        Filed complaint = routed("waste");
        String path = "/staff/complaints/" + complaint.receiptNumber();
        Caller officer = keyed(OFFICER, "api-key-1");

        Answer first = service.post(officer, path + "/extension", "{\"reason\":\"업체\"}", "key-1");
        Answer again = service.post(officer, path + "/extension", "{\"reason\":\"업체\"}", "key-1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(deadline(OFFICER, complaint).get("ledger")).hasSize(2);
        assertThat(service.post(officer, path + "/extension", "{\"reason\":\"다른 까닭\"}", "key-1")
                        .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(service.post(officer, path + "/extension", "{\"reason\":\"업체\"}", "no key")
                        .problem())
                .isEqualTo("idempotency-key-malformed");
        String away = "{\"departmentId\":\"parks\",\"reason\":\"공원의 쓰레기\"}";
        assertThat(service.post(officer, path + "/transfer", away, "key-2").status())
                .isEqualTo(200);
        assertThat(service.post(officer, path + "/transfer", away, "key-2").status())
                .as("although it is another department's by now")
                .isEqualTo(200);
        assertThat(service.post(keyed(OFFICER, "api-key-2"), path + "/transfer", away, "key-2")
                        .problem())
                .as("another caller's key is another key")
                .isEqualTo("other-department");
    }

    private static Caller keyed(Caller caller, String scope) {
        return new Caller(caller.id(), caller.name(), caller.role(), caller.officeId(), caller.departments(), scope);
    }

    @Test
    void whatIsFiledByHandWaitsInItsOwnViewUntilItIsAccepted() {
        Filed complaint = Complaints.filed("waste", MONDAY_TEN);
        topic.send("complaint.submitted.v1", complaint.id(), complaint.filedByHand());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get(OFFICER, "/staff/queue?view=filed&limit=200")
                                .body()
                                .get("items")
                                .valueStream()
                                .map(item -> item.get("receiptNumber").asString()))
                        .contains(complaint.receiptNumber()));
        assertThat(post(OFFICER, complaint, "claim", "{}").problem()).isEqualTo("not-yet-accepted");
        assertThat(deadline(OFFICER, complaint).get("dueAt").asString())
                .as("8 working hours to accept it")
                .isEqualTo("2026-11-24T10:00:00+09:00");
        topic.send(
                "complaint.accepted.v1", complaint.id(), complaint.accepted(2, Instant.parse("2026-11-24T00:30:00Z")));

        assertThat(heard(complaint, 1).get("dueAt").asString()).isEqualTo("2026-12-02T18:00:00+09:00");
        assertThat(post(OFFICER, complaint, "claim", "{}").status()).isEqualTo(200);
    }

    @Test
    void anObjectionHasAClockOfItsOwnThatIsExtendedOnce() {
        Filed complaint = routed("waste");
        topic.send("complaint.answered.v1", complaint.id(), complaint.answered(2, MONDAY_TEN));
        topic.send("complaint.reopened.v1", complaint.id(), complaint.reopened(3, "objection", MONDAY_TEN));

        JsonNode told = heard(complaint, 2);
        assertThat(told.get("cause").asString()).isEqualTo("reopened");
        assertThat(told.get("tell").asBoolean()).isTrue();
        // Ten days: 23, 24, 25, 26, 27, 30, 1, 2, 3, 4.
        assertThat(told.get("dueAt").asString()).isEqualTo("2026-12-04T18:00:00+09:00");
        assertThat(post(OFFICER, complaint, "extension", "{\"reason\":\"자료\"}")
                        .body()
                        .get("dueAt")
                        .asString())
                .isEqualTo("2026-12-18T18:00:00+09:00");
        assertThat(post(OFFICER, complaint, "extension", "{\"reason\":\"또\"}").problem())
                .isEqualTo("no-more-extensions");
        assertThat(deadline(OFFICER, complaint)
                        .get("ledger")
                        .valueStream()
                        .map(entry -> entry.get("what").asString()))
                .containsExactly("started", "closed", "reopened", "extended");
    }

    @Test
    void aCaseGoesBackToWhereItCameFromOnceADay() {
        Filed complaint = routed("waste");
        String toParks = "{\"departmentId\":\"parks\",\"reason\":\"공원 안입니다.\"}";
        String toCleaning = "{\"departmentId\":\"cleaning\",\"reason\":\"공원 밖입니다.\"}";
        assertThat(post(OFFICER, complaint, "transfer", toParks).status()).isEqualTo(200);

        Answer back = post(STRANGER, complaint, "transfer", toCleaning);

        assertThat(back.status()).as(back.http().body()).isEqualTo(200);
        assertThat(back.body().get("departmentId").asString()).isEqualTo("cleaning");
        JsonNode told = heard(complaint, 3);
        assertThat(told.get("assignment").asInt()).isEqualTo(3);
        assertThat(told.get("dueAt").asString()).as("the clock runs on").isEqualTo("2026-12-01T18:00:00+09:00");
        Answer again = post(OFFICER, complaint, "transfer", toParks);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("transfer-back-twice");
        assertThat(deadline(OFFICER, complaint)
                        .get("ledger")
                        .valueStream()
                        .map(entry -> entry.get("what").asString()))
                .containsExactly("started", "moved", "moved");

        service.clock().set(MONDAY_TEN.plus(Duration.ofDays(1)));
        assertThat(post(OFFICER, complaint, "transfer", toParks).status()).isEqualTo(200);
    }

    @Test
    void aLetterPressesForAnOverdueCaseOnceADayAndIsRegistered() {
        Filed complaint = routed("waste");
        assertThat(post(INTAKE, complaint, "overdue-letter", "{}").problem()).isEqualTo("not-overdue");
        service.clock().set(Instant.parse("2026-12-03T01:00:00Z"));

        Answer issued = post(INTAKE, complaint, "overdue-letter", "{\"text\":\"서둘러 주세요.\"}");

        assertThat(issued.status()).as(issued.http().body()).isEqualTo(200);
        assertThat(issued.body().get("number").asString()).matches("2026-[0-9]{6}");
        // Due on Tuesday 1 December; Wednesday and Thursday.
        assertThat(issued.body().get("workingDaysLate").asInt()).isEqualTo(2);
        assertThat(post(INTAKE, complaint, "overdue-letter", "{}").body()).isEqualTo(issued.body());
        service.clock().set(Instant.parse("2026-12-04T01:00:00Z"));
        String next = post(INTAKE, complaint, "overdue-letter", "{}")
                .body()
                .get("number")
                .asString();
        assertThat(next).isGreaterThan(issued.body().get("number").asString());
        JsonNode register =
                service.get(INTAKE, "/staff/overdue-letters?year=2026").body();
        assertThat(register.get("items").get(0).get("number").asString()).isEqualTo(next);
        assertThat(service.get(INTAKE, "/staff/overdue-letters/" + next)
                        .body()
                        .get("departmentName")
                        .asString())
                .isEqualTo("청소행정과");
        Caller lead = TestCalls.staff(Role.LEAD, "lead-1", "cleaning");
        assertThat(service.get(lead, "/staff/overdue-letters?year=2026").body()).isEqualTo(register);
        assertThat(service.get(lead, "/staff/overdue-letters/" + next).status()).isEqualTo(200);
        Caller elsewhere = TestCalls.staff(Role.LEAD, "lead-9", "parks");
        assertThat(service.get(elsewhere, "/staff/overdue-letters?year=2026")
                        .body()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(service.get(elsewhere, "/staff/overdue-letters/" + next).problem())
                .isEqualTo("other-department");
        assertThat(service.get(elsewhere, "/staff/overdue-letters?departmentId=cleaning")
                        .problem())
                .isEqualTo("other-department");
        assertThat(service.get(INTAKE, "/staff/overdue-letters/2026-999999").problem())
                .isEqualTo("overdue-letter-not-found");
        assertThat(post(OFFICER, complaint, "overdue-letter", "{}").status()).isEqualTo(403);
        assertThat(deadline(OFFICER, complaint)
                        .get("ledger")
                        .valueStream()
                        .filter(entry -> entry.get("what").asString().equals("pressed")))
                .hasSize(2);
    }

    @Test
    void aSupplementStopsTheClockAndTheQueueSaysSo() {
        Filed complaint = routed("waste");
        topic.send(
                "complaint.supplement-requested.v1",
                complaint.id(),
                complaint.supplementRequested(2, Instant.parse("2026-11-24T01:00:00Z")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get(OFFICER, "/staff/queue?view=waiting&limit=200")
                                .body()
                                .get("items")
                                .valueStream())
                        .anySatisfy(item -> {
                            assertThat(item.get("receiptNumber").asString()).isEqualTo(complaint.receiptNumber());
                            assertThat(item.get("status").asString()).isEqualTo("supplementRequested");
                        }));
        assertThat(deadline(OFFICER, complaint).get("pausedSince").asString()).isEqualTo("2026-11-24");
        assertThat(post(OFFICER, complaint, "extension", "{\"reason\":\"업체\"}").problem())
                .isEqualTo("supplement-awaited");

        topic.send(
                "complaint.supplemented.v1",
                complaint.id(),
                complaint.supplemented(3, Instant.parse("2026-11-27T11:00:00Z")));

        JsonNode told = heard(complaint, 2);
        assertThat(told.get("cause").asString()).isEqualTo("resumed");
        assertThat(told.get("dueAt").asString()).isEqualTo("2026-12-07T18:00:00+09:00");
    }

    @Test
    void aTransferTakesTheReasonAndAnotherOfficeEndsTheClock() {
        Filed complaint = routed("waste");

        assertThat(post(OFFICER, complaint, "transfer", "{\"departmentId\":\"parks\",\"reason\":\"공원 안입니다.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(heard(complaint, 2).at("/department/id").asString()).isEqualTo("parks");
        assertThat(post(STRANGER, complaint, "transfer", "{\"agency\":\"광주광역시청\",\"reason\":\"시의 공원\"}")
                        .status())
                .isEqualTo(200);
        assertThat(heard(complaint, 3).get("agency").asString()).isEqualTo("광주광역시청");
        assertThat(deadline(STRANGER, complaint).get("status").asString()).isEqualTo("transferred");
        assertThat(post(STRANGER, complaint, "claim", "{}").problem()).isEqualTo("already-closed");
    }

    @Test
    void anInspectionSuspendsAGrievance() {
        Filed complaint = routed("noise-dust");

        Answer answer = post(CLIMATE, complaint, "suspension", "{\"until\":\"2026-11-25\",\"reason\":\"소음 측정\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("dueAt").asString()).isEqualTo("2026-12-04T18:00:00+09:00");
        assertThat(heard(complaint, 2).get("cause").asString()).isEqualTo("suspended");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    extension  | {"period":"3d"}                                      | 422 | invalid-fields
                    extension  | {"reason":"업체","period":"3"}                        | 422 | invalid-fields
                    extension  | {"reason":"업체","period":"8d"}                       | 422 | extension-too-long
                    extension  | {"reason":{"$ne":null}}                              | 422 | invalid-fields
                    transfer   | {"reason":"어디로"}                                   | 422 | invalid-fields
                    transfer   | {"reason":"둘","departmentId":"parks","agency":"시청"} | 422 | invalid-fields
                    transfer   | {"reason":"없는 부서","departmentId":"nowhere"}        | 422 | invalid-fields
                    transfer   | {"reason":"같은 부서","departmentId":"cleaning"}       | 409 | same-department
                    suspension | {"until":"2026-11-25","reason":"조사"}                | 409 | not-suspendable
                    suspension | {"until":"2026-02-30","reason":"조사"}                | 422 | invalid-fields
                    suspension | {"until":"2026-11-20","cause":"hearing","reason":"청문"} | 422 | suspension-in-the-past
                    """)
    void whatCannotBeIsRefusedAndNothingChanges(String command, String body, int status, String problem) {
        Filed complaint = routed("waste");

        Answer answer = post(OFFICER, complaint, command, body);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(deadline(OFFICER, complaint).get("ledger")).hasSize(1);
    }

    @Test
    void onlyTheDepartmentActsAndTheAuditorReads() {
        Filed complaint = routed("waste");
        for (String command : List.of("extension", "suspension")) {
            assertThat(post(STRANGER, complaint, command, "{\"reason\":\"업체\",\"until\":\"2026-11-30\"}")
                            .problem())
                    .isEqualTo("other-department");
            assertThat(post(AUDITOR, complaint, command, "{\"reason\":\"업체\"}").status())
                    .isEqualTo(403);
        }
        assertThat(service.get(STRANGER, "/staff/complaints/" + complaint.receiptNumber() + "/deadline")
                        .problem())
                .isEqualTo("other-department");
        assertThat(deadline(AUDITOR, complaint).get("steps")).isNotEmpty();
    }
}

package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.testing.Complaints;
import kr.minwon.routing.testing.Complaints.Filed;
import kr.minwon.routing.testing.DeadlineCases;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.Service;
import kr.minwon.routing.testing.Service.Answer;
import kr.minwon.routing.testing.Topic;
import kr.minwon.routing.testing.Topic.Heard;
import kr.minwon.routing.testing.WorkItems;
import kr.minwon.routing.workitem.RoutingEvent;
import kr.minwon.routing.workitem.RoutingMeters;
import kr.minwon.routing.workitem.RoutingMetric;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The service with a real broker and store: events in, decisions out, calls from staff. */
class RoutingServiceIT {
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Caller OFFICER = TestCalls.staff(Role.OFFICER, "officer-1", "construction");
    private static final Caller COLLEAGUE = TestCalls.staff(Role.OFFICER, "officer-2", "construction");
    private static final Caller STRANGER = TestCalls.staff(Role.OFFICER, "officer-9", "parks");
    private static final Caller LEAD = TestCalls.staff(Role.LEAD, "lead-1", "construction");
    private static final Caller INTAKE = TestCalls.staff(Role.INTAKE, "intake-1", "civil-service");

    private static Ground ground;
    private static Topic topic;
    private static Service service;

    @BeforeAll
    static void start() {
        ground = new Ground();
        topic = new Topic(ground.brokers(), "minwon.routing", "minwon.complaint.routing-service.dlq");
        service = new Service(ground);
        // From here on the consumer has its partitions: later tests may count on being read at once.
        heard(submit("street-light"), 1);
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

    private static Filed submit(String category) {
        return topic.file(category, MONDAY_TEN);
    }

    private static List<Heard> heard(Filed complaint, int count) {
        return topic.await(complaint, count);
    }

    private static Filed routed(String category) {
        Filed complaint = submit(category);
        heard(complaint, 1);
        return complaint;
    }

    private static Answer claim(Caller caller, Filed complaint) {
        return service.post(caller, "/staff/complaints/" + complaint.receiptNumber() + "/claim", "{}");
    }

    private static Answer assign(Caller caller, Filed complaint, String body) {
        return service.post(caller, "/staff/complaints/" + complaint.receiptNumber() + "/assign", body);
    }

    private static List<String> queue(Caller caller, String query) {
        Answer answer = service.get(caller, "/staff/queue?limit=200&" + query);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("receiptNumber").asString())
                .toList();
    }

    // Events in.

    @Test
    void aSubmittedComplaintGetsItsDepartmentAndItsDeadline() {
        Filed complaint = submit("road-damage");

        JsonNode body = heard(complaint, 1).getFirst().body();

        assertThat(body.at("/department/id").asString()).isEqualTo("construction");
        assertThat(body.at("/department/contact").asString()).isEqualTo("062-000-0000");
        assertThat(body.get("dueAt").asString()).isEqualTo("2026-11-26T10:00:00+09:00");
        assertThat(body.get("sequence").asInt()).isEqualTo(1);
        assertThat(body.get("by").asString()).isEqualTo("system");
    }

    @Test
    void theClockRunsFromAcceptanceHoweverLateTheEventIsRead() {
        service.clock().set(MONDAY_TEN.plus(Duration.ofDays(9)));
        Filed complaint = submit("road-damage");

        JsonNode body = heard(complaint, 1).getFirst().body();

        assertThat(body.get("dueAt").asString()).isEqualTo("2026-11-26T10:00:00+09:00");
        assertThat(body.get("assignedAt").asString()).startsWith("2026-12-02");
    }

    @Test
    void anUnknownCategoryGoesToTheIntakeDepartment() {
        assertThat(heard(submit("no-such-category"), 1)
                        .getFirst()
                        .body()
                        .at("/department/id")
                        .asString())
                .isEqualTo("civil-service");
    }

    @Test
    void aDuplicateHasNoEffect() {
        Filed complaint = routed("street-light");
        topic.send("complaint.submitted.v1", complaint.id(), complaint.submitted());
        topic.send("complaint.submitted.v1", complaint.id(), complaint.submitted());
        topic.send("complaint.answered.v1", complaint.id(), complaint.answered(2, MONDAY_TEN));

        await().atMost(SOON).until(() -> queue(OFFICER, "view=done").contains(complaint.receiptNumber()));
        assertThat(topic.of(complaint.id())).extracting(Heard::id).containsOnly("work-item/" + complaint.id() + "#1");
    }

    @Test
    void anEarlyAnswerWaitsForItsComplaint() {
        Filed complaint = Complaints.filed("street-light", MONDAY_TEN);
        topic.send("complaint.answered.v1", complaint.id(), complaint.answered(4, MONDAY_TEN));
        topic.send("complaint.started.v1", complaint.id(), complaint.other(3));
        topic.send("complaint.submitted.v1", complaint.id(), complaint.submitted());
        heard(complaint, 1);
        assertThat(queue(OFFICER, "view=unassigned")).contains(complaint.receiptNumber());

        topic.send("complaint.assigned.v1", complaint.id(), complaint.other(2));

        await().atMost(SOON).until(() -> queue(OFFICER, "view=done").contains(complaint.receiptNumber()));
        assertThat(queue(OFFICER, "view=unassigned")).doesNotContain(complaint.receiptNumber());
    }

    @Test
    void aWithdrawnComplaintLeavesTheQueue() {
        Filed complaint = routed("street-light");
        topic.send("complaint.withdrawn.v1", complaint.id(), complaint.withdrawn(2, MONDAY_TEN));

        await().atMost(SOON).until(() -> queue(OFFICER, "view=done").contains(complaint.receiptNumber()));
        assertThat(claim(OFFICER, complaint).problem()).isEqualTo("already-closed");
    }

    @Test
    void poisonIsPutAsideAndTheOthersGoOn() {
        Filed broken = Complaints.filed("street-light", MONDAY_TEN);
        topic.send("complaint.submitted.v1", broken.id(), "{\"sequence\":1,\"complaintId\":7}");

        await().atMost(SOON)
                .until(() -> topic.of(broken.id()).stream()
                        .anyMatch(heard -> heard.topic().equals("minwon.complaint.routing-service.dlq")));
        routed("street-light");
    }

    // Staff.

    @Test
    void aClaimMayComeBeforeTheComplaintIsRouted() throws Exception {
        Filed complaint = Complaints.filed("street-light", MONDAY_TEN);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> early = threads.submit(() -> claim(OFFICER, complaint));
            topic.send("complaint.submitted.v1", complaint.id(), complaint.submitted());

            assertThat(early.get().status()).isEqualTo(200);
        }
    }

    @Test
    void aClaimOfWhatNeverComesIsToldToTryAgain() {
        Answer answer = claim(OFFICER, Complaints.filed("street-light", MONDAY_TEN));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("not-yet-routed");
        assertThat(answer.http().headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void anOfficerClaimsOnceHoweverOftenAsked() {
        Filed complaint = routed("street-light");

        Answer first = claim(OFFICER, complaint);
        Answer again = service.post(OFFICER, "/staff/complaints/" + complaint.digits() + "/claim", "{}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.body().at("/officer/id").asString()).isEqualTo("officer-1");
        assertThat(first.body().get("status").asString()).isEqualTo("inProgress");
        assertThat(heard(complaint, 2))
                .extracting(Heard::type)
                .containsExactly("routing.assigned.v1", "routing.claimed.v1");
        assertThat(queue(OFFICER, "view=mine")).contains(complaint.receiptNumber());
        assertThat(queue(COLLEAGUE, "view=mine")).doesNotContain(complaint.receiptNumber());
    }

    @Test
    void ofTwoOfficersAtOnceOneWinsAndTheOtherIsToldWho() throws Exception {
        for (int round = 0; round < 10; round++) {
            Filed complaint = routed("street-light");
            List<Answer> answers;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Answer>> claims =
                        List.of(() -> claim(OFFICER, complaint), () -> claim(COLLEAGUE, complaint));
                answers = threads.invokeAll(claims).stream()
                        .map(Future::resultNow)
                        .toList();
            }

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            String winner = answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .map(answer -> answer.body().at("/officer/id").asString())
                    .findFirst()
                    .orElseThrow();
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .singleElement()
                    .satisfies(lost -> {
                        assertThat(lost.problem()).isEqualTo("already-claimed");
                        assertThat(lost.body().at("/officer/id").asString()).isEqualTo(winner);
                    });
            assertThat(heard(complaint, 2)).hasSize(2);
        }
    }

    @Test
    void anAnsweredComplaintBeatsAConcurrentMove() throws Exception {
        Filed complaint = routed("street-light");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> move = threads.submit(() -> assign(LEAD, complaint, "{\"departmentId\":\"parks\"}"));
            topic.send("complaint.answered.v1", complaint.id(), complaint.answered(2, MONDAY_TEN));
            assertThat(move.get().status()).isIn(200, 409);
        }

        await().atMost(SOON).until(() -> queue(INTAKE, "view=done").contains(complaint.receiptNumber()));
        assertThat(assign(LEAD, complaint, "{\"departmentId\":\"cleaning\"}").status())
                .isIn(403, 409);
        assertThat(assign(INTAKE, complaint, "{\"departmentId\":\"cleaning\"}").problem())
                .isEqualTo("already-closed");
    }

    @Test
    void aLeadGivesAndMovesAndTheClockRunsOn() {
        Filed complaint = routed("street-light");
        claim(OFFICER, complaint);

        Answer given = assign(LEAD, complaint, "{\"officerId\":\"officer-2\",\"officerName\":\"이담당\"}");
        Answer moved = assign(LEAD, complaint, "{\"departmentId\":\"parks\"}");
        Answer again = assign(INTAKE, complaint, "{\"departmentId\":\"parks\"}");

        assertThat(given.body().at("/officer/name").asString()).isEqualTo("이담당");
        assertThat(moved.body().get("departmentId").asString()).isEqualTo("parks");
        assertThat(moved.body().get("dueAt")).isEqualTo(given.body().get("dueAt"));
        assertThat(moved.body().get("officer").isNull()).isTrue();
        assertThat(again.status()).isEqualTo(200);
        List<Heard> heard = heard(complaint, 4);
        assertThat(heard)
                .extracting(Heard::type)
                .containsExactly(
                        "routing.assigned.v1", "routing.claimed.v1", "routing.claimed.v1", "routing.assigned.v1");
        assertThat(heard.getLast().body().get("assignment").asInt()).isEqualTo(2);
        assertThat(heard.getLast().body().get("by").asString()).isEqualTo("lead-1");
        assertThat(queue(STRANGER, "view=unassigned")).contains(complaint.receiptNumber());
    }

    @Test
    void whatIsNotTheirsIsRefused() {
        Filed complaint = routed("street-light");

        assertThat(claim(STRANGER, complaint).problem()).isEqualTo("other-department");
        assertThat(claim(INTAKE, complaint).problem()).isEqualTo("forbidden");
        assertThat(assign(OFFICER, complaint, "{\"departmentId\":\"parks\"}").problem())
                .isEqualTo("forbidden");
        assertThat(assign(INTAKE, complaint, "{\"officerId\":\"officer-2\"}").problem())
                .isEqualTo("forbidden");
        assertThat(assign(TestCalls.staff(Role.LEAD, "lead-9", "parks"), complaint, "{\"departmentId\":\"parks\"}")
                        .problem())
                .isEqualTo("other-department");
        assertThat(service.get(OFFICER, "/staff/queue?departmentId=parks").problem())
                .isEqualTo("other-department");
        assertThat(service.get(TestCalls.anonymous(), "/staff/queue").status()).isEqualTo(401);
        assertThat(service.get(TestCalls.staff(Role.OPERATOR, "op"), "/staff/queue")
                        .status())
                .isEqualTo(403);
        assertThat(topic.of(complaint.id())).hasSize(1);
    }

    @Test
    void anotherOfficesComplaintIsNotThere() {
        Filed complaint = routed("street-light");
        Caller elsewhere =
                new Caller("officer-1", "김담당", Role.OFFICER, "bukgu", java.util.Set.of("construction"), "session:x");

        assertThat(claim(elsewhere, complaint).problem()).isEqualTo("not-yet-routed");
    }

    @Test
    void badAssignmentsAreNamed() {
        Filed complaint = routed("street-light");

        assertThat(assign(LEAD, complaint, "{}").body().at("/errors/0/field").asString())
                .isEqualTo("officerId");
        assertThat(assign(LEAD, complaint, "{\"departmentId\":\"nowhere\"}")
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("unknown-department");
        assertThat(assign(LEAD, complaint, "{\"departmentId\":{\"$ne\":null}}").status())
                .isEqualTo(422);
        assertThat(assign(LEAD, complaint, "{\"departmentId\":").problem()).isEqualTo("broken-json");
        assertThat(service.post(OFFICER, "/staff/complaints/12345/claim", "{}").problem())
                .isEqualTo("complaint-not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/deadlines?receivedAt=2026-11-23&period=7d", "/categories", "/departments", "/staff/queue"})
    void aStraightCallWithoutASignatureIsRefused(String path) {
        Answer answer = service.unsigned(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("not-signed");
        assertThat(answer.body().get("detail").asString())
                .as("Korean unless English is asked for")
                .matches(".*[가-힣].*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/st%61ff/queue", "/staff/%71ueue", "/staff;a=b/queue", "/staff/../staff/queue"})
    void anEscapedLetterIsNoWayRoundTheAccessTable(String path) {
        assertThat(service.get(TestCalls.anonymous(), path).status()).isEqualTo(404);
    }

    // What anybody may ask.

    static java.util.stream.Stream<DeadlineCases.Case> deadlines() {
        return java.util.stream.Stream.concat(DeadlineCases.vectors(), DeadlineCases.derived());
    }

    @ParameterizedTest
    @MethodSource("deadlines")
    void theCalculatorAnswersOverHttpAsTheLawSays(DeadlineCases.Case known) {
        Answer answer = service.get(TestCalls.anonymous(), "/deadlines?" + known.query());

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.body().get("dueAt").asString()).isEqualTo(known.dueAt());
        assertThat(answer.body().get("clockStart").asString()).endsWith("+09:00");
        assertThat(answer.body().get("steps").size()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "receivedAt=2026-11-20T16:30%2B09:00&period=3h, 2026-11-23T10:30:00+09:00",
        "receivedAt=2026-11-20T16:30+09:00&period=3h, 2026-11-23T10:30:00+09:00",
        "receivedAt=2026-11-20T07:30:00Z&period=3h, 2026-11-23T10:30:00+09:00",
        "receivedAt=2026-11-20T16:30:00&period=3h, 2026-11-23T10:30:00+09:00",
        "receivedAt=2026-11-23&period=7d&extended=0, 2026-12-01T18:00:00+09:00",
    })
    void anOffsetIsUnderstoodAndSeoulIsMeantWithoutOne(String query, String due) {
        assertThat(service.get(TestCalls.anonymous(), "/deadlines?" + query)
                        .body()
                        .get("dueAt")
                        .asString())
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "period=7d, receivedAt, required",
        "receivedAt=2026-11-23, period, required",
        "receivedAt=&period=7d, receivedAt, required",
        "receivedAt=yesterday&period=7d, receivedAt, received-at",
        "receivedAt=2026-02-30&period=7d, receivedAt, received-at",
        "receivedAt=2026-11-23T25:00&period=7d, receivedAt, received-at",
        "receivedAt=2026-11-23&receivedAt=2026-11-24&period=7d, receivedAt, only-once",
        "receivedAt=2026-11-23&period=0d, period, period",
        "receivedAt=2026-11-23&period=7, period, period",
        "receivedAt=2026-11-23&period=7d&extended=-1, extended, extended",
        "receivedAt=2026-11-23&period=7d&extended=two, extended, extended",
        "receivedAt=2026-11-23&period=7d&suspended=2026-11-25, suspended, suspended",
        "receivedAt=2026-11-23&period=7d&suspended=2026-12-01/2026-11-25, suspended, suspended",
        "receivedAt=2026-11-23&period=7d&suspended=2026-11-20/2026-11-25, suspended, suspended-before-receipt",
    })
    void eachBadParameterIsNamed(String query, String field, String code) {
        Answer answer = service.get(TestCalls.anonymous(), "/deadlines?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-fields");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/detail").asString()).containsPattern("[가-힣]");
    }

    @Test
    void aYearWithoutHolidaysIsNotGuessed() {
        Answer answer = service.get(TestCalls.anonymous(), "/deadlines?receivedAt=2050-12-27T10:00&period=7d");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("calendar-unknown-year");
        assertThat(answer.body().get("year").asInt()).isEqualTo(2051);
        assertThat(answer.body().get("detail").asString()).contains("2051년");
    }

    @Test
    void categoriesAndDepartmentsAreTold() {
        JsonNode categories =
                service.get(TestCalls.anonymous(), "/categories").body().get("items");
        JsonNode departments =
                service.get(TestCalls.anonymous(), "/departments").body().get("items");

        assertThat(categories).hasSize(23);
        assertThat(categories.get(0).get("departmentName").asString()).isEqualTo("교통지도과");
        assertThat(categories.get(0).get("examples")).hasSize(3);
        assertThat(departments)
                .hasSize(15)
                .allSatisfy(department ->
                        assertThat(department.get("contactUnset").asBoolean()).isTrue());
    }

    @Test
    void aTextGetsSuggestionsWithTheirReasons() {
        JsonNode items = service.get(
                        TestCalls.anonymous(), "/categories/suggestions?text=" + Service.encoded("골목 가로등이 꺼졌어요"))
                .body()
                .get("items");

        assertThat(items.get(0).get("code").asString()).isEqualTo("street-light");
        assertThat(items.get(0).get("name").asString()).isEqualTo("가로등·보안등");
        assertThat(items.get(0).get("because").get(0).asString()).isEqualTo("가로등이");
        assertThat(service.get(TestCalls.anonymous(), "/categories/suggestions").status())
                .isEqualTo(422);
        assertThat(service.get(TestCalls.anonymous(), "/categories/suggestions?text=" + "a".repeat(2_001))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void describesItsCallsAndNothingOfTheHouse() {
        JsonNode description = service.description();

        assertThat(description.get("paths").propertyNames())
                .contains(
                        "/api/v1/deadlines",
                        "/api/v1/categories",
                        "/api/v1/departments",
                        "/api/v1/categories/suggestions",
                        "/api/v1/staff/queue",
                        "/api/v1/staff/complaints/{receiptNumber}/claim",
                        "/api/v1/staff/complaints/{receiptNumber}/assign");
        assertThat(description
                        .at("/paths/~1api~1v1~1deadlines/get/parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactly("receivedAt", "period", "extended", "suspended");
        assertThat(description.toString()).doesNotContain("\"caller\"", "idempotencyScope");
    }

    private static RoutingEvent reminded() {
        WorkItem item = WorkItems.assigned();
        Department department = WorkItems.SEOGU.department(item.departmentId()).orElseThrow();
        return new RoutingEvent.StaffReminded(
                item, department, Objects.requireNonNull(item.reminder()), WorkItems.ACCEPTED);
    }

    private static RoutingEvent progressDue() {
        WorkItem item = WorkItems.assigned();
        Department department = WorkItems.SEOGU.department(item.departmentId()).orElseThrow();
        return new RoutingEvent.ProgressDue(item, department, 1, WorkItems.ACCEPTED);
    }

    @Test
    void metersHaveTheirStableNames() {
        Filed complaint = routed("street-light");
        claim(OFFICER, complaint);
        String path = "/staff/complaints/" + complaint.receiptNumber();
        for (int n = 0; n < 2; n++) {
            assertThat(service.post(OFFICER, path + "/extension", "{\"reason\":\"부품\"}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(service.post(OFFICER, path + "/transfer", "{\"agency\":\"시청\",\"reason\":\"시의 도로\"}")
                        .status())
                .isEqualTo(200);
        RoutingMeters meters = service.bean(RoutingMeters.class);
        meters.count(reminded());
        meters.count(progressDue());
        meters.refresh();

        String metrics = service.metrics();

        for (RoutingMetric metric : RoutingMetric.values()) {
            assertThat(metrics).contains(metric.meter().replace('.', '_'));
        }
        assertThat(metrics).contains("minwon_routing_assigned_total{department=\"construction\",office=\"seogu\"");
    }
}

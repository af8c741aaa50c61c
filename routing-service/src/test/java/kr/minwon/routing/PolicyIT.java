package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.minwon.routing.office.OfficePolicies;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.testing.Complaints.Filed;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.Service;
import kr.minwon.routing.testing.Service.Answer;
import kr.minwon.routing.testing.Topic;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A policy from its draft to the cases that are accepted under it, over the service's own API and events. */
class PolicyIT {
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant TUESDAY_TEN = Instant.parse("2026-11-24T01:00:00Z");
    private static final Caller ADMIN = TestCalls.staff(Role.ADMIN, "admin-1");
    private static final Caller INTAKE = TestCalls.staff(Role.INTAKE, "intake-1");
    private static final Caller OFFICER = TestCalls.staff(Role.OFFICER, "officer-1", "construction");
    private static final Caller LEAD = TestCalls.staff(Role.LEAD, "lead-1", "construction");
    private static final String DRAFT = "/staff/policy/draft";
    private static final String TOMORROW = """
            {"effectiveFrom":"2026-11-24","opens":"09:00","closes":"17:00","lunchFrom":"12:00","lunchTo":"13:00",\
            "extensionsWithoutConsent":1,"extensionsWithConsent":0,"extendedBy":"lead","progressEveryDays":14,\
            "categories":{"street-light":{"petitionKind":"기타민원","period":"1d"},\
            "road-damage":{"petitionKind":"기타민원","period":"7d"}}}""";

    private static Ground ground;
    private static Topic topic;
    private static Service service;

    @BeforeAll
    static void start() {
        ground = new Ground();
        topic = new Topic(ground.brokers(), "minwon.routing");
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

    @AfterEach
    void asItWas() {
        service.database()
                .getCollection("offices")
                .updateOne(
                        Filters.eq("_id", "seogu"),
                        Updates.combine(Updates.unset("policies"), Updates.unset("policyDraft")));
        // What was read is used for a while, unless it is read anew.
        service.bean(OfficePolicies.class).fresh("seogu");
    }

    private static Filed routed(String category, Instant at) {
        Filed complaint = topic.file(category, at);
        topic.await(complaint, 1);
        return complaint;
    }

    private static JsonNode deadline(Filed complaint) {
        return service.get(ADMIN, "/staff/complaints/" + complaint.receiptNumber() + "/deadline")
                .body();
    }

    private static Answer extend(Caller caller, Filed complaint) {
        return service.post(
                caller, "/staff/complaints/" + complaint.receiptNumber() + "/extension", "{\"reason\":\"부품 주문\"}");
    }

    private static JsonNode ok(int status, Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        return answer.body();
    }

    private static String due(String receivedAt) {
        return service.get(ADMIN, "/deadlines?receivedAt=" + receivedAt + "&period=1d")
                .body()
                .path("dueAt")
                .asString();
    }

    @Test
    void aPolicyIsDraftedComparedAndActivatedAndEachCaseKeepsItsOwn() {
        Filed light = routed("street-light", MONDAY_TEN);
        Filed road = routed("road-damage", MONDAY_TEN);
        routed("civil-documents", MONDAY_TEN);

        JsonNode draft = ok(200, service.put(ADMIN, DRAFT, TOMORROW));
        assertThat(draft.path("version").asString()).isEqualTo("2026-11-24");
        assertThat(service.get(OFFICER, "/staff/policy")
                        .body()
                        .path("draft")
                        .path("closes")
                        .asString())
                .isEqualTo("17:00");

        JsonNode compared = ok(200, service.post(ADMIN, DRAFT + "/comparison", ""));
        assertThat(compared.path("complete").asBoolean()).isTrue();
        assertThat(compared.path("earlier").asInt()).isPositive();
        assertThat(compared.path("later").asInt()).isPositive();
        assertThat(compared.path("same").asInt()).isPositive();
        assertThat(compared.path("examples").toString())
                .contains(light.receiptNumber(), road.receiptNumber())
                .contains("\"dueAt\":\"2026-11-26T10:00:00+09:00\",\"wouldBe\":\"2026-11-24T11:00:00+09:00\"");
        assertThat(deadline(light).path("dueAt").asString()).isEqualTo("2026-11-26T10:00:00+09:00");

        String activation = DRAFT + "/activation";
        String meant =
                "{\"version\":\"2026-11-24\",\"at\":\"" + draft.path("at").asString() + "\"}";
        for (String other : List.of(
                "{\"version\":\"another\"}", "{\"version\":\"2026-11-24\",\"at\":\"2020-01-01T00:00:00+09:00\"}")) {
            assertThat(service.post(ADMIN, activation, other).problem()).isEqualTo("policy-draft-changed");
        }
        assertThat(service.post(ADMIN, activation, "{}").status()).isEqualTo(422);
        ok(201, service.post(ADMIN, activation, meant));
        assertThat(ok(201, service.post(ADMIN, activation, meant)).path("by").asString())
                .as("the same again")
                .isEqualTo("admin-1");
        Filed stillToday = routed("street-light", MONDAY_TEN.plusSeconds(60));
        assertThat(deadline(stillToday).path("policyVersion").asString()).isEqualTo("2026-01");

        service.clock().set(TUESDAY_TEN);
        Filed after = routed("street-light", TUESDAY_TEN);

        JsonNode policies = ok(200, service.get(OFFICER, "/staff/policy"));
        assertThat(policies.path("inForce").asString()).isEqualTo("2026-11-24");
        assertThat(policies.path("versions").toString())
                .contains("\"state\":\"past\",\"until\":\"2026-11-23\"", "\"state\":\"inForce\"", "\"by\":\"admin-1\"");
        assertThat(policies.has("draft")).isFalse();
        // Six hours until 17:00, two on Wednesday.
        assertThat(deadline(after).path("dueAt").asString()).isEqualTo("2026-11-25T11:00:00+09:00");
        assertThat(deadline(after).path("policyVersion").asString()).isEqualTo("2026-11-24");
        assertThat(due("2026-11-23T10:00")).isEqualTo("2026-11-24T10:00:00+09:00");
        assertThat(due("2026-11-24T10:00")).isEqualTo("2026-11-25T11:00:00+09:00");
        assertThat(service.get(ADMIN, "/categories").body().toString())
                .contains("\"petitionKind\":\"기타민원\",\"period\":\"1d\"");

        // The old case is extended by the old policy: by its officer, with the old hours.
        ok(200, extend(OFFICER, light));
        assertThat(deadline(light).path("dueAt").asString()).isEqualTo("2026-12-01T10:00:00+09:00");
        assertThat(deadline(light).path("policyVersion").asString()).isEqualTo("2026-01");
        assertThat(extend(OFFICER, after).problem()).isEqualTo("only-lead-extends");
        ok(200, extend(LEAD, after));
        assertThat(extend(LEAD, after).problem()).isEqualTo("no-more-extensions");

        assertThat(service.post(ADMIN, "/staff/policy/versions/2026-11-24/undo", "")
                        .problem())
                .isEqualTo("policy-in-force");
        service.shapes().assertServed();
    }

    @Test
    void aVersionThatHasNotBegunIsTakenBack() {
        ok(200, service.put(ADMIN, DRAFT, TOMORROW));
        ok(201, service.post(ADMIN, DRAFT + "/activation", "{\"version\":\"2026-11-24\"}"));

        JsonNode back = ok(200, service.post(ADMIN, "/staff/policy/versions/2026-11-24/undo", ""));

        assertThat(back.path("state").asString()).isEqualTo("takenBack");
        assertThat(due("2026-11-24T10:00")).isEqualTo("2026-11-25T10:00:00+09:00");
        assertThat(service.post(ADMIN, "/staff/policy/versions/2026-11-24/undo", "")
                        .problem())
                .isEqualTo("no-such-policy");
        // The same again, and then another after it: the place among the versions is compared.
        ok(200, service.put(ADMIN, DRAFT, TOMORROW));
        ok(201, service.post(ADMIN, DRAFT + "/activation", "{\"version\":\"2026-11-24\"}"));
        ok(200, service.put(ADMIN, DRAFT, TOMORROW.replace("2026-11-24", "2026-12-01")));
        ok(201, service.post(ADMIN, DRAFT + "/activation", "{\"version\":\"2026-12-01\"}"));
        assertThat(service.get(ADMIN, "/staff/policy").body().path("versions")).hasSize(3);
    }

    @Test
    void theSameUndoAgainAnswersAsTheFirstDid() {
        ok(200, service.put(ADMIN, DRAFT, TOMORROW));
        ok(201, service.post(ADMIN, DRAFT + "/activation", "{\"version\":\"2026-11-24\"}"));
        String undo = "/staff/policy/versions/2026-11-24/undo";

        JsonNode first = ok(200, service.post(ADMIN, undo, "", "undo-once"));

        assertThat(ok(200, service.post(ADMIN, undo, "", "undo-once"))).isEqualTo(first);
        assertThat(service.post(ADMIN, "/staff/policy/versions/2026-01/undo", "", "undo-once")
                        .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(service.post(ADMIN, undo, "", "another").problem()).isEqualTo("no-such-policy");
        // What came since under that name is not taken back by the old request.
        ok(200, service.put(ADMIN, DRAFT, TOMORROW));
        ok(201, service.post(ADMIN, DRAFT + "/activation", "{\"version\":\"2026-11-24\"}"));
        ok(200, service.post(ADMIN, undo, "", "undo-once"));
        assertThat(service.get(ADMIN, "/staff/policy").body().path("versions")).hasSize(2);
        service.shapes().assertServed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'effectiveFrom':'2026-11-24' | 'effectiveFrom':'2026-11-24','until':'2026-12-31' | until | policy-gap",
                "'effectiveFrom':'2026-11-24' | 'effectiveFrom':'2026-11-23' | effectiveFrom | policy-from-today",
                "'lunchTo':'13:00' | 'lunchTo':'17:30' | lunchTo | policy-lunch-outside",
                "'closes':'17:00' | 'closes':'08:00' | closes | policy-closes-before-opens",
                "'closes':'17:00' | 'closes':'25:00' | closes | policy-time",
                "'extensionsWithConsent':0 | 'extensionsWithConsent':2 | extensionsWithConsent | policy-extensions-with-consent",
                "'extendedBy':'lead' | 'extendedBy':'anybody' | extendedBy | policy-extended-by",
                "'extendedBy':'lead' | 'extendedBy':'lead','transfers':'sideways' | transfers | policy-transfers",
                "'progressEveryDays':14 | 'progressEveryDays':60 | progressEveryDays | policy-progress",
                "'period':'1d' | 'period':'soon' | categories.street-light.period | period",
                "'street-light' | 'no-such' | categories.no-such | policy-category",
                "'기타민원','period':'7d' | '고충민원','period':'14d' | categories.road-damage.period | policy-period-too-long",
            })
    void aContradictoryPolicyIsRefusedWithItsLineAndNothingIsChanged(
            String sound, String wrong, String line, String code) {
        String before = service.get(ADMIN, "/staff/policy").http().body();
        String body = TOMORROW.replace(sound.replace('\'', '"'), wrong.replace('\'', '"'));

        Answer answer = service.put(ADMIN, DRAFT, body);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(422);
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo(line);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("detail").asString()).containsPattern("[가-힣]");
        assertThat(service.get(ADMIN, "/staff/policy").http().body()).isEqualTo(before);
    }

    @Test
    void whatCannotBeReadAndWhatContradictsIsSaidAtOnce() {
        String body = TOMORROW.replace("\"lunchTo\":\"13:00\"", "\"lunchTo\":\"17:30\"")
                .replace("\"lead\"", "\"anybody\"")
                .replace("\"progressEveryDays\":14", "\"progressEveryDays\":60")
                .replace("\"1d\"", "\"soon\"");

        JsonNode errors = service.put(ADMIN, DRAFT, body).body().path("errors");

        assertThat(errors.valueStream().map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder(
                        "lunchTo", "extendedBy", "progressEveryDays", "categories.street-light.period");
        // What a line cannot be compared with is not guessed.
        assertThat(service.put(ADMIN, DRAFT, body.replace("17:00", "noon"))
                        .body()
                        .toString())
                .contains("\"closes\"")
                .doesNotContain("lunchTo");
        assertThat(service.put(ADMIN, DRAFT, "{}").body().path("errors")).hasSize(9);
    }

    @Test
    void aDraftThatWaitedTooLongIsRefusedAndThrownAway() {
        ok(200, service.put(ADMIN, DRAFT, TOMORROW));
        assertThat(service.post(ADMIN, DRAFT + "/activation", "{\"version\":\"2026-11-24\",\"at\":\"soon\"}")
                        .status())
                .isEqualTo(422);
        service.clock().set(TUESDAY_TEN);

        Answer late = service.post(ADMIN, DRAFT + "/activation", "{\"version\":\"2026-11-24\"}");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body().toString()).contains("effectiveFrom", "policy-from-today");
        ok(200, service.delete(ADMIN, DRAFT));
        assertThat(service.delete(ADMIN, DRAFT).problem()).isEqualTo("no-policy-draft");
        assertThat(service.post(ADMIN, DRAFT + "/comparison", "").problem()).isEqualTo("no-policy-draft");
        service.shapes().assertServed();
    }

    @Test
    void whatIsNotTheDepartmentsGoesThroughTheIntakeWhereThePolicySaysSo() {
        String through = TOMORROW.replace("\"progress", "\"transfers\":\"throughIntake\",\"progress");
        assertThat(ok(200, service.put(ADMIN, DRAFT, through)).path("transfers").asString())
                .isEqualTo("throughIntake");
        ok(201, service.post(ADMIN, DRAFT + "/activation", "{\"version\":\"2026-11-24\"}"));
        service.clock().set(TUESDAY_TEN);
        Filed light = routed("street-light", TUESDAY_TEN);
        String path = "/staff/complaints/" + light.receiptNumber();
        String intake = service.bean(Offices.class).find("seogu").orElseThrow().intakeDepartmentId();

        JsonNode given = ok(200, service.post(OFFICER, path + "/transfer", "{\"reason\":\"공원 안의 등\"}"));
        assertThat(given.path("departmentId").asString()).isEqualTo(intake);
        assertThat(given.path("forwarding").path("fromDepartmentId").asString()).isEqualTo("construction");
        assertThat(service.post(OFFICER, path + "/claim", "{}").status()).isEqualTo(403);
        assertThat(service.get(INTAKE, "/staff/queue?view=unassigned&departmentId=" + intake)
                        .body()
                        .toString())
                .contains(light.receiptNumber(), "공원 안의 등");

        service.clock().set(TUESDAY_TEN.plus(Duration.ofMinutes(70).plusSeconds(30)));
        ok(200, service.post(INTAKE, path + "/assign", "{\"departmentId\":\"parks\"}"));
        assertThat(topic.await(light, 2).getLast().toString()).contains("parks");
        // One day of eight hours, and the 70 minutes on the way: six hours until 17:00, three and ten minutes on
        // Wednesday.
        assertThat(deadline(light).path("dueAt").asString()).isEqualTo("2026-11-25T13:10:00+09:00");
        assertThat(deadline(light).toString()).contains("\"what\":\"forwarded\"", "민원실을 거친 근무시간 1시간 10분");
        service.shapes().assertServed();
    }

    @Test
    void onlyAnAdministratorChangesIt() {
        assertThat(service.put(OFFICER, DRAFT, TOMORROW).status()).isEqualTo(403);
        assertThat(service.put(LEAD, DRAFT, TOMORROW).status()).isEqualTo(403);
        assertThat(service.post(LEAD, DRAFT + "/activation", "{}").status()).isEqualTo(403);
        assertThat(service.get(TestCalls.anonymous(), "/staff/policy").status()).isIn(401, 403);
    }
}

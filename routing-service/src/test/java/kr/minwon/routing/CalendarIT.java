package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.minwon.routing.testing.Complaints.Filed;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.Service;
import kr.minwon.routing.testing.Service.Answer;
import kr.minwon.routing.testing.Topic;
import kr.minwon.routing.testing.Topic.Heard;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Days off that an administrator adds, and reminders of staff, over the service's own API and events. */
class CalendarIT {
    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T01:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Caller ADMIN = TestCalls.staff(Role.ADMIN, "admin-1");
    private static final Caller OFFICER = TestCalls.staff(Role.OFFICER, "officer-1", "construction");
    private static final String WEDNESDAY = "{\"date\":\"2026-11-25\",\"name\":\"임시공휴일\",\"kind\":\"temporary\"}";

    @TempDir
    private static Path directory;

    private static Ground ground;
    private static Topic topic;
    private static Service service;

    @BeforeAll
    static void start() {
        ground = new Ground();
        topic = new Topic(ground.brokers(), "minwon.routing");
        service = new Service(
                ground,
                "--minwon.routing.reminders-every=50ms",
                "--minwon.routing.jump-hold=0s",
                "--minwon.routing.categories=" + statutory("tax"));
    }

    /** The office's categories, one of them a statutory petition's. */
    private static Path statutory(String code) {
        try (InputStream seeded = Objects.requireNonNull(
                Service.class.getResourceAsStream("/routing-service/offices/seogu/categories.csv"))) {
            String lines = new String(seeded.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^(" + code + ",[^,]*,[^,]*),[^,]*,", "$1,법정민원,");
            return Files.writeString(directory.resolve("categories.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Heard heard(Filed complaint, int count) {
        return topic.await(complaint, count).get(count - 1);
    }

    private static JsonNode declared(String day) {
        Answer answer = service.post(ADMIN, "/staff/calendar/overrides", day);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
        return done(answer.body());
    }

    private static JsonNode done(JsonNode override) {
        String id = override.path("recount").path("id").asString();
        return await().atMost(SOON)
                .until(
                        () -> service.get(ADMIN, "/staff/calendar/recounts/" + id)
                                .body(),
                        recount -> recount.path("state").asString().equals("done"));
    }

    private static JsonNode undone(String date) {
        Answer answer = service.post(ADMIN, "/staff/calendar/overrides/" + date + "/undo", "{}");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return done(answer.body());
    }

    @Test
    void aDayDeclaredLateIsPreviewedAppliedAndTakenBack() {
        Filed light = routed("street-light");
        Filed parking = routed("parking-violation");
        Filed papers = routed("civil-documents");

        Answer preview = service.post(ADMIN, "/staff/calendar/preview", WEDNESDAY);
        assertThat(preview.status()).as(preview.http().body()).isEqualTo(200);
        assertThat(preview.body().path("cases").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(preview.body().path("complete").asBoolean()).isTrue();
        assertThat(preview.body().path("examples").toString())
                .contains(light.receiptNumber(), parking.receiptNumber())
                .doesNotContain(papers.receiptNumber());

        JsonNode recount = declared(WEDNESDAY);

        assertThat(recount.path("changed").asInt())
                .isEqualTo(preview.body().path("cases").asInt());
        Heard changed = heard(light, 2);
        assertThat(changed.body().path("cause").asString()).isEqualTo("recomputed");
        assertThat(changed.body().path("tell").asBoolean()).isFalse();
        assertThat(changed.body().path("dueAt").asString()).isEqualTo("2026-11-27T10:00:00+09:00");
        assertThat(changed.body().path("reason").asString()).contains("11월 25일(수)이 쉬는 날(임시공휴일)이 되어");
        assertThat(changed.body().path("steps").toString()).contains("임시공휴일");
        assertThat(heard(parking, 2).body().path("dueAt").asString()).isEqualTo("2026-12-02T18:00:00+09:00");
        assertThat(service.get(ADMIN, "/deadlines?receivedAt=2026-11-23T10:00&period=3d")
                        .body()
                        .path("dueAt")
                        .asString())
                .isEqualTo("2026-11-27T10:00:00+09:00");
        assertThat(service.get(OFFICER, "/staff/calendar?year=2026").body().toString())
                .contains("\"date\":\"2026-11-25\",\"name\":\"임시공휴일\",\"kind\":\"temporary\",\"addedBy\":\"admin-1\"");

        undone("2026-11-25");

        assertThat(heard(light, 3).body().path("dueAt").asString()).isEqualTo("2026-11-26T10:00:00+09:00");
        assertThat(heard(light, 3).body().path("reason").asString()).contains("다시 근무하는 날");
        assertThat(heard(parking, 3).body().path("dueAt").asString()).isEqualTo("2026-12-01T18:00:00+09:00");
        assertThat(topic.of(papers.id())).hasSize(1);
        service.shapes().assertServed();
    }

    @Test
    void theSameAgainAnswersAsTheFirstDid() {
        String day = "{\"date\":\"2026-12-17\",\"name\":\"구청 휴무\",\"kind\":\"office\"}";
        String undo = "/staff/calendar/overrides/2026-12-17/undo";

        Answer added = service.post(ADMIN, "/staff/calendar/overrides", day, "add-once");
        assertSameDay(service.post(ADMIN, "/staff/calendar/overrides", day, "add-once"), added, 201);
        Answer takenBack = service.post(ADMIN, undo, "{}", "undo-once");
        assertSameDay(service.post(ADMIN, undo, "{}", "undo-once"), takenBack, 200);

        assertThat(service.post(ADMIN, undo, "{}", "another").problem()).isEqualTo("no-such-override");
        for (String key : List.of("undo-once", "add-once")) {
            assertThat(service.post(ADMIN, undo, "{\"tell\":true}", key).problem())
                    .isEqualTo("idempotency-key-reused");
        }
        assertThat(service.post(ADMIN, undo, "{}", "two words").problem()).isEqualTo("idempotency-key-malformed");
        service.shapes().assertServed();
    }

    private static void assertSameDay(Answer again, Answer first, int status) {
        assertThat(first.status()).as(first.http().body()).isEqualTo(status);
        assertThat(again.status()).as(again.http().body()).isEqualTo(status);
        for (String field : List.of("/date", "/name", "/addedBy", "/addedAt", "/recount/id", "/recount/action")) {
            assertThat(again.body().at(field)).as(field).isEqualTo(first.body().at(field));
        }
    }

    @Test
    void theLastDayToObjectMovesWithADayOffAndDoesNotMoveBack() {
        Filed refused = routed("tax");
        topic.send("complaint.answered.v1", refused.id(), refused.refused(2, MONDAY_TEN));
        // 60 days after Monday 23 November: Friday 22 January 2027.
        assertThat(heard(refused, 2).type()).isEqualTo("routing.objection-term.v1");
        assertThat(heard(refused, 2).body().path("lastDay").asString()).isEqualTo("2027-01-22");

        declared("{\"date\":\"2027-01-22\",\"name\":\"임시공휴일\",\"kind\":\"temporary\"}");

        Heard moved = heard(refused, 3);
        assertThat(moved.type()).isEqualTo("routing.objection-term.v1");
        assertThat(moved.body().path("lastDay").asString()).isEqualTo("2027-01-25");
        assertThat(moved.body().path("answer").asInt()).isEqualTo(1);
        undone("2027-01-22");
        declared("{\"date\":\"2027-01-21\",\"name\":\"구청 휴무\",\"kind\":\"office\"}");
        undone("2027-01-21");
        // What comes after whatever the days taken back would have said.
        topic.send("complaint.reopened.v1", refused.id(), refused.reopened(3, "objection", MONDAY_TEN));
        assertThat(heard(refused, 4).body().path("cause").asString()).isEqualTo("reopened");
        assertThat(topic.of(refused.id())).hasSize(4);
        service.shapes().assertServed();
    }

    @Test
    void residentsHearOfItWhenTheOfficeChooses() {
        Filed light = routed("street-light");
        declared("{\"date\":\"2026-11-24\",\"name\":\"구청 휴무\",\"kind\":\"office\",\"tell\":true}");
        assertThat(heard(light, 2).body().path("tell").asBoolean()).isTrue();
        undone("2026-11-24");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'date':'2026-11-22','name':'휴무','kind':'office'} | 409 | override-in-the-past",
                "{'date':'2026-11-28','name':'휴무','kind':'office'} | 409 | already-off",
                "{'date':'2026-12-25','name':'휴무','kind':'temporary'} | 409 | already-off",
                "{'date':'2051-01-02','name':'휴무','kind':'office'} | 422 | invalid-fields",
                "{'date':'2026-02-30','name':'휴무','kind':'office'} | 422 | invalid-fields",
                "{'date':'2026-12-24','name':'','kind':'office'} | 422 | invalid-fields",
                "{'date':'2026-12-24','name':'휴무','kind':'statutory'} | 422 | invalid-fields",
                "{} | 422 | invalid-fields",
            })
    void aDayThatCannotBeAddedIsRefused(String day, int status, String problem) {
        String body = day.replace('\'', '"');
        for (String path : List.of("/staff/calendar/overrides", "/staff/calendar/preview")) {
            Answer answer = service.post(ADMIN, path, body);
            assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
            assertThat(answer.problem()).isEqualTo(problem);
        }
    }

    @Test
    void whatIsNotThereIsNotTakenBackAndOthersMayNot() {
        assertThat(service.post(ADMIN, "/staff/calendar/overrides/2026-12-24/undo", "{}")
                        .problem())
                .isEqualTo("no-such-override");
        assertThat(service.post(ADMIN, "/staff/calendar/preview", "{\"date\":\"2026-12-24\",\"undo\":true}")
                        .problem())
                .isEqualTo("no-such-override");
        assertThat(service.post(OFFICER, "/staff/calendar/overrides", WEDNESDAY).status())
                .isEqualTo(403);
        assertThat(service.get(ADMIN, "/staff/calendar/recounts/none").problem())
                .isEqualTo("no-such-recount");
        assertThat(service.get(OFFICER, "/staff/calendar?year=1999").status()).isEqualTo(422);
    }

    @Test
    void whatWasLateIsInTheMonthsReport() {
        Filed open = routed("road-damage");
        Filed closed = routed("road-damage");
        Filed inTime = routed("road-damage");
        topic.send("complaint.answered.v1", inTime.id(), inTime.answered(2, Instant.parse("2026-11-24T01:00:00Z")));
        topic.send("complaint.answered.v1", closed.id(), closed.answered(2, Instant.parse("2026-11-27T01:00:00Z")));
        service.clock().set(Instant.parse("2026-11-30T08:00:00Z"));

        Answer report = await().atMost(SOON)
                .until(
                        () -> service.get(ADMIN, "/staff/reports/overdue?month=2026-11"),
                        answer -> answer.body().toString().contains("closedAt"));

        String body = report.body().toString();
        assertThat(body).contains(open.receiptNumber(), closed.receiptNumber()).doesNotContain(inTime.receiptNumber());
        JsonNode construction = report.body()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("departmentId").asString().equals("construction"))
                .findFirst()
                .orElseThrow();
        assertThat(construction.path("longestDays").asInt()).isEqualTo(2);
        assertThat(construction
                        .path("cases")
                        .valueStream()
                        .filter(one -> one.path("receiptNumber").asString().equals(closed.receiptNumber()))
                        .map(one -> one.path("daysLate").asInt()))
                .containsExactly(1);
        Caller parks = TestCalls.staff(Role.LEAD, "lead-9", "parks");
        assertThat(service.get(parks, "/staff/reports/overdue?month=2026-11")
                        .body()
                        .path("rows")
                        .isEmpty())
                .isTrue();
        assertThat(service.get(ADMIN, "/staff/reports/overdue?month=2026-13").status())
                .isEqualTo(422);
        assertThat(service.get(OFFICER, "/staff/reports/overdue?month=2026-11").status())
                .isEqualTo(403);
        service.shapes().assertServed();
    }

    @Test
    void staffAreRemindedOnceOfACaseNobodyHasTaken() {
        Filed light = routed("street-light");
        service.clock().set(Instant.parse("2026-11-25T01:00:01Z"));

        Heard soon = heard(light, 2);
        assertThat(soon.type()).isEqualTo("routing.staff-notice.v1");
        assertThat(soon.body().path("kind").asString()).isEqualTo("dueSoon");
        assertThat(soon.body().has("officer")).isFalse();

        service.clock().set(Instant.parse("2026-12-01T00:00:01Z"));
        Heard late = heard(light, 3);
        assertThat(late.body().path("kind").asString()).isEqualTo("overdue");
        assertThat(late.body().path("workingDaysLate").asInt()).isEqualTo(3);
        assertThat(topic.of(light.id())).hasSize(3);
        service.shapes().assertServed();
    }
}

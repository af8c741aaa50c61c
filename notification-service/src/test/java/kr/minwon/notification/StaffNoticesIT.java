package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.notification.Office.Case;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.notification.message.messaging.Examples;
import kr.minwon.notification.staffnotice.StaffNotice;
import kr.minwon.notification.staffnotice.StaffNotices;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What routing reminds staff of, as each of them sees it, over the service's own events and API. */
class StaffNoticesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NOTICES = "/api/v1/staff/notices";
    private static final Caller INTAKE = staff(Role.INTAKE, "acc-intake", "civil-service");
    private static final Caller LEAD = staff(Role.LEAD, "acc-construction-lead", "construction");
    private static final Caller KIM = staff(Role.OFFICER, "acc-construction-1", "construction");
    private static final Caller LEE = staff(Role.OFFICER, "acc-construction-2", "construction");
    private static final Caller PARKS = staff(Role.OFFICER, "acc-parks-1", "parks");

    private static Phones phones;
    private static Office office;
    private static RunningService service;

    @BeforeAll
    static void start() {
        phones = new Phones();
        TestBed bed = new TestBed(phones.smppPort());
        office = new Office(bed);
        service = RunningService.start(bed, "notices");
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

    private static List<JsonNode> all(Caller caller, String query) {
        Reply reply = service.get(caller, NOTICES + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    private static List<String> of(Caller caller, Case one) {
        return all(caller, "?limit=100").stream()
                .filter(item -> item.path("receiptNumber").asString().equals(one.receiptNumber()))
                .map(item -> item.path("kind").asString())
                .toList();
    }

    private static int unseen(Caller caller) {
        return service.get(caller, NOTICES + "/count").json().path("unseen").asInt();
    }

    @Test
    void whoseTheCaseIsSeesItAndWhatNobodyHasTakenTheWholeDepartmentSees() {
        Case untaken = office.file();
        Case kims = office.file();
        office.remind(untaken, 2, "dueSoon", null);
        office.publish("complaint.started.v1", kims, 3);
        office.remind(kims, 3, "overdue", KIM.id());
        await().atMost(SOON).until(() -> of(INTAKE, kims).equals(List.of("overdue")));
        await().atMost(SOON).until(() -> of(INTAKE, untaken).equals(List.of("dueSoon")));

        assertThat(of(LEAD, untaken)).containsExactly("dueSoon");
        assertThat(of(LEAD, kims)).containsExactly("overdue");
        assertThat(of(KIM, untaken)).containsExactly("dueSoon");
        await().atMost(SOON).untilAsserted(() -> assertThat(of(KIM, kims)).containsExactly("overdue"));
        assertThat(of(LEE, untaken)).containsExactly("dueSoon");
        assertThat(of(LEE, kims)).isEmpty();
        assertThat(of(PARKS, untaken)).isEmpty();
        JsonNode item = all(KIM, "?departmentId=construction&limit=100").stream()
                .filter(one -> one.path("receiptNumber").asString().equals(kims.receiptNumber()))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("dueAt").asString()).isEqualTo("2026-11-26T10:12:00+09:00");
        assertThat(item.path("workingDaysLate").asInt()).isEqualTo(1);
        assertThat(item.path("officerId").asString()).isEqualTo(KIM.id());
        assertThat(item.toString()).doesNotContain(kims.phone());
        assertThat(service.get(PARKS, NOTICES + "?departmentId=construction").problem())
                .isEqualTo("other-department");

        office.publish("complaint.answered.v1", kims, 4);
        await().atMost(SOON).untilAsserted(() -> assertThat(of(INTAKE, kims)).isEmpty());
    }

    @Test
    void twiceTheSameIsOneAndALaterOneTakesItsPlaceAlsoOutOfOrder() {
        Case one = office.file();
        office.remind(one, 5, "due", null);
        office.remind(one, 5, "due", null);
        office.remind(one, 3, "half", null);
        office.routing("routing.some-day.v7", one, "{\"sequence\":6}".getBytes(StandardCharsets.UTF_8));
        office.remind(one, 7, "overdue", null);

        await().atMost(SOON).until(() -> of(INTAKE, one).equals(List.of("overdue")));
        assertThat(service.database()
                        .getCollection("staffNotices")
                        .find(Filters.in(
                                "_id", List.of(one.id() + "/half.3", one.id() + "/due.5", one.id() + "/overdue.7")))
                        .into(new ArrayList<>()))
                .hasSize(3);
        RunningService.SHAPES.assertServed();
    }

    @Test
    void whatCannotBeReadIsADeadLetterAndTheOthersGoOn() {
        Case one = office.file();
        office.routing(
                "routing.staff-notice.v1", one, "{\"sequence\":1,\"kind\":\"half\"}".getBytes(StandardCharsets.UTF_8));
        office.remind(one, 2, "due", null);

        await().atMost(SOON).until(() -> of(INTAKE, one).equals(List.of("due")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(office.deadNotices(one)).hasSize(1));
    }

    @Test
    void aTransferredCaseIsNewToItsDepartmentAndGoneFromTheOther() {
        Case one = office.file();
        office.remind(one, 2, "half", null);
        await().atMost(SOON).until(() -> of(LEE, one).equals(List.of("half")));

        ObjectNode moved = office.body("complaint.assigned.v1", one, 3).put("assignedAt", "2026-11-27T09:10:00+09:00");
        ((ObjectNode) moved.get("department")).put("id", "parks");
        office.publish("complaint.assigned.v1", one, moved);

        await().atMost(SOON).until(() -> of(PARKS, one).equals(List.of("half")));
        assertThat(of(LEE, one)).isEmpty();
    }

    @Test
    void aMoveFromAPlaceWhereItNoLongerStandsIsNotMade() {
        Case one = office.file();
        office.remind(one, 2, "half", null);
        await().atMost(SOON).until(() -> of(INTAKE, one).equals(List.of("half")));
        StaffNotices notices = service.bean(StaffNotices.class);
        StaffNotice read = notices.listedOf(one.id()).getFirst();
        StaffNotice kims = placed(read, "construction", KIM.id());
        StaffNotice parks = placed(read, "parks", null);

        assertThat(notices.move(read, parks)).isTrue();
        assertThat(notices.move(read, kims)).as("somebody was quicker").isFalse();
        assertThat(notices.listedOf(one.id())).containsExactly(parks);
        assertThat(notices.move(parks, kims)).isTrue();
        notices.settle(List.of(read.id()));
        assertThat(notices.move(kims, parks)).as("settled meanwhile").isFalse();
        assertThat(notices.listedOf(one.id())).isEmpty();
        RunningService.SHAPES.assertServed();
    }

    private static StaffNotice placed(StaffNotice of, String department, @Nullable String officer) {
        return new StaffNotice(
                of.about(),
                of.sequence(),
                of.kind(),
                of.title(),
                of.dueAt(),
                of.workingDaysLate(),
                department,
                officer,
                of.remindedAt(),
                of.listedAt());
    }

    @Test
    void whatWasSaidBeforeTheClockMovedOrTheCaseWasAcceptedIsGone() {
        Case extended = office.file();
        Case paused = office.file();
        Case counted = office.file();
        Case filed = office.newCase();
        office.publish(
                "complaint.submitted.v1",
                filed,
                office.body("complaint.submitted.v1", filed, 1).put("status", "filed"));
        for (Case one : List.of(extended, paused, counted)) {
            office.remind(one, 2, "overdue", null);
            await().atMost(SOON).until(() -> of(INTAKE, one).equals(List.of("overdue")));
        }
        office.remind(filed, 1, "acceptance", null);
        await().atMost(SOON).until(() -> of(INTAKE, filed).equals(List.of("acceptance")));
        String later = "2026-11-27T09:10:00+09:00";

        office.publish(
                "complaint.extended.v1",
                extended,
                office.body("complaint.extended.v1", extended, 3).put("extendedAt", later));
        office.publish(
                "complaint.supplement-requested.v1",
                paused,
                office.body("complaint.supplement-requested.v1", paused, 3).put("requestedAt", later));
        office.publish(
                "complaint.deadline-changed.v1",
                counted,
                office.body("complaint.deadline-changed.v1", counted, 3).put("changedAt", later));
        office.publish("complaint.accepted.v1", filed, 2);

        for (Case one : List.of(extended, paused, counted, filed)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(of(INTAKE, one)).isEmpty());
        }
        RunningService.SHAPES.assertServed();
    }

    @Test
    void whoHasSeenThemHearsOfWhatCameSince() {
        Caller reader = staff(Role.LEAD, "acc-reader", "construction");
        Case first = office.file();
        office.remind(first, 2, "due", null);
        await().atMost(SOON).until(() -> !of(reader, first).isEmpty());
        int before = unseen(reader);
        assertThat(before).isPositive();
        String upTo = all(reader, "?limit=1").getFirst().path("key").asString();

        for (int time = 0; time < 2; time++) {
            Reply seen = service.post(reader, NOTICES + "/seen", "{\"upTo\":\"" + upTo + "\"}");
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.json().path("most").asInt()).isEqualTo(100);
        }
        assertThat(all(reader, "?limit=100").stream()
                        .filter(item -> item.path("key").asString().compareTo(upTo) <= 0))
                .isNotEmpty()
                .allMatch(item -> item.path("seen").asBoolean());
        assertThat(unseen(LEAD)).as("of another who has seen nothing").isGreaterThanOrEqualTo(before);

        Case later = office.file();
        office.remind(later, 2, "due", null);
        await().atMost(SOON).until(() -> !of(reader, later).isEmpty());
        assertThat(unseen(reader)).isPositive();
        assertThat(all(reader, "?limit=1").getFirst().path("seen").asBoolean()).isFalse();
    }

    @Test
    void pagesFollowOneAnother() {
        Caller reader = staff(Role.LEAD, "acc-pages", "paging");
        for (int n = 0; n < 3; n++) {
            Case one = office.newCase();
            ObjectNode body =
                    Examples.body("routing.staff-notice.v1", one.id(), 1).put("receiptNumber", one.receiptNumber());
            ((ObjectNode) body.get("department")).put("id", "paging");
            office.routing("routing.staff-notice.v1", one, Examples.JSON.writeValueAsBytes(body));
        }
        await().atMost(SOON).until(() -> all(reader, "").size() == 3);

        Reply first = service.get(reader, NOTICES + "?limit=2");
        String next = first.json().path("next").asString();
        Reply second = service.get(reader, NOTICES + "?limit=2&cursor=" + next.replace("+", "%2B"));

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().has("next") && !second.json().path("next").isNull())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?cursor=anything", "?cursor=2026-11-27"})
    void aPageThatIsNoneIsRefused(String query) {
        Reply reply = service.get(KIM, NOTICES + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("no-such-list-page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"upTo\":\"\"}", "{\"upTo\":\"9999\"}"})
    void whatIsNoNoticeIsNotSeen(String body) {
        Reply reply = service.post(KIM, NOTICES + "/seen", body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("invalid-fields");
    }

    @Test
    void textsOfACaseThatNobodyHasAcceptedAreSeenByWhoeverMayAcceptIt() {
        Case filed = office.newCase();
        ObjectNode body = office.body("complaint.submitted.v1", filed, 1).put("status", "filed");
        body.remove("acceptedAt");
        office.publish("complaint.submitted.v1", filed, body);
        String messages = "/api/v1/staff/messages?receiptNumber=" + filed.receiptNumber();
        await().atMost(SOON).until(() -> service.get(INTAKE, messages).body().contains("filed.1"));

        assertThat(service.get(PARKS, messages).status()).isEqualTo(200);
        String replies = "/api/v1/staff/complaints/" + filed.receiptNumber() + "/replies";
        assertThat(service.get(PARKS, replies).status()).isEqualTo(200);

        office.publish("complaint.accepted.v1", filed, 2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.get(PARKS, messages).problem())
                        .as("accepted, and not yet anybody's")
                        .isEqualTo("other-department"));
        office.publish("complaint.assigned.v1", filed, 3);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(service.get(KIM, messages).status()).isEqualTo(200));
        assertThat(service.get(PARKS, replies).problem()).isEqualTo("other-department");
    }

    @Test
    void textsOfACaseThatEndedBeforeAnyDepartmentHadItAreClosedToDepartments() {
        Case filed = office.newCase();
        ObjectNode body = office.body("complaint.submitted.v1", filed, 1).put("status", "filed");
        body.remove("acceptedAt");
        office.publish("complaint.submitted.v1", filed, body);
        office.publish("complaint.withdrawn.v1", filed, 2);
        String messages = "/api/v1/staff/messages?receiptNumber=" + filed.receiptNumber();
        await().atMost(SOON).until(() -> service.get(INTAKE, messages).body().contains("withdrawn.1"));

        assertThat(service.get(PARKS, messages).problem()).isEqualTo("other-department");
    }
}

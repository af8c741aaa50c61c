package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.minwon.routing.testing.Complaints;
import kr.minwon.routing.testing.Complaints.Filed;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.Service;
import kr.minwon.routing.testing.Service.Answer;
import kr.minwon.routing.testing.Topic;
import kr.minwon.routing.workitem.RoutingMeters;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The queue with hundreds of items: order, pages, views, and that an index serves each. */
class QueueIT {
    /** Monday 2026-11-23, 15:00 in Seoul. */
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private static final Caller OFFICER = TestCalls.staff(Role.OFFICER, "officer-1", "construction");
    private static final Caller AUDITOR = TestCalls.staff(Role.AUDITOR, "auditor");
    private static final int ITEMS = 300;
    private static final int DRAFTED = 7;

    private static Ground ground;
    private static Topic topic;
    private static Service service;
    private static final List<Filed> LIGHTS = new ArrayList<>();

    @BeforeAll
    static void fill() {
        ground = new Ground();
        topic = new Topic(ground.brokers(), "minwon.routing");
        service = new Service(ground);
        service.clock().set(NOW);
        // Street lights take three days (24 working hours); every third was accepted at the very same moment as
        // another.
        for (int n = 0; n < ITEMS; n++) {
            Instant accepted = NOW.minus(Duration.ofMinutes(45L * (n - n % 3)));
            LIGHTS.add(submit("street-light", accepted));
        }
        for (int n = 0; n < 20; n++) {
            submit("trees-parks", NOW.minus(Duration.ofHours(n)));
        }
        await().atMost(Duration.ofSeconds(120))
                .until(() ->
                        service.database().getCollection("work_items").countDocuments(Filters.exists("receiptNumber"))
                                == ITEMS + 20);
        for (int n = 0; n < 5; n++) {
            Filed claimed = LIGHTS.get(n);
            assertThat(service.post(OFFICER, "/staff/complaints/" + claimed.digits() + "/claim", "{}")
                            .status())
                    .isEqualTo(200);
            Filed answered = LIGHTS.get(10 + n);
            topic.send("complaint.answered.v1", answered.id(), answered.answered(2, NOW.plusSeconds(n)));
        }
        for (int n = 0; n < DRAFTED; n++) {
            Filed drafted = LIGHTS.get(20 + n);
            topic.send("complaint.draft-changed.v1", drafted.id(), drafted.draftChanged(2, "awaiting"));
        }
        Filed returned = LIGHTS.get(20 + DRAFTED);
        topic.send("complaint.draft-changed.v1", returned.id(), returned.draftChanged(2, "awaiting"));
        topic.send("complaint.draft-changed.v1", returned.id(), returned.draftChanged(3, "returned"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> all(OFFICER, "view=done").size() == 5
                        && all(OFFICER, "view=approval").size() == DRAFTED
                        && all(OFFICER, "view=unassigned").stream()
                                .anyMatch(item -> item.path("draft").asString().equals("returned")));
    }

    @AfterAll
    static void stop() {
        service.close();
        topic.close();
        ground.close();
    }

    private static Filed submit(String category, Instant accepted) {
        Filed complaint = Complaints.filed(category, accepted);
        topic.send("complaint.submitted.v1", complaint.id(), complaint.submitted());
        return complaint;
    }

    /** Every item of a list, page by page. */
    private static List<JsonNode> all(Caller caller, String query) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = service.get(caller, "/staff/queue?" + query + cursor);
            assertThat(page.status()).as(page.http().body()).isEqualTo(200);
            page.body().get("items").forEach(items::add);
            JsonNode next = page.body().get("next");
            cursor = next.isNull() ? "" : "&cursor=" + Service.encoded(next.asString());
        } while (!cursor.isEmpty());
        return items;
    }

    private static List<String> numbers(List<JsonNode> items) {
        return items.stream().map(item -> item.get("receiptNumber").asString()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 200})
    void pagesHoldEachItemOnceMostUrgentFirst(int limit) {
        List<JsonNode> items = all(OFFICER, "view=unassigned&limit=" + limit);

        assertThat(items).hasSize(ITEMS - 10);
        assertThat(new HashSet<>(numbers(items))).hasSize(ITEMS - 10);
        assertThat(items).extracting(item -> item.get("dueAt").asString()).isSorted();
    }

    @Test
    void viewsDivideTheOpenItemsByTheirDeadline() {
        Set<String> overdue = new HashSet<>(numbers(all(OFFICER, "view=overdue")));
        Set<String> soon = new HashSet<>(numbers(all(OFFICER, "view=dueSoon")));

        assertThat(overdue).isNotEmpty().doesNotContainAnyElementsOf(soon);
        assertThat(soon).isNotEmpty();
        for (JsonNode item : all(OFFICER, "view=unassigned")) {
            String number = item.get("receiptNumber").asString();
            String dueAt = item.get("dueAt").asString();
            // Monday 15:00; one working day later is Tuesday 15:00.
            assertThat(overdue.contains(number)).as(dueAt).isEqualTo(dueAt.compareTo("2026-11-23T15:00") < 0);
            assertThat(soon.contains(number))
                    .as(dueAt)
                    .isEqualTo(dueAt.compareTo("2026-11-23T15:00") >= 0
                            && dueAt.compareTo("2026-11-24T15:00:00+09:00") <= 0);
        }
    }

    @Test
    void whatIsUrgentIsCountedUpToAHundred() {
        for (Caller caller : List.of(OFFICER, AUDITOR)) {
            JsonNode counts = service.get(caller, "/staff/queue/counts").body();
            assertThat(counts.get("most").asInt()).isEqualTo(100);
            for (String view : List.of("dueSoon", "overdue", "approval")) {
                assertThat(counts.get(view).asInt())
                        .as(view)
                        .isEqualTo(Math.min(100, all(caller, "view=" + view).size()));
            }
        }
        assertThat(service.get(OFFICER, "/staff/queue/counts?departmentId=parks")
                        .problem())
                .isEqualTo("other-department");
    }

    @Test
    void mineAreThoseIClaimed() {
        assertThat(numbers(all(OFFICER, "view=mine")))
                .containsExactlyInAnyOrderElementsOf(
                        LIGHTS.subList(0, 5).stream().map(Filed::receiptNumber).toList());
        assertThat(all(OFFICER, "view=mine&departmentId=construction")).hasSize(5);
    }

    @Test
    void whatWaitsForApprovalIsListedMostUrgentFirst() {
        List<JsonNode> items = all(OFFICER, "view=approval&limit=3");

        assertThat(numbers(items))
                .containsExactlyInAnyOrderElementsOf(LIGHTS.subList(20, 20 + DRAFTED).stream()
                        .map(Filed::receiptNumber)
                        .toList());
        assertThat(items).extracting(item -> item.get("dueAt").asString()).isSorted();
        assertThat(items)
                .allSatisfy(item -> assertThat(item.get("draft").asString()).isEqualTo("awaiting"));
        assertThat(all(AUDITOR, "view=approval")).hasSize(DRAFTED);
        assertThat(all(AUDITOR, "view=approval&departmentId=parks")).isEmpty();
    }

    @Test
    void doneIsNewestFirst() {
        assertThat(numbers(all(OFFICER, "view=done&limit=2")))
                .containsExactlyElementsOf(LIGHTS.subList(10, 15).reversed().stream()
                        .map(Filed::receiptNumber)
                        .toList());
    }

    @Test
    void waitingIsEmptyUntilSupplementsExist() {
        assertThat(all(OFFICER, "view=waiting")).isEmpty();
    }

    @Test
    void whoSeesTheWholeOfficeSeesAllDepartmentsOrOne() {
        assertThat(all(AUDITOR, "view=unassigned&limit=200")).hasSize(ITEMS - 10 + 20);
        assertThat(all(AUDITOR, "view=unassigned&departmentId=parks")).hasSize(20);
        assertThat(all(AUDITOR, "view=mine")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "view=urgent, view",
        "view=, view",
        "limit=0, limit",
        "limit=201, limit",
        "limit=ten, limit",
        "cursor=abc, cursor",
        "cursor=%00, cursor",
        "departmentId=nowhere, departmentId",
    })
    void badParametersAreNamed(String query, String field) {
        Answer answer = service.get(AUDITOR, "/staff/queue?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void anIndexServesEveryQuery() {
        for (String view : List.of("unassigned", "mine", "approval", "dueSoon", "overdue", "waiting", "done")) {
            for (Caller caller : List.of(OFFICER, AUDITOR)) {
                all(caller, "view=" + view + "&limit=" + (view.equals("unassigned") ? 100 : 3));
                all(caller, "view=" + view + "&departmentId=construction&limit=100");
            }
        }
        service.get(AUDITOR, "/staff/queue/counts");
        service.get(AUDITOR, "/staff/queue/counts?departmentId=parks");
        service.bean(RoutingMeters.class).refresh();
        service.post(OFFICER, "/staff/complaints/" + LIGHTS.get(0).digits() + "/claim", "{}");

        service.shapes().assertServed();
    }
}

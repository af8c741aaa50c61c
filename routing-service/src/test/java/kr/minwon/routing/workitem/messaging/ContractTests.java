package kr.minwon.routing.workitem.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.NewEvent;
import kr.minwon.outbox.Outcome;
import kr.minwon.outbox.UnreadableEvent;
import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.office.DayChange;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.testing.WorkItems;
import kr.minwon.routing.workitem.ClockMoves;
import kr.minwon.routing.workitem.Counting;
import kr.minwon.routing.workitem.DraftState;
import kr.minwon.routing.workitem.Move;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.RoutingEvent;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.Transfers;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What routing sends is what the contracts say; what they say of complaints, routing reads. */
class ContractTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-23T01:12:31Z");

    private final RoutingEventMapper mapper = new RoutingEventMapper();
    private final ComplaintEvents events = new ComplaintEvents(
            new Offices() {
                @Override
                public Optional<Office> find(String officeId) {
                    return all().stream()
                            .filter(office -> office.id().equals(officeId))
                            .findFirst();
                }

                @Override
                public List<Office> all() {
                    return List.of(WorkItems.SEOGU);
                }

                @Override
                public boolean declare(String officeId, DayChange added) {
                    throw new UnsupportedOperationException("an event declares no day");
                }

                @Override
                public boolean withdraw(String officeId, DayChange takenBack) {
                    throw new UnsupportedOperationException("an event withdraws no day");
                }

                @Override
                public Optional<DayChange> changedBy(String officeId, RequestMark request) {
                    throw new UnsupportedOperationException("an event is no request");
                }
            },
            new StatutoryClocks(Holidays.known(), Holidays.provisional()),
            mapper,
            Clock.fixed(NOW, ZoneOffset.UTC));

    private static String resource(String name) throws IOException {
        String path = "/contracts/events/" + name;
        try (InputStream resource = Objects.requireNonNull(ContractTests.class.getResourceAsStream(path), path)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ObjectNode example(String type) throws IOException {
        return (ObjectNode) JSON.readTree(resource(type + ".example.json"));
    }

    private static void assertValid(NewEvent event) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(event.type() + ".schema.json"));
        Map<String, Object> body = new LinkedHashMap<>();
        // The outbox adds it when the event is stored.
        body.put("sequence", 1);
        body.putAll(event.body());
        JsonNode sent = JSON.readTree(JSON.writeValueAsBytes(body));
        assertThat(schema.validate(sent)).as(event.type()).isEmpty();
    }

    private static IncomingEvent incoming(String type, JsonNode body) {
        return new IncomingEvent(
                "id",
                type,
                "/minwon/complaint-service",
                "complaint/" + WorkItems.COMPLAINT,
                NOW,
                body.path("sequence").asLong(),
                null,
                JSON.writeValueAsBytes(body));
    }

    private WorkItem started() throws IOException {
        Outcome<WorkItem> outcome =
                events.on(null, incoming("complaint.submitted.v1", example("complaint.submitted.v1")));
        return Objects.requireNonNull(outcome.next());
    }

    @Test
    void theSubmittedExampleStartsAnItemAndTellsOfItValidly() throws IOException {
        ObjectNode submitted = example("complaint.submitted.v1");
        submitted.put("addedLater", "x");

        Outcome<WorkItem> outcome = events.on(null, incoming("complaint.submitted.v1", submitted));

        assertThat(outcome.next()).isNotNull().satisfies(item -> {
            assertThat(item.departmentId()).isEqualTo("construction");
            assertThat(item.clock().dueAt()).isEqualTo(Instant.parse("2026-11-26T01:12:30.123Z"));
        });
        assertThat(outcome.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("routing.assigned.v1");
            assertThat(event.key()).isEqualTo(WorkItems.COMPLAINT);
            assertThat(event.body())
                    .containsEntry("dueAt", "2026-11-26T10:12:30.123+09:00")
                    .containsEntry("assignment", 1);
            assertValid(event);
        });
    }

    @Test
    void everyRoutingEventIsValid() throws IOException {
        Department parks = WorkItems.SEOGU.department("parks").orElseThrow();
        Officer officer = new Officer("officer-1", "김담당");
        Move.Made claimed = (Move.Made) started()
                .claim(officer, WorkItems.SEOGU.department("construction").orElseThrow(), NOW);
        Move.Made moved =
                (Move.Made) Transfers.move(claimed.next(), parks, "공원의 등", "lead-1", WorkItems.counting(), NOW);

        Department construction = WorkItems.SEOGU.department("construction").orElseThrow();
        Counting counting = WorkItems.counting();
        Move.Made extended =
                (Move.Made) ClockMoves.extend(claimed.next(), null, "부품", officer, construction, counting, NOW);
        Move.Made proposed =
                (Move.Made) ClockMoves.extend(extended.next(), null, "또", officer, construction, counting, NOW);
        WorkItem paused = ClockMoves.pause(claimed.next(), counting, NOW).orElseThrow();
        Move.Made resumed = ClockMoves.resume(paused, construction, counting, NOW.plusSeconds(86_400))
                .orElseThrow();
        Move.Made away = (Move.Made)
                Transfers.sendAway(claimed.next(), "광주광역시청", "시의 도로", construction, counting, "lead-1", NOW);

        Instant later = NOW.plus(Duration.ofDays(31));
        Move.Made progress = (Move.Made) claimed.next().tellProgress(construction, counting, later);
        Move.Made anybody = (Move.Made) started().tellProgress(construction, counting, later);
        Move.Made overdue = (Move.Made) claimed.next().remind(construction, counting, later);

        for (RoutingEvent event : List.of(
                progress.events().getFirst(),
                new RoutingEvent.ObjectionTerm(claimed.next(), construction, 1, LocalDate.of(2027, 1, 25), later),
                anybody.events().getFirst(),
                overdue.events().getFirst(),
                claimed.events().getFirst(),
                moved.events().getFirst(),
                extended.events().getFirst(),
                proposed.events().getFirst(),
                resumed.events().getFirst(),
                away.events().getFirst())) {
            assertValid(mapper.event(event));
        }
        assertThat(mapper.event(moved.events().getFirst()).body())
                .containsEntry("assignment", 2)
                .containsEntry("by", "lead-1");
    }

    @Test
    void theAnsweredExampleClosesTheItem() throws IOException {
        ObjectNode answered = example("complaint.answered.v1");
        answered.put("addedLater", "x");

        assertThat(events.on(started(), incoming("complaint.answered.v1", answered))
                        .next())
                .extracting(WorkItem::status)
                .isEqualTo(WorkStatus.ANSWERED);
    }

    @Test
    void whatIsFiledToBeAcceptedByHandWaitsUntilSomebodyDoes() throws IOException {
        ObjectNode submitted =
                example("complaint.submitted.v1").put("status", "filed").putNull("acceptedAt");

        Outcome<WorkItem> filed = events.on(null, incoming("complaint.submitted.v1", submitted));
        Outcome<WorkItem> accepted = events.on(
                filed.next(),
                incoming(
                        "complaint.accepted.v1",
                        example("complaint.accepted.v1").put("addedLater", "x")));

        assertThat(filed.next()).extracting(WorkItem::status).isEqualTo(WorkStatus.FILED);
        assertThat(filed.events()).isEmpty();
        assertThat(accepted.next()).extracting(WorkItem::status).isEqualTo(WorkStatus.ASSIGNED);
        assertThat(accepted.events()).singleElement().satisfies(event -> assertValid(event));
    }

    @Test
    void theReopenedExampleStartsAClockOfItsOwn() throws IOException {
        WorkItem answered = Objects.requireNonNull(
                events.on(started(), incoming("complaint.answered.v1", example("complaint.answered.v1")))
                        .next());

        Outcome<WorkItem> reopened = events.on(
                answered,
                incoming(
                        "complaint.reopened.v1",
                        example("complaint.reopened.v1").put("addedLater", "x")));

        assertThat(reopened.next()).extracting(WorkItem::status).isEqualTo(WorkStatus.ASSIGNED);
        assertThat(reopened.events()).singleElement().satisfies(event -> {
            assertThat(event.body()).containsEntry("cause", "reopened").containsEntry("tell", true);
            assertValid(event);
        });
    }

    @ParameterizedTest
    @CsvSource({"complaint.merged.v1, MERGED", "complaint.closed.v1, CLOSED"})
    void whatIsMergedOrClosedAsARepeatEndsAndGoesOn(String type, WorkStatus status) throws IOException {
        ObjectNode ending = example(type).put("addedLater", "x");
        if (type.equals("complaint.closed.v1")) {
            ending.put("reason", "repeat");
        }

        WorkItem ended = Objects.requireNonNull(
                events.on(started(), incoming(type, ending)).next());
        Outcome<WorkItem> continued = events.on(
                ended,
                incoming(
                        "complaint.continued.v1",
                        example("complaint.continued.v1").put("addedLater", "x")));

        assertThat(ended.status()).isEqualTo(status);
        assertThat(continued.next()).satisfies(item -> {
            assertThat(item.status()).isEqualTo(WorkStatus.ASSIGNED);
            assertThat(item.clock().dueAt()).isEqualTo(started().clock().dueAt());
        });
        assertThat(continued.events()).isEmpty();
    }

    @Test
    void whatARatingClosesWasClosedByItsAnswer() throws IOException {
        assertThat(events.on(started(), incoming("complaint.closed.v1", example("complaint.closed.v1")))
                        .next())
                .isNull();
    }

    @Test
    void theDraftChangedExampleWaitsForApprovalUntilAnythingElseIsSaid() throws IOException {
        ObjectNode changed = example("complaint.draft-changed.v1");
        changed.put("addedLater", "x");

        WorkItem awaiting = Objects.requireNonNull(events.on(started(), incoming("complaint.draft-changed.v1", changed))
                .next());
        assertThat(awaiting.draft()).isEqualTo(DraftState.AWAITING);
        for (String state : List.of("dropped", "a state of later years")) {
            assertThat(events.on(awaiting, incoming("complaint.draft-changed.v1", changed.put("state", state)))
                            .next())
                    .as(state)
                    .extracting(WorkItem::draft)
                    .isNull();
        }
        assertThat(events.on(null, incoming("complaint.draft-changed.v1", changed))
                        .next())
                .isNull();
    }

    @Test
    void theReturnedExampleClosesTheItem() throws IOException {
        ObjectNode returned = example("complaint.returned.v1");
        returned.put("addedLater", "x");

        assertThat(events.on(started(), incoming("complaint.returned.v1", returned))
                        .next())
                .extracting(WorkItem::status)
                .isEqualTo(WorkStatus.RETURNED);
    }

    @Test
    void theSupplementExamplesStopTheClockAndLetItGoOn() throws IOException {
        ObjectNode requested = example("complaint.supplement-requested.v1");
        requested.put("addedLater", "x");
        WorkItem waiting =
                Objects.requireNonNull(events.on(started(), incoming("complaint.supplement-requested.v1", requested))
                        .next());

        Outcome<WorkItem> supplied =
                events.on(waiting, incoming("complaint.supplemented.v1", example("complaint.supplemented.v1")));

        assertThat(waiting.status()).isEqualTo(WorkStatus.WAITING);
        assertThat(supplied.next()).isNotNull().satisfies(item -> {
            assertThat(item.status()).isEqualTo(WorkStatus.ASSIGNED);
            // 24–26 November are not counted: three working days later.
            assertThat(item.clock().dueAt()).isEqualTo(Instant.parse("2026-12-01T01:12:30.123Z"));
        });
        assertThat(supplied.events())
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo("routing.deadline-changed.v1"));
    }

    @Test
    void theConsentExampleExtendsWhatWasProposed() throws IOException {
        Department construction = WorkItems.SEOGU.department("construction").orElseThrow();
        Officer officer = new Officer("officer-1", "김담당");
        WorkItem item = started();
        for (int n = 0; n < 2; n++) {
            item = ((Move.Made) ClockMoves.extend(item, null, "부품", officer, construction, WorkItems.counting(), NOW))
                    .next();
        }
        Outcome<WorkItem> consented =
                events.on(item, incoming("complaint.consent-answered.v1", example("complaint.consent-answered.v1")));

        assertThat(consented.next()).isNotNull().satisfies(next -> {
            assertThat(next.proposal()).isNull();
            assertThat(next.clock().state().extensions()).hasSize(2);
        });
    }

    @Test
    void aReminderOfStaffIsValid() throws IOException {
        WorkItem item = started();
        Department construction = WorkItems.SEOGU.department("construction").orElseThrow();
        Move.Made reminded = (Move.Made) item.remind(
                construction,
                WorkItems.counting(),
                Objects.requireNonNull(item.reminder()).at());

        assertValid(mapper.event(reminded.events().getFirst()));
    }

    @Test
    void theWithdrawnExampleClosesTheItem() throws IOException {
        ObjectNode withdrawn = example("complaint.withdrawn.v1");
        withdrawn.put("addedLater", "x");

        assertThat(events.on(started(), incoming("complaint.withdrawn.v1", withdrawn))
                        .next())
                .extracting(WorkItem::status)
                .isEqualTo(WorkStatus.WITHDRAWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint.assigned.v1",
                "complaint.started.v1",
                "complaint.progress.v1",
                "complaint.submitted.v2",
                "complaint.answered.v9",
                "something.else.v1"
            })
    void otherTypesAndLaterVersionsArePassedOver(String type) throws IOException {
        assertThat(events.on(started(), incoming(type, JSON.createObjectNode().put("sequence", 2)))
                        .next())
                .isNull();
        assertThat(events.on(null, incoming(type, JSON.createObjectNode().put("sequence", 1)))
                        .next())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"complaintId", "officeId", "receiptNumber", "title", "category", "submittedAt", "acceptedAt"})
    void aSubmittedEventWithoutWhatIsNeededIsPoison(String field) throws IOException {
        ObjectNode broken = example("complaint.submitted.v1");
        broken.remove(field);

        assertThatThrownBy(() -> events.on(null, incoming("complaint.submitted.v1", broken)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anEventOfAnUnknownOfficeOrAnotherComplaintIsPoison() throws IOException {
        ObjectNode elsewhere = example("complaint.submitted.v1");
        elsewhere.put("officeId", "elsewhere");
        ObjectNode another = example("complaint.submitted.v1");
        another.put("complaintId", "0198f3c2-7a10-7c3e-9b51-000000000000");

        assertThatThrownBy(() -> events.on(null, incoming("complaint.submitted.v1", elsewhere)))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> events.on(null, incoming("complaint.submitted.v1", another)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anAnsweredEventWithoutItsTimeIsPoison() throws IOException {
        ObjectNode broken = example("complaint.answered.v1");
        broken.remove("answeredAt");
        WorkItem item = started();

        assertThatThrownBy(() -> events.on(item, incoming("complaint.answered.v1", broken)))
                .isInstanceOf(UnreadableEvent.class);
    }
}

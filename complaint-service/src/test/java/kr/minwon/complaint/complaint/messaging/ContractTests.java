package kr.minwon.complaint.complaint.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.minwon.complaint.Examples;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintMother;
import kr.minwon.complaint.complaint.ComplaintStatus;
import kr.minwon.complaint.complaint.Consent;
import kr.minwon.complaint.complaint.DeadlineChange;
import kr.minwon.complaint.complaint.Decision;
import kr.minwon.complaint.complaint.Drafts;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.Groups;
import kr.minwon.complaint.complaint.Language;
import kr.minwon.complaint.complaint.LinksMother;
import kr.minwon.complaint.complaint.Officer;
import kr.minwon.complaint.complaint.Procedures;
import kr.minwon.complaint.complaint.ReceiptNumber;
import kr.minwon.complaint.complaint.Reopenings;
import kr.minwon.complaint.complaint.Repeats;
import kr.minwon.complaint.complaint.ResidentText;
import kr.minwon.complaint.complaint.ResidentTexts;
import kr.minwon.complaint.complaint.ResidentTextsTests;
import kr.minwon.outbox.IncomingEvent;
import kr.minwon.outbox.NewEvent;
import kr.minwon.outbox.UnreadableEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is published is what the contracts say; what the contracts say of others' events is what is read. */
class ContractTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ComplaintEventMapper MAPPER = new ComplaintEventMapper(LinksMother.links());

    static Stream<Arguments> published() {
        Complaint accepted = ComplaintMother.in(ComplaintStatus.ACCEPTED);
        Complaint assigned = ComplaintMother.in(ComplaintStatus.ASSIGNED);
        return Stream.of(
                Arguments.of(
                        "complaint.submitted.v1", Complaint.file(ComplaintMother.filing(ComplaintStatus.ACCEPTED))),
                Arguments.of("complaint.submitted.v1", Complaint.file(ComplaintMother.filing(ComplaintStatus.FILED))),
                Arguments.of("complaint.submitted.v1", Complaint.file(withoutLocation())),
                Arguments.of(
                        "complaint.assigned.v1",
                        accepted.assigned(
                                ComplaintMother.CONSTRUCTION, ComplaintMother.DEADLINE, ComplaintMother.LATER, 1)),
                Arguments.of(
                        "complaint.started.v1",
                        assigned.claimed(ComplaintMother.CONSTRUCTION, ComplaintMother.OFFICER, ComplaintMother.LATER)),
                Arguments.of("complaint.answered.v1", ComplaintMother.answer(assigned)),
                Arguments.of("complaint.draft-changed.v1", ComplaintMother.draft(assigned)),
                Arguments.of(
                        "complaint.draft-changed.v1",
                        Drafts.giveBack(
                                changed(ComplaintMother.draft(assigned)),
                                1,
                                "근거를 적어 주세요.",
                                ComplaintMother.LEAD,
                                ComplaintMother.LATER)),
                Arguments.of("complaint.answered.v1", approved(assigned)),
                Arguments.of("complaint.supplement-requested.v1", ComplaintMother.askedOnce(assigned)),
                Arguments.of(
                        "complaint.supplemented.v1",
                        Procedures.supply(
                                ComplaintMother.in(ComplaintStatus.SUPPLEMENT_REQUESTED),
                                "여기 있습니다.",
                                List.of(),
                                ComplaintMother.LATER,
                                null)),
                Arguments.of("complaint.extended.v1", extended(assigned, ComplaintMother.OFFICER)),
                Arguments.of("complaint.extended.v1", extended(assigned, null)),
                Arguments.of("complaint.consent-requested.v1", proposed(assigned)),
                Arguments.of(
                        "complaint.consent-answered.v1",
                        Procedures.consent(changed(proposed(assigned)), true, ComplaintMother.LATER, null)),
                Arguments.of(
                        "complaint.returned.v1",
                        Procedures.giveBack(
                                ComplaintMother.askedTwice(),
                                "보내지 않으셨습니다.",
                                ComplaintMother.ACTING,
                                ComplaintMother.AFTER_ALL,
                                null)),
                Arguments.of("complaint.deadline-changed.v1", recomputed(assigned, true)),
                Arguments.of(
                        "complaint.transferred.v1",
                        Procedures.transferred(assigned, ComplaintMother.ELSEWHERE, ComplaintMother.CONSTRUCTION)),
                Arguments.of("complaint.changed.v1", assigned.change("놀이터 옆", ComplaintMother.LATER, null)),
                Arguments.of(
                        "complaint.accepted.v1",
                        ComplaintMother.in(ComplaintStatus.FILED)
                                .accept(ComplaintMother.OFFICER, ComplaintMother.LATER)),
                Arguments.of(
                        "complaint.reopened.v1",
                        Reopenings.reopen(
                                ComplaintMother.in(ComplaintStatus.ANSWERED), "부족합니다.", ComplaintMother.LATER, null)),
                Arguments.of("complaint.progress.v1", progress(assigned, ComplaintMother.OFFICER)),
                Arguments.of("complaint.progress.v1", progress(assigned, null)),
                Arguments.of("complaint.merged.v1", Groups.follow(assigned, leading(), ComplaintMother.LATER)),
                Arguments.of("complaint.closed.v1", repeatClosed(assigned)),
                Arguments.of(
                        "complaint.continued.v1",
                        Repeats.undo(changed(repeatClosed(assigned)), ComplaintMother.ACTING, ComplaintMother.LATER)),
                Arguments.of(
                        "complaint.texted.v1",
                        ResidentTexts.take(assigned, ResidentTextsTests.text(ResidentText.Meaning.NOTE))),
                Arguments.of(
                        "complaint.texted.v1",
                        ResidentTexts.take(assigned, ResidentTextsTests.text(ResidentText.Meaning.REOPENING))),
                Arguments.of("complaint.submitted.v1", Complaint.file(ResidentTextsTests.filedByText())),
                Arguments.of("complaint.withdrawn.v1", assigned.withdraw(null, ComplaintMother.LATER, null)),
                Arguments.of(
                        "complaint.closed.v1",
                        ComplaintMother.in(ComplaintStatus.ANSWERED).rate(5, null, ComplaintMother.LATER, null)));
    }

    @ParameterizedTest
    @MethodSource
    void published(String type, Decision decision) {
        Decision.Changed changed = (Decision.Changed) decision;

        List<NewEvent> events = MAPPER.of(changed.complaint(), changed.events());

        assertThat(events).hasSize(1).first().satisfies(event -> {
            assertThat(event.type()).isEqualTo(type);
            assertThat(event.key()).isEqualTo(ComplaintMother.ID.value());
            assertThat(schema(type).validate(stored(event), InputFormat.JSON)).isEmpty();
        });
    }

    private static Decision approved(Complaint complaint) {
        return Drafts.approve(
                changed(ComplaintMother.draft(complaint)), 1, ComplaintMother.LEAD, ComplaintMother.LATER, null);
    }

    @Test
    void tellsWhoApprovedAndNeverWhatADraftSays() {
        Decision.Changed drafted =
                (Decision.Changed) ComplaintMother.draft(ComplaintMother.in(ComplaintStatus.ASSIGNED));
        Decision.Changed approved = (Decision.Changed) approved(ComplaintMother.in(ComplaintStatus.ASSIGNED));

        assertThat(stored(MAPPER.of(drafted.complaint(), drafted.events()).getFirst()))
                .contains("\"awaiting\"")
                .doesNotContain("관할", "불수용");
        assertThat(stored(MAPPER.of(approved.complaint(), approved.events()).getFirst()))
                .contains("\"approvedBy\":{\"id\":\"acc-construction-lead\"");
    }

    private static Decision progress(Complaint complaint, @Nullable Officer officer) {
        return Procedures.progressDue(
                complaint,
                1,
                ComplaintMother.CONSTRUCTION,
                officer,
                ComplaintMother.DEADLINE.dueAt(),
                ComplaintMother.LATER);
    }

    private static Complaint leading() {
        Complaint filed =
                Complaint.file(ComplaintMother.another(1, "c1:another")).complaint();
        Complaint assigned = changed(
                filed.assigned(ComplaintMother.CONSTRUCTION, ComplaintMother.DEADLINE, ComplaintMother.LATER, 1));
        return changed(Groups.merge(
                assigned,
                List.of(ComplaintMother.filing(ComplaintStatus.ACCEPTED).receiptNumber()),
                "같은 가로등",
                ComplaintMother.ACTING,
                ComplaintMother.LATER,
                null));
    }

    private static Decision repeatClosed(Complaint complaint) {
        List<ReceiptNumber> two = ComplaintMother.NUMBERS.stream()
                .limit(2)
                .map(number -> ReceiptNumber.parse(number).orElseThrow())
                .toList();
        Complaint marked = changed(Repeats.mark(complaint, two, ComplaintMother.ACTING, ComplaintMother.LATER));
        return Repeats.close(marked, "두 번 답변드렸습니다.", 2, ComplaintMother.ACTING, ComplaintMother.LATER, null);
    }

    private static Decision extended(Complaint complaint, @Nullable Officer by) {
        return Procedures.deadlineChanged(
                complaint,
                new DeadlineChange(
                        DeadlineChange.Cause.EXTENDED,
                        1,
                        "부품을 주문했습니다.",
                        ComplaintMother.DEADLINE,
                        ComplaintMother.CONSTRUCTION,
                        by,
                        ComplaintMother.LATER,
                        true));
    }

    private static Decision recomputed(Complaint complaint, boolean tell) {
        return Procedures.deadlineChanged(
                complaint,
                new DeadlineChange(
                        DeadlineChange.Cause.RECOMPUTED,
                        0,
                        "11월 25일(수)이 쉬는 날(임시공휴일)이 되어 처리기한을 다시 정했습니다.",
                        ComplaintMother.DEADLINE,
                        ComplaintMother.CONSTRUCTION,
                        null,
                        ComplaintMother.LATER,
                        tell));
    }

    @Test
    void aClockCountedAgainIsToldOnlyWhenTheOfficeChooses() {
        Decision.Changed quiet = (Decision.Changed) recomputed(ComplaintMother.in(ComplaintStatus.ASSIGNED), false);

        assertThat(quiet.events()).isEmpty();
        assertThat(quiet.complaint().progress().deadline()).isEqualTo(ComplaintMother.DEADLINE);
        assertThat(quiet.complaint().progress().timeline().entries().getLast().step())
                .isEqualTo("recomputed");
    }

    private static Decision proposed(Complaint complaint) {
        Consent consent = new Consent(
                2, "부품이 아직 오지 않았습니다.", ComplaintMother.DEADLINE.dueAt(), ComplaintMother.LATER, null, null, null);
        return Procedures.proposed(complaint, consent, ComplaintMother.CONSTRUCTION, ComplaintMother.OFFICER);
    }

    @Test
    void readsTheExampleOfAnotherDeadlineAndAFieldItDoesNotKnow() {
        ObjectNode example = Examples.golden("routing.deadline-changed.v1").put("somethingNew", "later");

        Complaint extended = changed(effect("routing.deadline-changed.v1", example, ComplaintStatus.ASSIGNED));

        assertThat(Objects.requireNonNull(extended.progress().deadline()).dueAt())
                .isEqualTo(Instant.parse("2026-12-10T09:00:00Z"));
        assertThat(extended.progress().timeline().entries().getLast().step()).isEqualTo("extended");
    }

    @Test
    void readsTheExampleOfAProposedExtensionAndAFieldItDoesNotKnow() {
        ObjectNode example = Examples.golden("routing.extension-proposed.v1").put("somethingNew", "later");

        Complaint asked = changed(effect("routing.extension-proposed.v1", example, ComplaintStatus.ASSIGNED));

        assertThat(Objects.requireNonNull(asked.progress().procedure().consent())
                        .extension())
                .isEqualTo(2);
    }

    @Test
    void readsTheExampleOfADueProgressNoticeAndAFieldItDoesNotKnow() {
        ObjectNode example = Examples.golden("routing.progress-due.v1").put("somethingNew", "later");

        Complaint told = changed(effect("routing.progress-due.v1", example, ComplaintStatus.SUPPLEMENT_REQUESTED));

        assertThat(told.progress().timeline().entries().getLast().step()).isEqualTo("progress");
    }

    @Test
    void readsTheExampleOfAnObjectionsTermAndAFieldItDoesNotKnow() {
        ObjectNode example = Examples.golden("routing.objection-term.v1").put("somethingNew", "later");

        Complaint answered = changed(effect("routing.objection-term.v1", example, ComplaintStatus.ANSWERED));

        assertThat(answered.progress().answers().getFirst().objectionUntil()).isEqualTo("2027-01-25");
        assertThat(effect("routing.objection-term.v1", example, ComplaintStatus.ASSIGNED))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void aReopenedClockIsToldAndKeepsItsKind() {
        ObjectNode example = Examples.golden("routing.deadline-changed.v1").put("cause", "reopened");

        Decision.Changed changed =
                (Decision.Changed) effect("routing.deadline-changed.v1", example, ComplaintStatus.ASSIGNED);

        assertThat(MAPPER.of(changed.complaint(), changed.events()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("complaint.deadline-changed.v1");
                    assertThat(event.body()).containsEntry("cause", "reopened");
                });
        assertThat(Objects.requireNonNull(changed.complaint().progress().deadline())
                        .petitionKind())
                .isEqualTo("기타민원");
    }

    @Test
    void readsTheExampleOfATransferAndAFieldItDoesNotKnow() {
        ObjectNode example = Examples.golden("routing.transferred.v1").put("somethingNew", "later");

        Complaint transferred = changed(effect("routing.transferred.v1", example, ComplaintStatus.ASSIGNED));

        assertThat(transferred.status()).isEqualTo(ComplaintStatus.TRANSFERRED);
        assertThat(Objects.requireNonNull(transferred.progress().procedure().ending())
                        .agency())
                .isEqualTo("광주광역시청");
    }

    @ParameterizedTest
    @CsvSource({
        "routing.deadline-changed.v1, cause",
        "routing.deadline-changed.v1, extension",
        "routing.deadline-changed.v1, dueAt",
        "routing.deadline-changed.v1, steps",
        "routing.extension-proposed.v1, reason",
        "routing.extension-proposed.v1, officer",
        "routing.progress-due.v1, progress",
        "routing.progress-due.v1, department",
        "routing.progress-due.v1, dueAt",
        "routing.objection-term.v1, answer",
        "routing.objection-term.v1, lastDay",
        "routing.transferred.v1, agency",
        "routing.transferred.v1, transferredAt"
    })
    void callsAnEventOfTheProcedureWithoutAFieldUnreadable(String type, String missing) {
        ObjectNode example = Examples.golden(type);
        example.remove(missing);

        assertThatThrownBy(() -> effect(type, example, ComplaintStatus.ASSIGNED))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void noticesWhenAFieldOfTheContractIsMissing() {
        NewEvent event = MAPPER.of(
                        ComplaintMother.in(ComplaintStatus.ACCEPTED),
                        List.of(new kr.minwon.complaint.complaint.ComplaintEvent.ComplaintSubmitted()))
                .getFirst();
        event.body().remove("reporter");

        assertThat(schema("complaint.submitted.v1").validate(stored(event), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void publishesTheGoldenExampleFieldForField() {
        Decision.Changed filed = Complaint.file(ComplaintMother.filing(ComplaintStatus.ACCEPTED));

        NewEvent event = MAPPER.of(filed.complaint(), filed.events()).getFirst();

        ObjectNode ours = (ObjectNode) JSON.readTree(stored(event));
        assertThat(ours.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Examples.golden("complaint.submitted.v1").propertyNames());
    }

    @Test
    void readsTheExampleOfAnAssignmentAndAFieldItDoesNotKnow() {
        ObjectNode example = Examples.golden("routing.assigned.v1").put("somethingNew", "later");

        Complaint assigned = changed(effect("routing.assigned.v1", example, ComplaintStatus.ACCEPTED));

        assertThat(assigned.progress().department()).isEqualTo(ComplaintMother.CONSTRUCTION);
        assertThat(Objects.requireNonNull(assigned.progress().deadline()).dueAt())
                .isEqualTo(Instant.parse("2026-11-26T01:12:30.123Z"));
        assertThat(assigned.progress().deadline().steps()).hasSize(3);
    }

    @Test
    void readsTheExampleOfAClaimAndAFieldItDoesNotKnow() {
        ObjectNode example = Examples.golden("routing.claimed.v1").put("somethingNew", "later");

        Complaint claimed = changed(effect("routing.claimed.v1", example, ComplaintStatus.ASSIGNED));

        assertThat(claimed.status()).isEqualTo(ComplaintStatus.IN_PROGRESS);
        assertThat(claimed.progress().officer()).isEqualTo(ComplaintMother.OFFICER);
    }

    @Test
    void readsTheExampleOfAMessageAndAFieldItDoesNotKnow() {
        ObjectNode example = Examples.golden("notification.message.v1").put("somethingNew", "later");
        IncomingEvent event = event("notification.message.v1", "message/x", example);
        NotificationMessageV1 body = event.as(NotificationMessageV1.class);

        Complaint told =
                changed(ComplaintMother.in(ComplaintStatus.ACCEPTED).told(IncomingEvents.message(event, body)));

        assertThat(IncomingEvents.complaintOf(event, body)).isEqualTo(ComplaintMother.ID);
        assertThat(told.progress().messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"routing.escalated.v1", "routing.assigned.v2", "something.else.v9"})
    void passesOverWhatItDoesNotKnow(String type) {
        assertThat(effect(type, JSON.createObjectNode(), ComplaintStatus.ACCEPTED))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"department", "dueAt", "period", "steps", "assignedAt"})
    void callsAKnownTypeWithoutAFieldUnreadable(String missing) {
        ObjectNode example = Examples.golden("routing.assigned.v1");
        example.remove(missing);

        assertThatThrownBy(() -> effect("routing.assigned.v1", example, ComplaintStatus.ACCEPTED))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void callsANonsenseTimeUnreadable() {
        ObjectNode example = Examples.golden("routing.claimed.v1").put("claimedAt", "yesterday");

        assertThatThrownBy(() -> effect("routing.claimed.v1", example, ComplaintStatus.ASSIGNED))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"work-item/", "work-item/1", "complaint/0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11"})
    void callsASubjectThatIsNoWorkItemUnreadable(String subject) {
        IncomingEvent event = event("routing.claimed.v1", subject, JSON.createObjectNode());

        assertThatThrownBy(() -> IncomingEvents.complaintOf(event)).isInstanceOf(UnreadableEvent.class);
    }

    private static Decision effect(String type, ObjectNode body, ComplaintStatus status) {
        IncomingEvent event = event(type, "work-item/" + ComplaintMother.ID, body);
        return IncomingEvents.effectOf(event).apply(ComplaintMother.in(status));
    }

    private static IncomingEvent event(String type, String subject, ObjectNode body) {
        return new IncomingEvent("1", type, "/test", subject, Instant.EPOCH, 1, null, JSON.writeValueAsBytes(body));
    }

    private static Complaint changed(Decision decision) {
        return ((Decision.Changed) decision).complaint();
    }

    /** As the outbox stores it: with its sequence. */
    private static String stored(NewEvent event) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sequence", 1);
        body.putAll(event.body());
        return JSON.writeValueAsString(body);
    }

    private static Schema schema(String type) {
        try (InputStream schema =
                ContractTests.class.getResourceAsStream("/contracts/events/" + type + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(schema, type));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Filing withoutLocation() {
        Filing filing = ComplaintMother.filing(ComplaintStatus.ACCEPTED);
        return new Filing(
                filing.id(),
                filing.officeId(),
                filing.receiptNumber(),
                filing.title(),
                filing.body(),
                filing.category(),
                null,
                filing.reporter(),
                false,
                true,
                List.of(),
                filing.submittedAt(),
                filing.filedAs(),
                filing.lookupKeyId(),
                Language.ENGLISH,
                null,
                Filing.Channel.ONLINE);
    }
}

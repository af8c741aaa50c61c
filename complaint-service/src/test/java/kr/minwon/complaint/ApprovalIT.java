package kr.minwon.complaint;

import static kr.minwon.complaint.Office.COMPLAINTS;
import static kr.minwon.complaint.Office.OFFICER;
import static kr.minwon.complaint.Office.OFFICER_ELSEWHERE;
import static kr.minwon.complaint.Office.SERVICE;
import static kr.minwon.complaint.Office.answer;
import static kr.minwon.complaint.Office.assign;
import static kr.minwon.complaint.Office.file;
import static kr.minwon.complaint.Office.look;
import static kr.minwon.complaint.Office.move;
import static kr.minwon.complaint.Office.staffPath;
import static kr.minwon.complaint.Office.status;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.trialbroker.TrialBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Drafts and approvals of answers over the service's own API and events. */
class ApprovalIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECRET = "관할이 아니어서 받아들이기 어렵습니다.";
    private static final Caller LEAD = staff(Role.LEAD, "acc-construction-lead", "construction");
    private static final Caller LEAD_ELSEWHERE = staff(Role.LEAD, "acc-waste-lead", "waste");

    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        SERVICE.shapes().assertServed();
    }

    private static Reply assigned() {
        Reply filed = file();
        assign(filed, 1);
        await().atMost(SOON).until(() -> status(filed).equals("assigned"));
        return filed;
    }

    private static Reply draft(Reply filed, Caller by, String... headers) {
        return SERVICE.post(by, staffPath(filed) + "/answer-draft", Map.of("outcome", "불수용", "text", SECRET), headers);
    }

    private static Reply approve(Reply filed, Caller by, int revision, String... headers) {
        return SERVICE.post(
                by, staffPath(filed) + "/approval", Map.of("decision", "approve", "revision", revision), headers);
    }

    private static Reply giveBack(Reply filed, Caller by, int revision, String... headers) {
        return SERVICE.post(
                by,
                staffPath(filed) + "/approval",
                Map.of("decision", "return", "revision", revision, "reason", "근거 조문을 적어 주세요."),
                headers);
    }

    private static void publish(Topic routing, Reply filed, ObjectNode assigned, int sequence) {
        String id = filed.text("complaintId");
        byte[] body = RunningService.JSON.writeValueAsBytes(assigned.put("sequence", sequence));
        routing.publish("routing.assigned.v1", "work-item/" + id, id, body);
    }

    private static List<JsonNode> told(Reply filed, String type) {
        Map<String, JsonNode> once = new HashMap<>();
        COMPLAINTS.of(filed.text("complaintId")).stream()
                .filter(event -> event.type().equals(type))
                .forEach(event -> once.put(event.headers().get("ce_id"), event.body()));
        return List.copyOf(once.values());
    }

    @Test
    void anAnswerIsReturnedDraftedAgainAndGoesOutWhenApproved() {
        Reply filed = assigned();

        Reply drafted = draft(filed, OFFICER);
        assertThat(drafted.status()).isEqualTo(200);
        assertThat(drafted.json().at("/answerDraft/state").asString()).isEqualTo("awaiting");
        assertThat(drafted.json().at("/answerDraft/remedy").asString()).contains("다시 답변을 요청");
        assertThat(new String(look(filed).response().body(), StandardCharsets.UTF_8))
                .as("the resident sees nothing of it")
                .contains("\"assigned\"")
                .doesNotContain(SECRET, "결재", "draft");

        Reply returned = giveBack(filed, LEAD, 1);
        assertThat(returned.json().at("/answerDraft/returned/reason").asString())
                .isEqualTo("근거 조문을 적어 주세요.");
        JsonNode read = SERVICE.get(OFFICER, staffPath(filed)).json();
        assertThat(read.at("/answerDraft/state").asString()).isEqualTo("returned");
        assertThat(read.get("approvalRequired").asBoolean()).isFalse();
        assertThat(approve(filed, LEAD, 1).problem()).isEqualTo("no-draft-awaiting");

        draft(filed, OFFICER);
        assertThat(approve(filed, LEAD, 1).problem()).isEqualTo("draft-changed");
        Reply approved = approve(filed, LEAD, 2);

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.json().at("/answer/text").asString()).isEqualTo(SECRET);
        assertThat(look(filed).json().at("/answers/0/text").asString()).isEqualTo(SECRET);
        assertThat(new String(look(filed).response().body(), StandardCharsets.UTF_8))
                .doesNotContain("승인", "결재");
        assertThat(SERVICE.get(OFFICER, staffPath(filed)).json().has("answerDraft"))
                .isFalse();
        await().atMost(SOON).until(() -> told(filed, "complaint.answered.v1").size() == 1);
        JsonNode event = told(filed, "complaint.answered.v1").getFirst();
        assertThat(event.at("/officer/id").asString()).isEqualTo(OFFICER.id());
        assertThat(event.at("/approvedBy/id").asString()).isEqualTo(LEAD.id());
        assertThat(told(filed, "complaint.draft-changed.v1"))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.toString()).doesNotContain(SECRET, "근거", "불수용"))
                .extracting(one -> one.get("state").asString())
                .containsExactlyInAnyOrder("awaiting", "returned", "awaiting");
    }

    @Test
    void whereApprovalIsRequiredNobodyAnswersAlone() {
        try (TrialBroker broker = TrialBroker.start(null, 0, 0);
                RunningService strict = RunningService.start(
                        RunningService.storeUri(), broker.bootstrapServers(), "minwon.approval=required");
                Topic routing = new Topic(broker.bootstrapServers(), "minwon.routing")) {
            Reply filed = strict.post(anonymous(), Office.PATH, Examples.filing());
            publish(routing, filed, Examples.event("routing.assigned.v1", filed.text("complaintId")), 1);
            await().atMost(SOON)
                    .until(() ->
                            strict.get(OFFICER, staffPath(filed)).text("status").equals("assigned"));
            Map<String, String> answer = Map.of("outcome", "수용", "text", "고쳤습니다.");

            Reply alone = strict.post(OFFICER, staffPath(filed) + "/answer", answer);
            assertThat(alone.status()).isEqualTo(409);
            assertThat(alone.problem()).isEqualTo("approval-required");
            assertThat(alone.text("detail")).contains("결재에 올려");
            assertThat(strict.post(LEAD, staffPath(filed) + "/answer", answer).problem())
                    .isEqualTo("approval-required");
            assertThat(strict.post(OFFICER_ELSEWHERE, staffPath(filed) + "/answer", answer)
                            .problem())
                    .isEqualTo("other-department");
            assertThat(strict.get(OFFICER, staffPath(filed))
                            .json()
                            .get("approvalRequired")
                            .asBoolean())
                    .isTrue();
            strict.post(OFFICER, staffPath(filed) + "/answer-draft", answer);
            assertThat(strict.post(LEAD, staffPath(filed) + "/approval", Map.of("decision", "approve", "revision", 1))
                            .text("status"))
                    .isEqualTo("answered");
        }
    }

    @Test
    void onlyAnotherLeadOfTheDepartmentDecides() {
        Reply filed = assigned();
        draft(filed, LEAD);

        Reply own = approve(filed, LEAD, 1);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.problem()).isEqualTo("own-draft");
        assertThat(giveBack(filed, LEAD, 1).problem()).isEqualTo("own-draft");
        assertThat(approve(filed, OFFICER, 1).status()).isEqualTo(403);
        assertThat(approve(filed, LEAD_ELSEWHERE, 1).problem()).isEqualTo("other-department");
        assertThat(draft(filed, OFFICER_ELSEWHERE).problem()).isEqualTo("other-department");
        assertThat(SERVICE.post(anonymous(), staffPath(filed) + "/approval", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoWroteInAnAnswerDoesNotDecideOnItThoughAnotherSavedItLast() {
        Caller otherLead = staff(Role.LEAD, "acc-construction-head", "construction");
        Reply filed = assigned();
        draft(filed, LEAD);
        Reply again = draft(filed, OFFICER);

        assertThat(again.json().at("/answerDraft/authors").valueStream().map(JsonNode::asString))
                .containsExactly(LEAD.id(), OFFICER.id());
        assertThat(approve(filed, LEAD, 2).problem()).isEqualTo("own-draft");
        assertThat(approve(filed, otherLead, 2).status()).isEqualTo(200);
    }

    @Test
    void whatTheResidentAddedIsReadBeforeADraftFromBeforeIsApproved() {
        Reply filed = assigned();
        draft(filed, OFFICER);
        assertThat(move(filed, "change", Map.of("text", "놀이터 옆 보안등입니다.")).status())
                .isEqualTo(200);

        assertThat(SERVICE.get(LEAD, staffPath(filed))
                        .json()
                        .at("/answerDraft/outdated")
                        .asBoolean())
                .isTrue();
        assertThat(approve(filed, LEAD, 1).problem()).isEqualTo("draft-changed");
        assertThat(draft(filed, OFFICER).json().at("/answerDraft/outdated").asBoolean())
                .isFalse();
        assertThat(approve(filed, LEAD, 2).status()).isEqualTo(200);
    }

    @Test
    void aRepeatAnswersAsTheFirstDid() {
        Reply filed = assigned();
        String[] key = {"Idempotency-Key", "draft-1"};

        assertThat(draft(filed, OFFICER, key).json().at("/answerDraft/revision").asInt())
                .isEqualTo(1);
        assertThat(draft(filed, OFFICER, key).json().at("/answerDraft/revision").asInt())
                .as("not drafted twice")
                .isEqualTo(1);
        assertThat(SERVICE.post(
                                OFFICER,
                                staffPath(filed) + "/answer-draft",
                                Map.of("outcome", "수용", "text", "다른 답변"),
                                key)
                        .problem())
                .isEqualTo("idempotency-key-reused");
        String[] back = {"Idempotency-Key", "back-1"};
        giveBack(filed, LEAD, 1, back);
        assertThat(giveBack(filed, LEAD, 1, back).status()).isEqualTo(200);
        draft(filed, OFFICER);
        String[] yes = {"Idempotency-Key", "yes-1"};
        Reply first = approve(filed, LEAD, 2, yes);
        Reply again = approve(filed, LEAD, 2, yes);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(approve(filed, LEAD, 2).problem()).isEqualTo("already-answered");
        await().atMost(SOON).until(() -> told(filed, "complaint.answered.v1").size() == 1);
    }

    @Test
    void aDraftOfTheOldDepartmentIsNotTheNewOnes() {
        Reply filed = assigned();
        draft(filed, OFFICER);
        ObjectNode elsewhere = Examples.event("routing.assigned.v1", filed.text("complaintId"));
        elsewhere
                .putObject("department")
                .put("id", "waste")
                .put("name", "청소행정과")
                .put("contact", "062-000-0001");
        publish(Office.ROUTING, filed, elsewhere, 2);
        await().atMost(SOON)
                .until(() -> SERVICE.get(LEAD_ELSEWHERE, staffPath(filed)).status() == 200);

        assertThat(SERVICE.get(LEAD_ELSEWHERE, staffPath(filed)).json().has("answerDraft"))
                .isFalse();
        assertThat(approve(filed, LEAD_ELSEWHERE, 1).problem()).isEqualTo("no-draft-awaiting");
        assertThat(approve(filed, LEAD, 1).problem()).isEqualTo("other-department");
        await().atMost(SOON)
                .until(() -> told(filed, "complaint.draft-changed.v1").stream()
                        .anyMatch(event -> event.get("state").asString().equals("dropped")));
    }

    @Test
    void whatIsAnsweredOtherwiseNeedsNoApproval() {
        Reply filed = assigned();
        draft(filed, OFFICER);

        assertThat(answer(filed, OFFICER).status()).isEqualTo(200);

        assertThat(approve(filed, LEAD, 1).problem()).isEqualTo("already-answered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"decision\":\"approve\"}",
                "{\"decision\":\"maybe\",\"revision\":1}",
                "{\"decision\":\"return\",\"revision\":1}",
                "{\"decision\":\"return\",\"revision\":1,\"reason\":\" \"}"
            })
    void anApprovalThatDoesNotSayWhatItDecidesIsRefused(String body) {
        Reply filed = file();

        Reply refused = SERVICE.post(LEAD, staffPath(filed) + "/approval", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-fields");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"outcome\":\"수용\"}",
                "{\"outcome\":\"몰라\",\"text\":\"고쳤습니다\"}",
                "{\"outcome\":\"수용\",\"text\":\" \"}"
            })
    void whatIsNoAnswerIsNoDraft(String body) {
        Reply filed = file();

        Reply refused = SERVICE.post(OFFICER, staffPath(filed) + "/answer-draft", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors"))
                .isEqualTo(SERVICE.post(OFFICER, staffPath(filed) + "/answer", body)
                        .json()
                        .get("errors"));
    }
}

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
import static kr.minwon.complaint.Office.path;
import static kr.minwon.complaint.Office.staffPath;
import static kr.minwon.complaint.Office.status;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.complaint.complaint.ActionLinks;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Acceptance by hand, one more answer, petitions of one purpose and repeats, over the service's own API and events. */
class PetitionsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Caller INTAKE = staff(Role.INTAKE, "acc-intake-1", "civil-service");

    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        SERVICE.shapes().assertServed();
    }

    private static Reply assigned(String phone) {
        Reply filed = file(Examples.filing(phone));
        assign(filed, 1);
        await().atMost(SOON).until(() -> status(filed).equals("assigned"));
        return filed;
    }

    private static Reply post(Caller by, Reply filed, String command, Object body) {
        return SERVICE.post(by, staffPath(filed) + "/" + command, body);
    }

    private static List<String> told(Reply filed, String type) {
        return COMPLAINTS.of(filed.text("complaintId")).stream()
                .filter(event -> event.type().equals(type))
                .map(event -> event.headers().get("ce_id"))
                .distinct()
                .toList();
    }

    @Test
    void anOfficeThatAcceptsByHandSaysWhenItHas() {
        try (RunningService byHand = RunningService.start(
                RunningService.storeUri(), RunningService.sharedBrokers(), "minwon.acceptance=by-hand")) {
            Reply filed = byHand.post(anonymous(), Office.PATH, Examples.filing());
            assertThat(filed.text("status")).isEqualTo("filed");
            String path = staffPath(filed);

            assertThat(byHand.post(OFFICER, path + "/answer", Map.of("outcome", "수용", "text", "벌써"))
                            .problem())
                    .isEqualTo("not-yet-accepted");
            assertThat(byHand.get(OFFICER, path).status())
                    .as("whoever may accept it may read it")
                    .isEqualTo(200);
            Reply accepted = byHand.post(INTAKE, path + "/accept", Map.of());

            assertThat(accepted.status()).isEqualTo(200);
            assertThat(accepted.text("status")).isEqualTo("accepted");
            assertThat(accepted.text("acceptedAt")).endsWith("+09:00");
            assertThat(byHand.post(INTAKE, path + "/accept", Map.of()).text("acceptedAt"))
                    .as("accepted once")
                    .isEqualTo(accepted.text("acceptedAt"));
            assertThat(byHand.post(anonymous(), path + "/accept", Map.of()).status())
                    .isEqualTo(401);
            await().atMost(SOON)
                    .until(() -> told(filed, "complaint.accepted.v1").size() == 1);
        }
    }

    private static String link(Reply filed, int supplement) {
        String id = filed.text("complaintId");
        return await().atMost(SOON)
                .until(
                        () -> COMPLAINTS.of(id).stream()
                                .filter(event -> event.type().equals("complaint.supplement-requested.v1"))
                                .map(Topic.Event::body)
                                .filter(body -> body.path("supplement").asInt() == supplement)
                                .map(body -> SERVICE.bean(FieldSealer.class)
                                        .open(
                                                ActionLinks.FIELD,
                                                body.path("link").asString()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void aLinkThatALaterRequestReplacedSaysSo() {
        Reply filed = assigned(Examples.phone());
        Map<String, Object> request = Map.of("text", "어느 놀이터인가요?", "days", 3);
        assertThat(post(OFFICER, filed, "supplement-request", request).status()).isEqualTo(200);
        String first = "/api/v1/links/" + link(filed, 1);
        assertThat(SERVICE.get(anonymous(), first).status()).isEqualTo(200);
        // Nothing came in time.
        SERVICE.database()
                .getCollection("complaints")
                .updateOne(
                        Filters.eq("_id", filed.text("complaintId")),
                        Updates.set(
                                "procedure.supplements.0.answerBy", Date.from(Instant.parse("2026-01-02T03:04:05Z"))));
        assertThat(post(OFFICER, filed, "supplement-request", request).status()).isEqualTo(200);
        String second = "/api/v1/links/" + link(filed, 2);

        Reply shown = SERVICE.get(anonymous(), first);

        assertThat(shown.status()).isEqualTo(410);
        assertThat(shown.problem()).isEqualTo("link-replaced");
        assertThat(shown.text("detail")).contains("새 링크");
        // Also of who had the page open, with a key as pages send it.
        for (Object answer : List.of(Map.of("text", "화정3동입니다."), Map.of("moreTime", true))) {
            Reply refused =
                    SERVICE.post(anonymous(), first, answer, "Idempotency-Key", "0123456789abcdef0123456789abcdef");
            assertThat(refused.status()).isEqualTo(410);
            assertThat(refused.problem()).isEqualTo("link-replaced");
        }
        assertThat(SERVICE.post(anonymous(), second, Map.of("text", "화정3동입니다.")).status())
                .isEqualTo(200);
        assertThat(SERVICE.get(anonymous(), second).problem()).isEqualTo("link-used");
        assertThat(SERVICE.get(anonymous(), first).problem()).isEqualTo("link-replaced");
    }

    @Test
    void aDissatisfiedResidentGetsOneMoreAnswer() {
        Reply filed = assigned(Examples.phone());
        assertThat(move(filed, "reopening", Map.of("text", "아직입니다.")).problem()).isEqualTo("not-yet-answered");
        answer(filed, OFFICER);
        assertThat(look(filed).json().get("moves").toString())
                .contains("reopening")
                .doesNotContain("objection");

        assertThat(move(filed, "reopening", Map.of("text", " ")).status()).isEqualTo(422);
        Reply reopened = move(filed, "reopening", Map.of("text", "아직도 어둡습니다."));

        assertThat(reopened.status()).isEqualTo(200);
        assertThat(reopened.text("status")).isEqualTo("assigned");
        await().atMost(SOON).until(() -> told(filed, "complaint.reopened.v1").size() == 1);
        assertThat(answer(filed, OFFICER).status()).isEqualTo(200);
        assertThat(look(filed).json().get("answers")).hasSize(2);
        assertThat(move(filed, "reopening", Map.of("text", "또")).problem()).isEqualTo("reopened-once");
        assertThat(move(filed, "objection", Map.of("text", "이의")).problem()).isEqualTo("not-statutory");
        assertThat(SERVICE.post(anonymous(), path(filed) + "/objection", Map.of("text", "이의"))
                        .problem())
                .isEqualTo("lookup-code-required");
    }

    @Test
    void aResidentAddsToWhatWasAskedUntilItIsAnswered() {
        Reply filed = assigned(Examples.phone());

        assertThat(move(filed, "change", Map.of("text", "놀이터 옆 보안등입니다.")).status())
                .isEqualTo(200);

        assertThat(look(filed).json().at("/changes/0/text").asString()).isEqualTo("놀이터 옆 보안등입니다.");
        assertThat(SERVICE.get(OFFICER, staffPath(filed))
                        .json()
                        .at("/changes/0/text")
                        .asString())
                .isEqualTo("놀이터 옆 보안등입니다.");
        await().atMost(SOON).until(() -> told(filed, "complaint.changed.v1").size() == 1);
        post(OFFICER, filed, "answer", Map.of("outcome", "불수용", "text", "어렵습니다."));
        assertThat(look(filed).json().at("/answers/0/remedy").asString()).contains("다시 답변");
        assertThat(move(filed, "change", Map.of("text", "더")).problem()).isEqualTo("already-answered");
    }

    @Test
    void aRefusedStatutoryPetitionIsObjectedTo() {
        Reply filed = file();
        String id = filed.text("complaintId");
        ObjectNode assigned = Examples.event("routing.assigned.v1", id)
                .put("petitionKind", "법정민원")
                .put("sequence", 1);
        Office.ROUTING.publish(
                "routing.assigned.v1", "work-item/" + id, id, RunningService.JSON.writeValueAsBytes(assigned));
        await().atMost(SOON).until(() -> status(filed).equals("assigned"));
        post(OFFICER, filed, "answer", Map.of("outcome", "불수용", "text", "허가할 수 없습니다."));
        assertThat(look(filed).json().get("moves").toString()).contains("objection");

        Reply objected = move(filed, "objection", Map.of("text", "허가 요건을 갖추었습니다."));

        assertThat(objected.status()).isEqualTo(200);
        assertThat(objected.json().at("/reopening/cause").asString()).isEqualTo("objection");
        assertThat(move(filed, "objection", Map.of("text", "또")).problem()).isEqualTo("not-yet-answered");
        answer(filed, OFFICER);
        assertThat(move(filed, "objection", Map.of("text", "또")).problem()).isEqualTo("nothing-refused");
    }

    @Test
    void fivePetitionsOfOnePurposeAreAnsweredAsOne() {
        List<Reply> filed = new ArrayList<>();
        for (int person = 0; person < 5; person++) {
            filed.add(assigned(Examples.phone()));
        }
        Reply leading = filed.getFirst();
        List<String> others =
                filed.stream().skip(1).map(other -> other.text("receiptNumber")).toList();
        Map<String, Object> all = Map.of("receiptNumbers", others, "reason", "같은 보안등");

        assertThat(post(OFFICER_ELSEWHERE, leading, "merge", all).problem()).isEqualTo("other-department");
        assertThat(post(OFFICER, leading, "merge", Map.of("receiptNumbers", others.subList(0, 3), "reason", "보안등"))
                        .problem())
                .isEqualTo("too-few-people");
        assertThat(post(OFFICER, leading, "merge", Map.of("receiptNumbers", List.of("1"), "reason", "보안등"))
                        .status())
                .isEqualTo(422);
        Reply merged = post(OFFICER, leading, "merge", all);

        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.json().get("members")).hasSize(4);
        await().atMost(SOON)
                .until(() -> filed.stream()
                        .skip(1)
                        .allMatch(other -> look(other).text("mergedInto").equals(leading.text("receiptNumber"))));
        assertThat(answer(filed.get(1), OFFICER).problem()).isEqualTo("merged");
        answer(leading, OFFICER);
        await().atMost(SOON)
                .until(() -> filed.stream().allMatch(one -> status(one).equals("answered")));
        await().atMost(SOON)
                .until(() -> filed.stream()
                        .allMatch(one -> told(one, "complaint.answered.v1").size() == 1));
        assertThat(look(filed.getLast())
                        .json()
                        .get("answers")
                        .get(0)
                        .get("text")
                        .asString())
                .isEqualTo("보안등을 고쳤습니다.");
        assertThat(move(filed.getLast(), "reopening", Map.of("text", "아직입니다.")).status())
                .isEqualTo(200);
        assertThat(answer(filed.getLast(), OFFICER).status())
                .as("opened again, it is answered for itself")
                .isEqualTo(200);
    }

    @Test
    void separatedTheyAreWorkedOnForThemselvesAgain() {
        List<Reply> filed = new ArrayList<>();
        for (int person = 0; person < 5; person++) {
            filed.add(assigned(Examples.phone()));
        }
        Reply leading = filed.getFirst();
        List<String> others =
                filed.stream().skip(1).map(other -> other.text("receiptNumber")).toList();
        assertThat(post(OFFICER, leading, "merge/undo", Map.of()).problem()).isEqualTo("not-merged");
        post(OFFICER, leading, "merge", Map.of("receiptNumbers", others, "reason", "같은 보안등"));
        await().atMost(SOON)
                .until(() -> filed.stream()
                        .skip(1)
                        .allMatch(other -> look(other).json().has("mergedInto")));

        assertThat(post(OFFICER, leading, "merge/undo", Map.of()).status()).isEqualTo(200);

        await().atMost(SOON)
                .until(() -> filed.stream()
                        .skip(1)
                        .noneMatch(other -> look(other).json().has("mergedInto")));
        await().atMost(SOON)
                .until(() -> filed.stream()
                        .skip(1)
                        .allMatch(other -> told(other, "complaint.continued.v1").size() == 1));
        assertThat(answer(filed.getLast(), OFFICER).status()).isEqualTo(200);
    }

    @Test
    void theRegisterHoldsEachPetitionOfTheMonthOnceAndNoName() {
        Reply answered = assigned(Examples.phone());
        answer(answered, OFFICER);
        Reply withdrawn = file();
        move(withdrawn, "withdrawal", Map.of());
        String month = answered.text("submittedAt").substring(0, 7);

        List<String> numbers = new ArrayList<>();
        String next = null;
        do {
            Reply page = SERVICE.get(
                    INTAKE, "/api/v1/staff/register?month=" + month + (next == null ? "" : "&cursor=" + next));
            assertThat(page.status()).isEqualTo(200);
            page.json().get("items").forEach(line -> {
                numbers.add(line.get("receiptNumber").asString());
                assertThat(line.get("reporter").asString())
                        .doesNotContain("홍길동")
                        .contains("*");
            });
            next = page.json().get("next").isNull() ? null : page.text("next");
        } while (next != null);

        assertThat(numbers)
                .doesNotHaveDuplicates()
                .contains(answered.text("receiptNumber"), withdrawn.text("receiptNumber"));
        assertThat(SERVICE.get(INTAKE, "/api/v1/staff/register?month=2020-01")
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(SERVICE.get(INTAKE, "/api/v1/staff/register?month=2026-13").problem())
                .isEqualTo("invalid-fields");
        assertThat(SERVICE.get(INTAKE, "/api/v1/staff/register?month=" + month + "&cursor=x")
                        .problem())
                .isEqualTo("invalid-fields");
        assertThat(SERVICE.get(OFFICER, "/api/v1/staff/register?month=" + month).status())
                .isEqualTo(403);
    }

    @Test
    void theThirdOfOneMatterMayBeClosedAndTakenBack() {
        String phone = Examples.phone();
        Reply first = assigned(phone);
        answer(first, OFFICER);
        Reply second = assigned(phone);
        Reply third = assigned(phone);
        Reply stranger = assigned(Examples.phone());
        List<String> two = List.of(first.text("receiptNumber"), second.text("receiptNumber"));

        Reply related = SERVICE.get(OFFICER, staffPath(third) + "/related");
        assertThat(related.json().get("likelyRepeat").asBoolean()).isTrue();
        assertThat(related.json().get("earlier")).hasSize(2);
        assertThat(SERVICE.get(OFFICER_ELSEWHERE, staffPath(third) + "/related").problem())
                .isEqualTo("other-department");
        assertThat(post(OFFICER, third, "repeat", Map.of("of", List.of(two.getFirst(), stranger.text("receiptNumber"))))
                        .status())
                .isEqualTo(422);
        assertThat(post(OFFICER, third, "repeat/close", Map.of("reason", "두 번")).problem())
                .isEqualTo("not-marked-as-repeat");
        assertThat(post(OFFICER, third, "repeat", Map.of("of", two)).json().get("repeatOf"))
                .hasSize(2);
        assertThat(post(OFFICER, third, "repeat/close", Map.of("reason", "두 번")).problem())
                .as("one result was told")
                .isEqualTo("too-few-results");
        answer(second, OFFICER);

        assertThat(post(OFFICER, third, "repeat/close", Map.of("reason", "두 번 답변드렸습니다."))
                        .text("status"))
                .isEqualTo("closed");
        await().atMost(SOON).until(() -> told(third, "complaint.closed.v1").size() == 1);
        assertThat(post(OFFICER, third, "repeat/undo", Map.of()).text("status")).isEqualTo("assigned");
        assertThat(post(OFFICER, third, "repeat", Map.of("of", List.of()))
                        .json()
                        .get("repeatOf"))
                .isEmpty();
        assertThat(answer(third, OFFICER).status()).isEqualTo(200);
    }
}

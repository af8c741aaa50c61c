package kr.minwon.complaint;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service on a real store and a real broker, called as the gateway calls it. */
class ComplaintServiceIT {
    private static final String PATH = "/api/v1/complaints";
    private static final Caller OFFICER = staff(Role.OFFICER, "acc-construction-1", "construction");

    private static RunningService service;
    private static Topic routing;
    private static Topic complaints;

    @BeforeAll
    static void start() {
        service = RunningService.start(RunningService.storeUri(), RunningService.sharedBrokers());
        routing = new Topic(service.brokers(), "minwon.routing");
        complaints = new Topic(service.brokers(), "minwon.complaint");
    }

    @AfterAll
    static void stop() {
        routing.close();
        complaints.close();
        service.close();
    }

    @Test
    void filesAComplaintAndTellsItOnce() {
        Reply filed = service.post(anonymous(), PATH, Examples.filing());

        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.header("Location")).hasValue(PATH + "/" + filed.text("receiptNumber"));
        assertThat(filed.text("status")).isEqualTo("accepted");
        assertThat(filed.text("lookupCode")).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(filed.text("submittedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+09:00");
        await().untilAsserted(() -> assertThat(complaints.of(filed.text("complaintId")))
                .extracting(Topic.Event::type)
                .containsExactly("complaint.submitted.v1"));
    }

    @Test
    void showsTheComplaintToTheHolderOfItsCode() {
        Reply filed = file();

        Reply seen = look(filed);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("title")).isEqualTo("골목 보안등이 꺼졌어요");
        assertThat(seen.json().get("department").isNull()).isTrue();
        assertThat(seen.json().get("deadline").isNull()).isTrue();
        assertThat(seen.json().at("/timeline/1/text").asString()).contains(filed.text("receiptNumber"));
        assertThat(seen.json().at("/location/address").asString()).isEqualTo("광주광역시 서구 화정3동 12-3");
    }

    @Test
    void takesRoutingsDecisionAndTheAnswer() {
        Reply filed = file();
        String id = filed.text("complaintId");
        assign(id, 1);
        claim(id, 2);
        await().untilAsserted(() -> assertThat(look(filed).text("status")).isEqualTo("inProgress"));

        Reply answered = answer(filed, OFFICER);

        assertThat(answered.status()).isEqualTo(200);
        assertThat(look(filed).json().at("/answers/0/outcome").asString()).isEqualTo("수용");
        await().untilAsserted(() -> assertThat(complaints.of(id))
                .extracting(Topic.Event::type)
                .containsExactly(
                        "complaint.submitted.v1",
                        "complaint.assigned.v1",
                        "complaint.started.v1",
                        "complaint.answered.v1"));
    }

    private static Reply file() {
        Reply filed = service.post(anonymous(), PATH, Examples.filing());
        assertThat(filed.status()).isEqualTo(201);
        return filed;
    }

    private static Reply look(Reply filed) {
        return service.get(
                anonymous(), PATH + "/" + filed.text("receiptNumber"), "X-Lookup-Code", filed.text("lookupCode"));
    }

    private static Reply answer(Reply filed, Caller by, String... headers) {
        return service.post(
                by,
                "/api/v1/staff/complaints/" + filed.text("receiptNumber") + "/answer",
                Map.of("outcome", "수용", "text", "보안등을 고쳤습니다."),
                headers);
    }

    private static void assign(String complaintId, int sequence) {
        publish("routing.assigned.v1", complaintId, sequence);
    }

    private static void claim(String complaintId, int sequence) {
        publish("routing.claimed.v1", complaintId, sequence);
    }

    private static void publish(String type, String complaintId, int sequence) {
        byte[] body = RunningService.JSON.writeValueAsBytes(
                Examples.event(type, complaintId).put("sequence", sequence));
        routing.publish(type, "work-item/" + complaintId, complaintId, body);
    }
}

package kr.minwon.complaint;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import tools.jackson.databind.node.ObjectNode;

/** The service that most classes share, and what residents, staff and the other services do to it. */
final class Office {
    static final String PATH = "/api/v1/complaints";
    static final Caller OFFICER = staff(Role.OFFICER, "acc-construction-1", "construction");
    static final Caller OFFICER_ELSEWHERE = staff(Role.OFFICER, "acc-waste-1", "waste");

    static final RunningService SERVICE =
            RunningService.start(RunningService.storeUri(), RunningService.sharedBrokers());
    static final Topic COMPLAINTS = new Topic(SERVICE.brokers(), "minwon.complaint");
    static final Topic ROUTING = new Topic(SERVICE.brokers(), "minwon.routing");
    static final Topic NOTIFICATION = new Topic(SERVICE.brokers(), "minwon.notification");

    private Office() {}

    static Reply file() {
        return file(Examples.filing());
    }

    static Reply file(Object filing, String... headers) {
        Reply filed = SERVICE.post(anonymous(), PATH, filing, headers);
        assertThat(filed.status()).isEqualTo(201);
        return filed;
    }

    static Reply look(Reply filed) {
        return SERVICE.get(anonymous(), path(filed), "X-Lookup-Code", filed.text("lookupCode"));
    }

    static String status(Reply filed) {
        return look(filed).text("status");
    }

    static String path(Reply filed) {
        return PATH + "/" + filed.text("receiptNumber");
    }

    static String staffPath(Reply filed) {
        return "/api/v1/staff/complaints/" + filed.text("receiptNumber");
    }

    /** A move of the resident. */
    static Reply move(Reply filed, String move, Object body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Lookup-Code";
        all[headers.length + 1] = filed.text("lookupCode");
        return SERVICE.post(anonymous(), path(filed) + "/" + move, body, all);
    }

    static Reply answer(Reply filed, Caller by, String... headers) {
        return SERVICE.post(by, staffPath(filed) + "/answer", Map.of("outcome", "수용", "text", "보안등을 고쳤습니다."), headers);
    }

    static void assign(Reply filed, int sequence) {
        routing("routing.assigned.v1", filed.text("complaintId"), sequence);
    }

    static void claim(Reply filed, int sequence) {
        routing("routing.claimed.v1", filed.text("complaintId"), sequence);
    }

    static void routing(String type, String complaintId, int sequence, String... headers) {
        ObjectNode body = type.startsWith("routing.assigned.v1") || type.equals("routing.claimed.v1")
                ? Examples.event(type, complaintId)
                : RunningService.JSON.createObjectNode();
        byte[] bytes = RunningService.JSON.writeValueAsBytes(body.put("sequence", sequence));
        ROUTING.publish(type, "work-item/" + complaintId, complaintId, bytes, headers);
    }

    static void notification(Reply filed, String step, String state, int rank) {
        String id = filed.text("complaintId");
        ObjectNode body = Examples.event("notification.message.v1", id);
        body.put("messageId", id + "/" + step + "/reporter")
                .put("step", step)
                .put("state", state)
                .put("rank", rank);
        NOTIFICATION.publish(
                "notification.message.v1",
                "message/" + id + "/" + step + "/reporter",
                id,
                RunningService.JSON.writeValueAsBytes(body));
    }
}

package kr.minwon.routing.workitem.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.minwon.outbox.NewEvent;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.workitem.RoutingEvent;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.mongo.EventMapping;
import org.springframework.stereotype.Component;

/** Writes routing's events as {@code contracts} describes them. */
@Component
class RoutingEventMapper implements EventMapping {
    static final String ASSIGNED = "routing.assigned.v1";
    static final String CLAIMED = "routing.claimed.v1";

    @Override
    public NewEvent event(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkAssigned assigned -> assigned(assigned);
            case RoutingEvent.WorkClaimed claimed -> claimed(claimed);
        };
    }

    private static NewEvent assigned(RoutingEvent.WorkAssigned event) {
        WorkItem item = event.item();
        Map<String, Object> body = about(item, event.department());
        body.put("dueAt", SeoulTime.iso(item.clock().dueAt()));
        body.put("period", item.clock().period());
        body.put("petitionKind", item.clock().petitionKind());
        body.put("steps", item.clock().steps());
        body.put("rule", item.rule());
        body.put("assignedAt", SeoulTime.iso(event.at()));
        body.put("assignment", item.assignment());
        body.put("by", event.by());
        return new NewEvent(ASSIGNED, item.id(), body);
    }

    private static NewEvent claimed(RoutingEvent.WorkClaimed event) {
        WorkItem item = event.item();
        Map<String, Object> body = about(item, event.department());
        body.put(
                "officer",
                Map.of("id", event.officer().id(), "name", event.officer().name()));
        body.put("claimedAt", SeoulTime.iso(event.at()));
        body.put("by", event.by());
        return new NewEvent(CLAIMED, item.id(), body);
    }

    private static Map<String, Object> about(WorkItem item, Department department) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("complaintId", item.id());
        body.put("officeId", item.petition().officeId());
        body.put("receiptNumber", item.petition().receiptNumber());
        body.put(
                "department",
                Map.of("id", department.id(), "name", department.name(), "contact", department.contact()));
        return body;
    }
}

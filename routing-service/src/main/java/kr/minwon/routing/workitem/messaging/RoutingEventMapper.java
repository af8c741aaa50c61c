package kr.minwon.routing.workitem.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.minwon.outbox.NewEvent;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.Proposal;
import kr.minwon.routing.workitem.RoutingEvent;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.mongo.EventMapping;
import org.springframework.stereotype.Component;

/** Writes routing's events as {@code contracts} describes them. */
@Component
class RoutingEventMapper implements EventMapping {
    static final String ASSIGNED = "routing.assigned.v1";
    static final String CLAIMED = "routing.claimed.v1";
    static final String DEADLINE_CHANGED = "routing.deadline-changed.v1";
    static final String EXTENSION_PROPOSED = "routing.extension-proposed.v1";
    static final String TRANSFERRED = "routing.transferred.v1";
    static final String PROGRESS_DUE = "routing.progress-due.v1";
    static final String OBJECTION_TERM = "routing.objection-term.v1";
    static final String STAFF_NOTICE = "routing.staff-notice.v1";

    @Override
    public NewEvent event(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkAssigned assigned -> assigned(assigned);
            case RoutingEvent.WorkClaimed claimed -> claimed(claimed);
            case RoutingEvent.DeadlineChanged changed -> deadlineChanged(changed);
            case RoutingEvent.ExtensionProposed proposed -> proposed(proposed);
            case RoutingEvent.WorkSentAway away -> sentAway(away);
            case RoutingEvent.StaffReminded reminded -> reminded(reminded);
            case RoutingEvent.ProgressDue progress -> progressDue(progress);
            case RoutingEvent.ObjectionTerm term -> objectionTerm(term);
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
        body.put("officer", part(event.officer()));
        body.put("claimedAt", SeoulTime.iso(event.at()));
        body.put("by", event.by());
        return new NewEvent(CLAIMED, item.id(), body);
    }

    private static NewEvent deadlineChanged(RoutingEvent.DeadlineChanged event) {
        WorkItem item = event.item();
        Map<String, Object> body = about(item, event.department());
        body.put("cause", event.cause().wireName());
        body.put("extension", item.clock().state().extensions().size());
        body.put("reason", event.reason());
        body.put("dueAt", SeoulTime.iso(item.clock().dueAt()));
        body.put("period", item.clock().period());
        body.put("steps", item.clock().steps());
        body.put("changedAt", SeoulTime.iso(event.at()));
        body.put("tell", event.tell());
        Officer officer = event.officer();
        body.put("by", officer == null ? WorkItem.SYSTEM : officer.id());
        if (officer != null) {
            body.put("officer", part(officer));
        }
        return new NewEvent(DEADLINE_CHANGED, item.id(), body);
    }

    private static NewEvent proposed(RoutingEvent.ExtensionProposed event) {
        WorkItem item = event.item();
        Proposal proposal = event.proposal();
        Map<String, Object> body = about(item, event.department());
        body.put("extension", proposal.extension());
        body.put("reason", proposal.reason());
        body.put("dueAt", SeoulTime.iso(proposal.dueAt()));
        body.put("officer", part(proposal.by()));
        body.put("proposedAt", SeoulTime.iso(proposal.at()));
        return new NewEvent(EXTENSION_PROPOSED, item.id(), body);
    }

    private static NewEvent sentAway(RoutingEvent.WorkSentAway event) {
        WorkItem item = event.item();
        Map<String, Object> body = about(item, event.department());
        body.put("agency", event.agency());
        body.put("reason", event.reason());
        body.put("transferredAt", SeoulTime.iso(event.at()));
        body.put("by", event.by());
        return new NewEvent(TRANSFERRED, item.id(), body);
    }

    private static NewEvent reminded(RoutingEvent.StaffReminded event) {
        WorkItem item = event.item();
        Map<String, Object> body = about(item, event.department());
        body.put("kind", event.reminder().kind().wireName());
        body.put("dueAt", SeoulTime.iso(item.clock().dueAt()));
        body.put("workingDaysLate", event.reminder().workingDaysLate());
        body.put("remindedAt", SeoulTime.iso(event.at()));
        body.put("title", item.petition().title());
        Officer officer = item.officer();
        if (officer != null) {
            body.put("officer", part(officer));
        }
        return new NewEvent(STAFF_NOTICE, item.id(), body);
    }

    private static NewEvent progressDue(RoutingEvent.ProgressDue event) {
        WorkItem item = event.item();
        Map<String, Object> body = about(item, event.department());
        body.put("progress", event.number());
        body.put("dueAt", SeoulTime.iso(item.clock().dueAt()));
        body.put("progressAt", SeoulTime.iso(event.at()));
        Officer officer = item.officer();
        if (officer != null) {
            body.put("officer", part(officer));
        }
        return new NewEvent(PROGRESS_DUE, item.id(), body);
    }

    private static NewEvent objectionTerm(RoutingEvent.ObjectionTerm event) {
        WorkItem item = event.item();
        Map<String, Object> body = about(item, event.department());
        body.put("answer", event.answer());
        body.put("lastDay", event.lastDay().toString());
        body.put("countedAt", SeoulTime.iso(event.at()));
        return new NewEvent(OBJECTION_TERM, item.id(), body);
    }

    private static Map<String, Object> part(Officer officer) {
        return Map.of("id", officer.id(), "name", officer.name());
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

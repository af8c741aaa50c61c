package kr.minwon.routing.workitem.web;

import java.util.List;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.WorkItem;
import org.jspecify.annotations.Nullable;

/** A work item as staff see it after a command. */
record WorkItemResponse(
        String complaintId,
        String receiptNumber,
        String title,
        String category,
        String departmentId,
        DepartmentPart department,
        String status,
        String petitionKind,
        String period,
        String dueAt,
        List<String> steps,
        String rule,
        int assignment,
        @Nullable Officer officer,
        @Nullable ForwardingPart forwarding) {
    record DepartmentPart(String id, String name, String contact) {}

    static WorkItemResponse of(WorkItem item, Department department) {
        return new WorkItemResponse(
                item.id(),
                item.petition().receiptNumber(),
                item.petition().title(),
                item.petition().category(),
                item.departmentId(),
                new DepartmentPart(department.id(), department.name(), department.contact()),
                item.status().wireName(),
                item.clock().petitionKind(),
                item.clock().period(),
                SeoulTime.iso(item.clock().dueAt()),
                item.clock().steps(),
                item.rule(),
                item.assignment(),
                item.officer(),
                ForwardingPart.of(item.forwarding()));
    }
}

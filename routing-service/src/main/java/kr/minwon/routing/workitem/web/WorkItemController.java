package kr.minwon.routing.workitem.web;

import java.util.Objects;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.StaffMember;
import kr.minwon.routing.workitem.WorkDesk;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with a work item. */
@RestController
@RequestMapping("/api/v1/staff/complaints/{receiptNumber}")
class WorkItemController {
    private final WorkDesk desk;

    WorkItemController(WorkDesk desk) {
        this.desk = desk;
    }

    /** Nothing needs to be said to take a case. */
    record ClaimRequest() {}

    @PostMapping("/claim")
    WorkItemResponse claim(
            Caller caller, @PathVariable String receiptNumber, @RequestBody(required = false) ClaimRequest nothing) {
        String number = ReceiptNumbers.normalise(receiptNumber);
        return WorkItemProblems.unwrap(desk.claim(caller.officeId(), number, staff(caller)));
    }

    @PostMapping("/assign")
    WorkItemResponse assign(Caller caller, @PathVariable String receiptNumber, @RequestBody AssignRequest request) {
        String number = ReceiptNumbers.normalise(receiptNumber);
        request.check();
        StaffMember by = staff(caller);
        if (request.departmentId() != null) {
            return WorkItemProblems.unwrap(desk.moveTo(caller.officeId(), number, request.departmentId(), by));
        }
        if (caller.role() != Role.LEAD) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        String id = Objects.requireNonNull(request.officerId());
        Officer officer = new Officer(id, Objects.requireNonNullElse(request.officerName(), id));
        return WorkItemProblems.unwrap(desk.give(caller.officeId(), number, officer, by));
    }

    static StaffMember staff(Caller caller) {
        String name = caller.name().isBlank() ? caller.id() : caller.name();
        return new StaffMember(
                new Officer(caller.id(), name),
                caller.departments(),
                caller.role() == Role.LEAD,
                caller.role() == Role.INTAKE || caller.role() == Role.ADMIN);
    }
}

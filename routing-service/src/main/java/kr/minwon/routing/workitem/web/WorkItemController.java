package kr.minwon.routing.workitem.web;

import java.util.Objects;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.Order;
import kr.minwon.routing.workitem.WorkDesk;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = Orders.KEY, required = false) @Nullable String key,
            @RequestBody(required = false) ClaimRequest nothing) {
        String number = ReceiptNumbers.normalise(receiptNumber);
        return WorkItemProblems.unwrap(desk.claim(Orders.of(caller, number, key, "claim")));
    }

    @PostMapping("/assign")
    WorkItemResponse assign(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = Orders.KEY, required = false) @Nullable String key,
            @RequestBody AssignRequest request) {
        String number = ReceiptNumbers.normalise(receiptNumber);
        request.check();
        Order order = Orders.of(
                caller, number, key, "assign", request.departmentId(), request.officerId(), request.officerName());
        if (request.departmentId() != null) {
            return WorkItemProblems.unwrap(desk.moveTo(order, request.departmentId()));
        }
        if (caller.role() != Role.LEAD) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
        String id = Objects.requireNonNull(request.officerId());
        Officer officer = new Officer(id, Objects.requireNonNullElse(request.officerName(), id));
        return WorkItemProblems.unwrap(desk.give(order, officer));
    }
}

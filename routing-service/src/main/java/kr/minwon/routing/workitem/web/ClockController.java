package kr.minwon.routing.workitem.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.minwon.problems.FieldErrors;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.workitem.ClockChange;
import kr.minwon.routing.workitem.ClockMoves;
import kr.minwon.routing.workitem.ClockState;
import kr.minwon.routing.workitem.Ledger;
import kr.minwon.routing.workitem.Order;
import kr.minwon.routing.workitem.WorkDesk;
import kr.minwon.routing.workitem.WorkItem;
import kr.minwon.routing.workitem.WorkItems;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do to a work item's clock, and why its deadline is what it is. */
@RestController
@RequestMapping("/api/v1/staff/complaints/{receiptNumber}")
class ClockController {
    private static final int LONGEST_NAME = 100;
    private static final Set<String> CAUSES = Set.of(ClockMoves.INSPECTION, "hearing", "review", "other");

    private final WorkDesk desk;
    private final WorkItems items;

    ClockController(WorkDesk desk, WorkItems items) {
        this.desk = desk;
        this.items = items;
    }

    /**
     * To whom it goes: a department of the office, or another office; one of the two. Where transfers go through the 민원실
     * the department is a proposal, and need not be said.
     *
     * @param agency the other office's name
     */
    record TransferRequest(
            @Nullable String departmentId,
            @Nullable String agency,
            @Nullable String reason) {}

    /** @param period such as {@code 3d}, in the unit of the original period; all of that when it is not said */
    record ExtensionRequest(
            @Nullable String reason, @Nullable String period) {}

    /**
     * From today to a day.
     *
     * @param until {@code 2026-12-05}, not counted itself
     * @param cause {@code inspection} (the default), {@code hearing}, {@code review}, {@code other}
     */
    record SuspensionRequest(
            @Nullable String until,
            @Nullable String cause,
            @Nullable String reason) {}

    /**
     * Why the deadline is what it is.
     *
     * @param startedAt from when the clock runs
     * @param pausedSince the first day that is not counted while the clock stands; null while it runs
     * @param mayExtend whether the policy that it was accepted under lets the caller extend it
     * @param forwarding there while the 민원실 is to say whose it is
     * @param ledger everything that happened, oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeadlineResponse(
            String receiptNumber,
            String status,
            String petitionKind,
            String period,
            String startedAt,
            String dueAt,
            int extensions,
            @Nullable String pausedSince,
            List<String> steps,
            String policyVersion,
            boolean mayExtend,
            @Nullable ForwardingPart forwarding,
            List<EntryResponse> ledger) {}

    /**
     * An entry of the ledger; what follows {@code note} is there when it did something to the clock.
     *
     * @param remainingBefore minutes of working time
     * @param remainingAfter minutes of working time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryResponse(
            String at,
            String what,
            String by,
            String note,
            @Nullable String article,
            @Nullable String dueBefore,
            @Nullable String dueAfter,
            @Nullable Long remainingBefore,
            @Nullable Long remainingAfter) {
        static EntryResponse of(Ledger.Entry entry) {
            ClockChange change = entry.change();
            if (change == null) {
                return new EntryResponse(
                        SeoulTime.iso(entry.at()),
                        entry.what(),
                        entry.by(),
                        entry.note(),
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            return new EntryResponse(
                    SeoulTime.iso(entry.at()),
                    entry.what(),
                    entry.by(),
                    entry.note(),
                    change.article(),
                    change.dueBefore() == null ? null : SeoulTime.iso(change.dueBefore()),
                    SeoulTime.iso(change.dueAfter()),
                    change.remainingBefore() == null
                            ? null
                            : change.remainingBefore().toMinutes(),
                    change.remainingAfter().toMinutes());
        }
    }

    @GetMapping("/deadline")
    DeadlineResponse deadline(Caller caller, @PathVariable String receiptNumber) {
        String number = ReceiptNumbers.normalise(receiptNumber);
        WorkItem item = WorkItemProblems.item(
                desk.read(caller.officeId(), number, found -> caller.mayAct(found.departmentId())));
        ClockState.Pause pause = item.clock().state().pause();
        return new DeadlineResponse(
                number,
                item.status().wireName(),
                item.clock().petitionKind(),
                item.clock().period(),
                SeoulTime.iso(item.clock().startedAt()),
                SeoulTime.iso(item.clock().dueAt()),
                item.clock().state().extensions().size(),
                pause == null ? null : pause.from().toString(),
                item.clock().steps(),
                item.clock().policyVersion(),
                desk.mayExtend(item, Orders.staff(caller)),
                ForwardingPart.of(item.forwarding()),
                items.ledger(item).stream().map(EntryResponse::of).toList());
    }

    @PostMapping("/transfer")
    WorkItemResponse transfer(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = Orders.KEY, required = false) @Nullable String key,
            @RequestBody TransferRequest request) {
        String number = ReceiptNumbers.normalise(receiptNumber);
        FieldErrors errors = new FieldErrors();
        String reason = PlainFields.text(errors, "reason", request.reason(), PlainFields.REASON);
        if (request.departmentId() != null && request.agency() != null) {
            errors.add("departmentId", "department-or-agency");
            errors.throwIfAny();
        }
        Order order =
                Orders.of(caller, number, key, "transfer", request.departmentId(), request.agency(), request.reason());
        if (request.agency() != null) {
            String agency = PlainFields.line(errors, "agency", request.agency(), LONGEST_NAME);
            errors.throwIfAny();
            return WorkItemProblems.unwrap(desk.sendAway(order, agency, reason));
        }
        errors.throwIfAny();
        return WorkItemProblems.unwrap(desk.transfer(order, request.departmentId(), reason));
    }

    @PostMapping("/extension")
    WorkItemResponse extend(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = Orders.KEY, required = false) @Nullable String key,
            @RequestBody ExtensionRequest request) {
        String number = ReceiptNumbers.normalise(receiptNumber);
        FieldErrors errors = new FieldErrors();
        String reason = PlainFields.text(errors, "reason", request.reason(), PlainFields.REASON);
        Period period =
                request.period() == null ? null : Period.parse(request.period()).orElse(null);
        if (request.period() != null && period == null) {
            errors.add("period", "period");
        }
        errors.throwIfAny();
        Order order = Orders.of(caller, number, key, "extension", request.period(), request.reason());
        return WorkItemProblems.unwrap(desk.extend(order, period, reason));
    }

    @PostMapping("/suspension")
    WorkItemResponse suspend(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = Orders.KEY, required = false) @Nullable String key,
            @RequestBody SuspensionRequest request) {
        String number = ReceiptNumbers.normalise(receiptNumber);
        FieldErrors errors = new FieldErrors();
        String reason = PlainFields.text(errors, "reason", request.reason(), PlainFields.REASON);
        String cause = request.cause() == null ? ClockMoves.INSPECTION : request.cause();
        if (!CAUSES.contains(cause)) {
            errors.add("cause", "suspension-cause");
        }
        LocalDate until = day(request.until(), errors);
        errors.throwIfAny();
        Order order = Orders.of(caller, number, key, "suspension", cause, request.until(), request.reason());
        return WorkItemProblems.unwrap(desk.suspend(order, cause, Objects.requireNonNull(until), reason));
    }

    private static @Nullable LocalDate day(@Nullable String text, FieldErrors errors) {
        Optional<LocalDate> day = SeoulTime.day(text);
        if (day.isEmpty()) {
            errors.add("until", "day");
        }
        return day.orElse(null);
    }
}

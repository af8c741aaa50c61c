package kr.minwon.routing.workitem.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.QueueItem;
import kr.minwon.routing.workitem.QueueQuery;
import kr.minwon.routing.workitem.QueueView;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItems;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queue (업무함) of a department, or of the whole office for those who see all of it. */
@RestController
class QueueController {
    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;
    /** Who has a hundred cases late needs no exact number. */
    private static final int MOST_COUNTED = 100;

    private static final QueueView USUAL_VIEW = QueueView.UNASSIGNED;

    private final WorkItems items;
    private final Offices offices;
    private final StatutoryClocks clocks;
    private final Clock clock;

    QueueController(WorkItems items, Offices offices, StatutoryClocks clocks, Clock clock) {
        this.items = items;
        this.offices = offices;
        this.clocks = clocks;
        this.clock = clock;
    }

    record ItemResponse(
            String receiptNumber,
            String title,
            String category,
            String departmentId,
            String status,
            String dueAt,
            String submittedAt,
            @Nullable Officer officer,
            @Nullable ForwardingPart forwarding,
            @Nullable String draft) {
        static ItemResponse of(QueueItem item) {
            return new ItemResponse(
                    item.receiptNumber(),
                    item.title(),
                    item.category(),
                    item.departmentId(),
                    item.status().wireName(),
                    SeoulTime.iso(item.dueAt()),
                    SeoulTime.iso(item.submittedAt()),
                    item.officer(),
                    ForwardingPart.of(item.forwarding()),
                    item.draft() == null ? null : item.draft().wireName());
        }
    }

    record QueueResponse(List<ItemResponse> items, @Nullable String next) {}

    @GetMapping("/api/v1/staff/queue")
    QueueResponse queue(
            Caller caller,
            @RequestParam(required = false) @Nullable String departmentId,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Office office = offices.find(caller.officeId()).orElseThrow(() -> new ProblemException(ProblemType.FORBIDDEN));
        FieldErrors errors = new FieldErrors();
        String department = department(caller, office, departmentId, errors);
        QueueView asked = view == null
                ? USUAL_VIEW
                : QueueView.of(view).orElseGet(() -> {
                    errors.add("view", "queue-view");
                    return USUAL_VIEW;
                });
        String after = cursor == null
                ? null
                : QueueCursor.read(asked, department, cursor).orElse(null);
        if (cursor != null && after == null) {
            errors.add("cursor", "queue-cursor");
        }
        int most = limit(limit, errors);
        errors.throwIfAny();
        Instant now = clock.instant();
        QueueQuery.Page page = items.page(new QueueQuery(
                office.id(), department, asked, caller.id(), now, clocks.soon(office, now), after, most));
        return new QueueResponse(
                page.items().stream().map(ItemResponse::of).toList(),
                page.next() == null ? null : QueueCursor.write(asked, department, page.next()));
    }

    /**
     * How much is due soon, overdue and to be approved.
     *
     * @param most what a number that is as large stands for: so many or more
     */
    record CountsResponse(long dueSoon, long overdue, long approval, int most) {}

    @GetMapping("/api/v1/staff/queue/counts")
    CountsResponse counts(Caller caller, @RequestParam(required = false) @Nullable String departmentId) {
        Office office = offices.find(caller.officeId()).orElseThrow(() -> new ProblemException(ProblemType.FORBIDDEN));
        FieldErrors errors = new FieldErrors();
        String department = department(caller, office, departmentId, errors);
        errors.throwIfAny();
        Instant now = clock.instant();
        Instant soon = clocks.soon(office, now);
        return new CountsResponse(
                count(office, department, QueueView.DUE_SOON, caller, now, soon),
                count(office, department, QueueView.OVERDUE, caller, now, soon),
                count(office, department, QueueView.APPROVAL, caller, now, soon),
                MOST_COUNTED);
    }

    private long count(
            Office office, @Nullable String department, QueueView view, Caller caller, Instant now, Instant soon) {
        QueueQuery query = new QueueQuery(office.id(), department, view, caller.id(), now, soon, null, MOST_COUNTED);
        return items.countByDepartment(query).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whose queue: the department asked for, else the caller's own; null for the whole office. */
    private static @Nullable String department(
            Caller caller, Office office, @Nullable String asked, FieldErrors errors) {
        if (asked != null && !asked.isEmpty()) {
            if (!caller.mayAct(asked)) {
                throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
            }
            if (office.department(asked).isEmpty()) {
                errors.add("departmentId", "unknown-department");
            }
            return asked;
        }
        if (caller.role().seesWholeOffice()) {
            return null;
        }
        if (caller.departments().isEmpty()) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        if (caller.departments().size() > 1) {
            errors.add("departmentId", "which-department");
        }
        return caller.departments().iterator().next();
    }

    private static int limit(@Nullable String text, FieldErrors errors) {
        Optional<Integer> limit = text == null
                ? Optional.of(USUAL_LIMIT)
                : Optional.of(text)
                        .filter(any -> any.matches("[0-9]{1,3}"))
                        .map(Integer::parseInt)
                        .filter(number -> number >= 1 && number <= HIGHEST_LIMIT);
        if (limit.isEmpty()) {
            errors.add("limit", "queue-limit", HIGHEST_LIMIT);
        }
        return limit.orElse(USUAL_LIMIT);
    }
}

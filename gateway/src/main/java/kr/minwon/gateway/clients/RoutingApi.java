package kr.minwon.gateway.clients;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** routing-service, called as whoever the page is shown to. */
@HttpExchange("/api/v1")
public interface RoutingApi {
    /** The office's categories, as the service wraps them. */
    @GetExchange("/categories")
    Items<Category> categoryItems();

    /** The office's categories. */
    default List<Category> categories() {
        return categoryItems().items();
    }

    /** The categories that a text suggests, as the service wraps them. */
    @GetExchange("/categories/suggestions")
    Items<Category> suggestionItems(@RequestParam String text);

    /** The categories that a text suggests, most likely first. */
    default List<Category> suggestions(String text) {
        return suggestionItems(text).items();
    }

    /** The office's departments, as the service wraps them. */
    @GetExchange("/departments")
    Items<PublicCase.Department> departmentItems();

    /** The office's departments. */
    default List<PublicCase.Department> departments() {
        return departmentItems().items();
    }

    /** The calculator of deadlines; what is null is left out. */
    @GetExchange("/deadlines")
    DeadlineAnswer deadline(
            @RequestParam String receivedAt,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable Integer extended,
            @RequestParam(required = false) @Nullable List<String> suspended);

    /** A page of a department's work, most urgent first. */
    @GetExchange("/staff/queue")
    Queue queue(
            @RequestParam(required = false) @Nullable String departmentId,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String cursor);

    /** How much of a department's work, or of the whole office's, is due soon, overdue and to be approved. */
    @GetExchange("/staff/queue/counts")
    Counts counts(@RequestParam(required = false) @Nullable String departmentId);

    /** How much is urgent; a number as large as {@code most} stands for so many or more. */
    record Counts(long dueSoon, long overdue, long approval, int most) {}

    /** Why a case is due when it is. */
    @GetExchange("/staff/complaints/{receiptNumber}/deadline")
    CaseClock clock(@PathVariable String receiptNumber);

    /** A case's clock; {@code mayExtend} says whether its policy lets the caller extend it. */
    record CaseClock(@Nullable Boolean mayExtend, @Nullable List<LedgerEntry> ledger) {}

    /** What happened to a case's clock, or beside it; the deadline is there when it was set anew. */
    record LedgerEntry(
            String at,
            String what,
            String note,
            @Nullable String dueBefore,
            @Nullable String dueAfter) {}

    /** Takes a case. */
    @PostExchange(url = "/staff/complaints/{receiptNumber}/claim", contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> claim(
            @PathVariable String receiptNumber,
            @RequestBody Map<String, Object> nothing,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Gives a case to a department or an officer. */
    @PostExchange(url = "/staff/complaints/{receiptNumber}/assign", contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> assign(
            @PathVariable String receiptNumber,
            @RequestBody Map<String, Object> assignment,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Does what the law's procedure lets staff do to a case's clock: {@code extension}, {@code suspension}, {@code transfer}. */
    @PostExchange(url = "/staff/complaints/{receiptNumber}/{step}", contentType = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> take(
            @PathVariable String receiptNumber,
            @PathVariable String step,
            @RequestBody Map<String, Object> body,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** A year's days off. */
    @GetExchange("/staff/calendar")
    Calendar calendar(@RequestParam String year);

    /** How many cases would have another deadline. */
    @PostExchange(url = "/staff/calendar/preview", contentType = MediaType.APPLICATION_JSON_VALUE)
    CalendarPreview previewDay(@RequestBody Map<String, Object> day);

    /** Adds a day off. */
    @PostExchange(url = "/staff/calendar/overrides", contentType = MediaType.APPLICATION_JSON_VALUE)
    OwnDayOff declareDay(@RequestBody Map<String, Object> day, @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Takes a day off back. */
    @PostExchange(url = "/staff/calendar/overrides/{date}/undo", contentType = MediaType.APPLICATION_JSON_VALUE)
    OwnDayOff undoDay(
            @PathVariable String date,
            @RequestBody Map<String, Object> tell,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Issues a letter for an overdue case (독촉장). */
    @PostExchange(
            url = "/staff/complaints/{receiptNumber}/overdue-letter",
            contentType = MediaType.APPLICATION_JSON_VALUE)
    Letter issueOverdueLetter(
            @PathVariable String receiptNumber,
            @RequestBody Map<String, Object> body,
            @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** A page of a year's letters, the latest first. */
    @GetExchange("/staff/overdue-letters")
    Letters overdueLetters(@RequestParam String year, @RequestParam(required = false) @Nullable String cursor);

    /** One letter. */
    @GetExchange("/staff/overdue-letters/{number}")
    Letter overdueLetter(@PathVariable String number);

    /** A page of letters. */
    record Letters(@Nullable List<Letter> items, @Nullable String next) {}

    /** A letter for an overdue case. */
    record Letter(
            String number,
            String receiptNumber,
            @Nullable String title,
            @Nullable String departmentName,
            @Nullable String dueAt,
            @Nullable Integer workingDaysLate,
            @Nullable String issuedAt,
            PublicCase.@Nullable Officer by,
            @Nullable String text) {}

    /** A month's cases past their deadline. */
    @GetExchange("/staff/reports/overdue")
    OverdueReport overdueReport(@RequestParam String month);

    /** Cases past their deadline, by department. */
    record OverdueReport(
            @Nullable Boolean complete, @Nullable List<OverdueRow> rows) {}

    /** A department's. */
    record OverdueRow(
            String departmentId,
            String departmentName,
            int overdue,
            int stillOpen,
            int longestDays,
            @Nullable List<OverdueCase> cases) {}

    /** One of them; {@code closedAt} is null while it is open. */
    record OverdueCase(
            String receiptNumber,
            @Nullable String title,
            @Nullable String dueAt,
            @Nullable String closedAt,
            int daysLate) {}

    /** Days off: the country's and the office's own. */
    record Calendar(
            @Nullable Integer year,
            @Nullable List<DayOff> holidays,
            @Nullable List<OwnDayOff> overrides) {}

    /** A day off. */
    record DayOff(String date, String name, String kind) {}

    /** A day off of the office's own. */
    record OwnDayOff(
            String date, String name, String kind, @Nullable Recount recount) {}

    /** How far cases have been counted again. */
    record Recount(
            String id,
            String state,
            @Nullable Long seen,
            @Nullable Long changed) {}

    /** What adding or taking back would do. */
    record CalendarPreview(
            @Nullable Long cases,
            @Nullable Boolean complete,
            @Nullable List<Moved> examples) {}

    /** A case that would have another deadline. */
    record Moved(
            String receiptNumber,
            @Nullable String title,
            @Nullable String departmentId,
            @Nullable String dueBefore,
            @Nullable String dueAfter) {}

    /** A list on the wire. */
    record Items<T>(List<T> items) {
        public Items {
            items = items == null ? List.of() : items;
        }
    }

    /** What a complaint can be about. */
    record Category(
            String code,
            String name,
            @Nullable String departmentId,
            @Nullable String period,
            @Nullable List<String> examples) {}

    /** A deadline with its steps, one sentence each. */
    record DeadlineAnswer(
            @Nullable String clockStart,
            @Nullable String dueAt,
            @Nullable List<String> steps) {}

    /** A page of the queue; {@code next} is the cursor of the next one, null at the end. */
    record Queue(List<Item> items, @Nullable String next) {}

    /**
     * A case in the queue.
     *
     * @param draft {@code awaiting} while its answer waits for approval, {@code returned} when it is to be written anew
     */
    record Item(
            String receiptNumber,
            @Nullable String title,
            @Nullable String category,
            @Nullable String departmentId,
            @Nullable String status,
            @Nullable String dueAt,
            PublicCase.@Nullable Officer officer,
            @Nullable Forwarding forwarding,
            @Nullable String draft) {}

    /** A case that waits for the intake to say whose it is. */
    record Forwarding(
            String fromDepartmentId,
            @Nullable String proposedDepartmentId,
            @Nullable String reason) {}
}

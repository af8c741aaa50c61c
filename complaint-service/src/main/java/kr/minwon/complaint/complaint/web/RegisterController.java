package kr.minwon.complaint.complaint.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import kr.minwon.complaint.complaint.Answer;
import kr.minwon.complaint.complaint.Categories;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Masks;
import kr.minwon.complaint.complaint.Progress;
import kr.minwon.complaint.complaint.Reporters;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.web.ComplaintResponse.DepartmentPart;
import kr.minwon.problems.FieldErrors;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The office's register of petitions (민원처리부, 민원처리법 시행규칙 별지 제1호서식), a month at a time. */
@RestController
class RegisterController {
    private final Complaints complaints;
    private final Reporters reporters;
    private final Categories categories;

    RegisterController(Complaints complaints, Reporters reporters, Categories categories) {
        this.complaints = complaints;
        this.reporters = reporters;
        this.categories = categories;
    }

    /**
     * A line of the register.
     *
     * @param reporter masked
     * @param outcome of the last answer; null without one
     * @param finishedAt when it was answered or ended otherwise; null while it is open
     */
    record LineResponse(
            String receiptNumber,
            String submittedAt,
            @Nullable String acceptedAt,
            String title,
            String category,
            String categoryName,
            String reporter,
            @Nullable DepartmentPart department,
            @Nullable String dueAt,
            String status,
            String statusLabel,
            @Nullable String outcome,
            @Nullable String finishedAt) {}

    /** @param next the cursor of the next page; null on the last */
    record RegisterResponse(
            String month,
            List<LineResponse> items,
            @Nullable String next) {}

    @GetMapping("/api/v1/staff/register")
    ResponseEntity<RegisterResponse> register(
            Caller caller,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String cursor) {
        FieldErrors errors = new FieldErrors();
        YearMonth asked = month(month).orElse(null);
        if (asked == null) {
            errors.add("month", "month");
        }
        ComplaintId after = cursor == null ? null : ComplaintId.parse(cursor).orElse(null);
        if (cursor != null && after == null) {
            errors.add("cursor", "cursor");
        }
        errors.throwIfAny();
        YearMonth shown = asked == null ? YearMonth.now(SeoulTime.ZONE) : asked;
        List<Complaint> found = complaints.filedWithin(
                caller.officeId(), begin(shown), begin(shown.plusMonths(1)), after, Limits.REGISTER_PAGE + 1);
        boolean more = found.size() > Limits.REGISTER_PAGE;
        List<Complaint> page = more ? found.subList(0, Limits.REGISTER_PAGE) : found;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RegisterResponse(
                        shown.toString(),
                        page.stream().map(this::line).toList(),
                        more ? page.getLast().id().value() : null));
    }

    private LineResponse line(Complaint complaint) {
        Progress progress = complaint.progress();
        Department department = progress.department();
        Instant acceptedAt = progress.acceptedAt();
        Instant finishedAt = progress.finishedAt();
        List<Answer> answers = progress.answers();
        return new LineResponse(
                complaint.filing().receiptNumber().value(),
                SeoulTime.iso(complaint.filing().submittedAt()),
                acceptedAt == null ? null : SeoulTime.iso(acceptedAt),
                complaint.filing().title(),
                complaint.filing().category(),
                categories.nameOf(complaint.filing().category()),
                Masks.name(reporters.name(complaint.filing().reporter())),
                DepartmentPart.of(department),
                progress.deadline() == null
                        ? null
                        : SeoulTime.iso(progress.deadline().dueAt()),
                complaint.status().wireName(),
                complaint.status().label(),
                answers.isEmpty() ? null : answers.getLast().outcome().label(),
                finishedAt == null ? null : SeoulTime.iso(finishedAt));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(SeoulTime.ZONE).toInstant();
    }

    private static Optional<YearMonth> month(@Nullable String text) {
        return text != null && text.matches("20[0-9]{2}-(0[1-9]|1[0-2])")
                ? Optional.of(YearMonth.parse(text))
                : Optional.empty();
    }
}

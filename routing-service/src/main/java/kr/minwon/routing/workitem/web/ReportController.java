package kr.minwon.routing.workitem.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.office.Department;
import kr.minwon.routing.office.Office;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.workitem.OverdueReport;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The month's cases past their deadline, by department (민원처리법 시행령 제28조). */
@RestController
class ReportController {
    private static final ProblemType UNKNOWN_OFFICE = new ProblemType("unknown-office", 404);

    private final Offices offices;
    private final OverdueReport report;

    ReportController(Offices offices, OverdueReport report) {
        this.offices = offices;
        this.report = report;
    }

    /**
     * @param complete false when there are more cases than a report lists
     * @param rows departments with late cases
     */
    record ReportResponse(String month, boolean complete, List<Row> rows) {}

    /** @param longestDays working days after the deadline, of the case that was or is latest */
    record Row(
            String departmentId,
            String departmentName,
            int overdue,
            int stillOpen,
            int longestDays,
            List<CaseRow> cases) {
        static Row of(Department department, List<OverdueReport.Case> cases) {
            return new Row(
                    department.id(),
                    department.name(),
                    cases.size(),
                    Math.toIntExact(
                            cases.stream().filter(one -> one.closedAt() == null).count()),
                    cases.stream()
                            .mapToInt(OverdueReport.Case::workingDays)
                            .max()
                            .orElse(0),
                    cases.stream().map(CaseRow::of).toList());
        }
    }

    /** @param closedAt absent while it is open */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseRow(
            String receiptNumber,
            String title,
            String dueAt,
            @Nullable String closedAt,
            int daysLate) {
        static CaseRow of(OverdueReport.Case late) {
            return new CaseRow(
                    late.late().receiptNumber(),
                    late.late().title(),
                    SeoulTime.iso(late.late().dueAt()),
                    late.closedAt() == null ? null : SeoulTime.iso(late.closedAt()),
                    late.workingDays());
        }
    }

    @GetMapping("/api/v1/staff/reports/overdue")
    ReportResponse overdue(Caller caller, @RequestParam String month) {
        YearMonth asked = month(month);
        Office office = offices.find(caller.officeId()).orElseThrow(() -> new ProblemException(UNKNOWN_OFFICE));
        OverdueReport.Month found = report.of(office, asked, caller::mayAct);
        List<Row> rows = new ArrayList<>();
        for (Department department : office.departments()) {
            List<OverdueReport.Case> theirs = found.cases().stream()
                    .filter(one -> one.late().departmentId().equals(department.id()))
                    .toList();
            if (!theirs.isEmpty()) {
                rows.add(Row.of(department, theirs));
            }
        }
        return new ReportResponse(asked.toString(), found.whole(), rows);
    }

    private static YearMonth month(String text) {
        if (text.matches("20[0-4][0-9]-[0-9]{2}")) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException noSuchMonth) {
                // Said below.
            }
        }
        new FieldErrors().add("month", "month").throwIfAny();
        throw new IllegalStateException("an error was noted");
    }
}

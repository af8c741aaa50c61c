package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The month's cases past their deadline, to look at and to download. */
@Controller
class ReportPages {
    private final RoutingApi routing;
    private final StaffMoves moves;
    private final Clock clock;

    ReportPages(RoutingApi routing, StaffMoves moves, Clock pageClock) {
        this.routing = routing;
        this.moves = moves;
        this.clock = pageClock;
    }

    /** A department's late cases. */
    record Row(String id, String name, int overdue, int open, int longest, List<Late> cases) {
        static Row of(RoutingApi.OverdueRow row, Words words) {
            return new Row(
                    row.departmentId(),
                    row.departmentName(),
                    row.overdue(),
                    row.stillOpen(),
                    row.longestDays(),
                    lateCases(row).stream().map(one -> Late.of(one, words)).toList());
        }
    }

    /** @param closed null while it is open */
    record Late(
            String number,
            String title,
            String due,
            @Nullable String closed,
            int days) {
        static Late of(RoutingApi.OverdueCase late, Words words) {
            return new Late(
                    late.receiptNumber(),
                    Objects.requireNonNullElse(late.title(), late.receiptNumber()),
                    brief(late.dueAt(), words).orElse(""),
                    brief(late.closedAt(), words).orElse(null),
                    late.daysLate());
        }

        private static Optional<String> brief(@Nullable String iso, Words words) {
            return SeoulMoment.of(iso).map(moment -> moment.brief(words));
        }
    }

    @GetMapping("/staff/reports/overdue")
    String overdue(
            @RequestParam(required = false) @Nullable String month,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        String shown = month(month);
        model.addAttribute("section", "reports");
        model.addAttribute("month", shown);
        model.addAttribute("rows", List.of());
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    RoutingApi.OverdueReport report = routing.overdueReport(shown);
                    model.addAttribute("incomplete", !Boolean.TRUE.equals(report.complete()));
                    model.addAttribute(
                            "rows",
                            rows(report).stream().map(row -> Row.of(row, words)).toList());
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        return "gateway/staff/overdue";
    }

    @GetMapping(path = "/staff/reports/overdue.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> csv(
            @RequestParam(required = false) @Nullable String month, @ModelAttribute("words") Words words) {
        String shown = month(month);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                words.text("case.department"),
                words.text("receipt.number"),
                words.text("queue.complaint"),
                words.text("queue.due"),
                words.text("reports.closed"),
                words.text("reports.late")));
        for (RoutingApi.OverdueRow row : rows(routing.overdueReport(shown))) {
            for (RoutingApi.OverdueCase late : lateCases(row)) {
                lines.add(List.of(
                        row.departmentName(),
                        late.receiptNumber(),
                        Objects.requireNonNullElse(late.title(), ""),
                        Objects.requireNonNullElse(late.dueAt(), ""),
                        Objects.requireNonNullElse(late.closedAt(), ""),
                        String.valueOf(late.daysLate())));
            }
        }
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("overdue-" + shown + ".csv")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(Csv.of(lines));
    }

    private static List<RoutingApi.OverdueRow> rows(RoutingApi.OverdueReport report) {
        return Objects.requireNonNullElse(report.rows(), List.of());
    }

    private static List<RoutingApi.OverdueCase> lateCases(RoutingApi.OverdueRow row) {
        return Objects.requireNonNullElse(row.cases(), List.of());
    }

    private String month(@Nullable String asked) {
        return asked != null && asked.matches("[0-9]{4}-(0[1-9]|1[0-2])")
                ? asked
                : YearMonth.from(clock.instant().atZone(SeoulMoment.ZONE)).toString();
    }
}

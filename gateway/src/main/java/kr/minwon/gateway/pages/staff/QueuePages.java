package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.RoutingApi;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.pages.resident.CategoryChoices;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list (업무함): what waits, most urgent first. */
@Controller
class QueuePages {
    private static final Logger log = LoggerFactory.getLogger(QueuePages.class);
    private static final String USUAL_VIEW = "unassigned";
    /** What ends here, because the case is another department's now. */
    private static final Set<String> DONE = Set.of("moved", "forwarded");

    private static final List<String> VIEWS =
            List.of("filed", "unassigned", "mine", "approval", "dueSoon", "overdue", "waiting", "done");

    private final RoutingApi routing;
    private final CategoryChoices categories;
    private final OfficeDesk desk;
    private final Trouble.Teller troubles;
    private final Clock clock;

    QueuePages(
            RoutingApi routing, CategoryChoices categories, OfficeDesk desk, Trouble.Teller troubles, Clock pageClock) {
        this.routing = routing;
        this.categories = categories;
        this.desk = desk;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    @GetMapping("/staff/queue")
    String queue(
            @RequestParam(defaultValue = USUAL_VIEW) String view,
            @RequestParam(required = false) @Nullable String departmentId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        String asked = VIEWS.contains(view) ? view : USUAL_VIEW;
        boolean wholeOffice = me.caller().role().seesWholeOffice();
        List<PublicCase.Department> departments = departments(me, wholeOffice);
        String department = department(departmentId, departments, wholeOffice);
        model.addAttribute("section", "queue");
        if (done != null && DONE.contains(done)) {
            model.addAttribute("done", words.text("case.done." + done));
        }
        model.addAttribute("views", VIEWS);
        model.addAttribute("view", asked);
        model.addAttribute("wholeOffice", wholeOffice);
        model.addAttribute("departments", departments);
        model.addAttribute("departmentId", department);
        model.addAttribute("showDepartment", wholeOffice && department == null);
        model.addAttribute("rows", List.of());
        model.addAttribute("counts", cursor == null ? counts(department, words) : Map.of());
        try {
            RoutingApi.Queue page = routing.queue(department, asked, cursor);
            QueueRow.Maker rows = new QueueRow.Maker(words, categories, desk, clock, me);
            model.addAttribute("rows", page.items().stream().map(rows::of).toList());
            model.addAttribute("next", page.next());
        } catch (ServiceProblem refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        } catch (ProblemException refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        }
        return htmx != null && cursor != null ? "gateway/staff/queue :: rows" : "gateway/staff/queue";
    }

    /** What is urgent or to be approved, by view and in words; nothing where there is nothing, or while routing cannot say. */
    private Map<String, String> counts(@Nullable String department, Words words) {
        try {
            RoutingApi.Counts counts = routing.counts(department);
            Map<String, String> said = new HashMap<>();
            count(said, "dueSoon", counts.dueSoon(), counts.most(), words);
            count(said, "overdue", counts.overdue(), counts.most(), words);
            count(said, "approval", counts.approval(), counts.most(), words);
            return said;
        } catch (ServiceProblem | ProblemException away) {
            log.debug("what is urgent cannot be counted now: {}", away.getMessage());
            return Map.of();
        }
    }

    private static void count(Map<String, String> said, String view, long count, int most, Words words) {
        if (count > 0) {
            said.put(view, count < most ? words.text("queue.count", count) : words.text("queue.count.most", most));
        }
    }

    private static void troubled(Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(trouble.status());
    }

    /** The departments whose work the colleague may see. */
    private List<PublicCase.Department> departments(Colleague me, boolean wholeOffice) {
        return desk.departments().stream()
                .filter(department -> wholeOffice || me.caller().departments().contains(text(department.id())))
                .toList();
    }

    private static @Nullable String department(
            @Nullable String asked, List<PublicCase.Department> departments, boolean wholeOffice) {
        if (asked != null && !asked.isBlank()) {
            return asked;
        }
        return wholeOffice || departments.isEmpty()
                ? null
                : departments.getFirst().id();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

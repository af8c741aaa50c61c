package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.StaffNoticeApi;
import kr.minwon.gateway.pages.OfficeDesk;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an officer is reminded of (알림): cases whose deadline comes near or has passed. */
@Controller
class NoticePages {
    private static final Logger log = LoggerFactory.getLogger(NoticePages.class);

    private final StaffNoticeApi notices;
    private final OfficeDesk desk;
    private final Trouble.Teller troubles;
    private final Clock clock;

    NoticePages(StaffNoticeApi notices, OfficeDesk desk, Trouble.Teller troubles, Clock pageClock) {
        this.notices = notices;
        this.desk = desk;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    @GetMapping("/staff/notices")
    String list(
            @RequestParam(required = false) @Nullable String departmentId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        if ("seen".equals(done)) {
            model.addAttribute("done", words.text("notices.done"));
        }
        return page(departmentId, cursor, model, words, me, response);
    }

    /** All that was shown is seen; what came since stays new. */
    @PostMapping("/staff/notices/seen")
    String seen(
            @RequestParam(required = false) @Nullable String upTo,
            Model model,
            @ModelAttribute("words") Words words,
            @ModelAttribute("me") Colleague me,
            HttpServletResponse response) {
        try {
            notices.seen(Map.of("upTo", upTo == null ? "" : upTo));
            return "redirect:/staff/notices?done=seen";
        } catch (ServiceProblem refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        } catch (ProblemException refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        }
        return page(null, null, model, words, me, response);
    }

    /** How many are new, for the frame of each page; nothing when there is nothing, or nobody can say. */
    @GetMapping("/staff/notices/badge")
    String badge(Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        try {
            StaffNoticeApi.Count count = notices.count();
            if (count.unseen() > 0) {
                boolean most = count.unseen() >= count.most();
                model.addAttribute("unseen", most ? count.most() - 1 + "+" : String.valueOf(count.unseen()));
                return "gateway/staff/notices :: badge";
            }
        } catch (ServiceProblem | ProblemException away) {
            log.debug("notices cannot be counted now: {}", away.getMessage());
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return "gateway/staff/notices :: none";
    }

    private String page(
            @Nullable String departmentId,
            @Nullable String cursor,
            Model model,
            Words words,
            Colleague me,
            HttpServletResponse response) {
        boolean wholeOffice = me.caller().role().seesWholeOffice();
        String department = departmentId == null || departmentId.isBlank() ? null : departmentId;
        model.addAttribute("section", "notices");
        model.addAttribute("notices", List.of());
        model.addAttribute("departments", wholeOffice ? desk.departments() : List.of());
        model.addAttribute("departmentId", department);
        try {
            StaffNoticeApi.Notices page = notices.list(department, cursor);
            NoticeView.Maker maker = new NoticeView.Maker(words, desk, clock);
            model.addAttribute("notices", page.items().stream().map(maker::of).toList());
            model.addAttribute("next", page.next());
            // Of one department's list the others' would be taken for seen.
            model.addAttribute("upTo", cursor == null && department == null ? upTo(page.items()) : null);
        } catch (ServiceProblem refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        } catch (ProblemException refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        }
        return "gateway/staff/notices";
    }

    /** The key of the latest that was shown; null when none is new. */
    private static @Nullable String upTo(List<StaffNoticeApi.Notice> shown) {
        return shown.isEmpty() || Boolean.TRUE.equals(shown.getFirst().seen())
                ? null
                : shown.getFirst().key();
    }

    private static void troubled(Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(trouble.status());
    }
}

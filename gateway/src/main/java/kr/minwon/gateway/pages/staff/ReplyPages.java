package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import kr.minwon.gateway.clients.ReplyApi;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The 민원실's list of texts that nobody could tell: what people sent, and what is to become of it. */
@Controller
class ReplyPages {
    private static final Set<String> HOW = Set.of("note", "complaint", "done");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final ReplyApi replies;
    private final Trouble.Teller troubles;
    private final Clock clock;

    ReplyPages(ReplyApi replies, Trouble.Teller troubles, Clock pageClock) {
        this.replies = replies;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    @GetMapping("/staff/replies")
    String list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        if (done != null && HOW.contains(done)) {
            model.addAttribute("done", words.text("reply.done." + done));
        }
        return page("automatic".equals(view), cursor, model, words, response);
    }

    /**
     * What was pressed, and typed.
     *
     * @param view {@code automatic} when it was pressed in that list
     * @param how {@code note}, {@code complaint} or {@code done}
     */
    record HandleForm(
            @Nullable String replyId,
            @Nullable String view,
            @Nullable String how,
            @Nullable String receiptNumber,
            @Nullable String title,
            @Nullable String reason) {
        Map<String, Object> body() {
            return switch (String.valueOf(how)) {
                case "note" -> Map.of("receiptNumber", Objects.requireNonNullElse(receiptNumber, ""));
                case "complaint" -> Map.of("title", Objects.requireNonNullElse(title, ""));
                default -> Map.of("reason", Objects.requireNonNullElse(reason, ""));
            };
        }

        /** Whether this form was pressed at that text. */
        public boolean isAt(String id, String what) {
            return id.equals(replyId) && what.equals(how);
        }
    }

    /** Does it; what stood in the way is said above the list as it is now, with what was typed. */
    @PostMapping("/staff/replies")
    String handle(HandleForm form, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        String id = Objects.requireNonNullElse(form.replyId(), "");
        String how = Objects.requireNonNullElse(form.how(), "");
        if (!ID.matcher(id).matches() || !HOW.contains(how)) {
            return "redirect:/staff/replies";
        }
        boolean automatic = "automatic".equals(form.view());
        try {
            replies.handle(id, how, form.body());
            return "redirect:/staff/replies?" + (automatic ? "view=automatic&" : "") + "done=" + how;
        } catch (ServiceProblem refusal) {
            String field = refusal.errors().stream()
                    .map(ServiceProblem.FieldError::detail)
                    .findFirst()
                    .orElse(null);
            Trouble trouble = troubles.of(refusal, words.locale());
            troubled(field == null ? trouble : trouble.saying(trouble.title(), field), model, response);
        } catch (ProblemException refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        }
        model.addAttribute("typed", form);
        return page(automatic, null, model, words, response);
    }

    private String page(
            boolean automatic, @Nullable String cursor, Model model, Words words, HttpServletResponse response) {
        model.addAttribute("automatic", automatic);
        model.addAttribute("section", "replies");
        model.addAttribute("replies", List.of());
        try {
            ReplyApi.Replies page = replies.list(automatic ? "automatic" : "open", cursor);
            ReplyView.Maker maker = new ReplyView.Maker(words, clock);
            model.addAttribute("replies", page.items().stream().map(maker::of).toList());
            model.addAttribute("next", page.next());
        } catch (ServiceProblem refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        } catch (ProblemException refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        }
        return "gateway/staff/replies";
    }

    private static void troubled(Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(trouble.status());
    }
}

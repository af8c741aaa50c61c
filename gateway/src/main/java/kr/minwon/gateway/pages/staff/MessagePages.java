package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kr.minwon.gateway.clients.NotificationApi;
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

/** Texts whose fate nobody knows. */
@Controller
class MessagePages {
    private static final String UNKNOWN = "unknown";
    private static final Set<String> DECISIONS = Set.of("resend", "leave");

    private final NotificationApi notification;
    private final Trouble.Teller troubles;
    private final Clock clock;

    MessagePages(NotificationApi notification, Trouble.Teller troubles, Clock pageClock) {
        this.notification = notification;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    @GetMapping("/staff/messages")
    String messages(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        if (done != null && DECISIONS.contains(done)) {
            model.addAttribute("done", words.text("message.done." + done));
        }
        return page(cursor, model, words, response);
    }

    /** A decision as it was pressed. */
    record DecisionForm(
            @Nullable String messageId,
            @Nullable String attempt,
            @Nullable String decision) {
        /** What is no number is no hand-over, which the service says. */
        NotificationApi.Choice choice() {
            boolean number = attempt != null && attempt.matches("\\d{1,4}");
            return new NotificationApi.Choice(
                    Objects.requireNonNullElse(messageId, ""),
                    number ? Integer.parseInt(attempt) : 0,
                    Objects.requireNonNullElse(decision, ""));
        }
    }

    /** Sends a text again, or leaves it; what stood in the way is said above the list as it is now. */
    @PostMapping("/staff/messages/decision")
    String decide(DecisionForm form, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        NotificationApi.Choice choice = form.choice();
        try {
            notification.decide(choice);
            return "redirect:/staff/messages?state=unknown&done=" + choice.decision();
        } catch (ServiceProblem refusal) {
            Trouble trouble = troubles.of(refusal, words.locale());
            troubled(
                    trouble.saying(trouble.title(), words.textOr("conflict." + trouble.type(), trouble.detail())),
                    model,
                    response);
        } catch (ProblemException refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        }
        return page(null, model, words, response);
    }

    /** Whoever loads the address of a decision anew sees the list. */
    @GetMapping("/staff/messages/decision")
    String back() {
        return "redirect:/staff/messages?state=unknown";
    }

    private String page(@Nullable String cursor, Model model, Words words, HttpServletResponse response) {
        model.addAttribute("section", "messages");
        model.addAttribute("messages", new MessageView.Texts(false, List.of()));
        try {
            NotificationApi.Messages page = notification.inState(UNKNOWN, cursor);
            model.addAttribute("messages", new MessageView.Maker(words, clock).of(page.items()));
            model.addAttribute("next", page.next());
        } catch (ServiceProblem refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        } catch (ProblemException refusal) {
            troubled(troubles.of(refusal, words.locale()), model, response);
        }
        return "gateway/staff/messages";
    }

    private static void troubled(Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(trouble.status());
    }
}

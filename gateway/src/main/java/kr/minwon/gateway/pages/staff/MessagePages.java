package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.ResponseBody;

/** Texts whose fate nobody knows, and how an answer would look as a text. */
@Controller
class MessagePages {
    private static final String UNKNOWN = "unknown";
    private static final Set<String> DECISIONS = Set.of("resend", "leave");
    private static final int LONGEST_PREVIEW = 10_000;

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

    /** How a text would go out, in a sentence; empty when nobody can tell now. */
    @PostMapping(path = "/staff/messages/preview", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String preview(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String subject,
            @ModelAttribute("words") Words words) {
        if (text.isBlank() || text.length() > LONGEST_PREVIEW || subject.length() > LONGEST_PREVIEW) {
            return "";
        }
        try {
            return sentence(
                    notification.preview(
                            new NotificationApi.PreviewRequest(text, subject.isBlank() ? null : subject.strip())),
                    words);
        } catch (ServiceProblem | ProblemException away) {
            return "";
        }
    }

    private static String sentence(NotificationApi.Preview preview, Words words) {
        List<String> unencodable = preview.unencodable();
        if (unencodable != null && !unencodable.isEmpty()) {
            Map<String, String> replacements =
                    Objects.requireNonNullElse(preview.suggestions(), List.<NotificationApi.Suggestion>of()).stream()
                            .collect(Collectors.toMap(
                                    NotificationApi.Suggestion::character, NotificationApi.Suggestion::replacement));
            return words.text(
                    "preview.unencodable",
                    unencodable.stream()
                            .map(character -> advised(character, replacements.get(character), words))
                            .collect(Collectors.joining(", ")));
        }
        Integer bytes = preview.bytes();
        return bytes == null ? "" : words.text("preview.bytes", bytes, words.textOr("preview." + preview.type(), ""));
    }

    private static String advised(String character, @Nullable String replacement, Words words) {
        if (replacement == null) {
            return character;
        }
        return replacement.isEmpty()
                ? words.text("preview.leave-out", name(character))
                : words.text(
                        "preview.replace",
                        name(character),
                        replacement.isBlank() ? words.text("preview.space") : replacement);
    }

    /** What cannot be seen is called by its number. */
    private static String name(String character) {
        int point = character.codePointAt(0);
        boolean seen = switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.SURROGATE -> false;
            default -> true;
        };
        return seen ? character : "U+%04X".formatted(point);
    }

    private static void troubled(Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(trouble.status());
    }
}

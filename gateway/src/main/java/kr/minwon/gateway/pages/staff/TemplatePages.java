package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.TemplateApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What residents are told: every step, and one text to change, which a second person approves. */
@Controller
@RequestMapping("/staff/templates")
class TemplatePages {
    /** A template's address: its step, language and channel. */
    static final String ONE = "/{step:[a-z_]+}/{language:[a-z]{2}}/{channel:sms|alimtalk}";

    private static final Set<String> OUTCOMES = Set.of("saved", "approved", "discarded", "tested");
    private static final int LONGEST = 10_000;

    private final TemplateApi templates;
    private final LongestValues longest;
    private final Callers callers;
    private final StaffMoves moves;
    private final Clock clock;

    TemplatePages(TemplateApi templates, LongestValues longest, Callers callers, StaffMoves moves, Clock pageClock) {
        this.templates = templates;
        this.longest = longest;
        this.callers = callers;
        this.moves = moves;
        this.clock = pageClock;
    }

    @ModelAttribute("section")
    String section() {
        return "templates";
    }

    /** Which template an address names. */
    record Key(String step, String language, String channel) {
        String address() {
            return "/staff/templates/" + step + "/" + language + "/" + channel;
        }
    }

    /** A text as it was typed. */
    record TypedForm(@Nullable String text, @Nullable String code) {}

    @GetMapping
    String list(Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        model.addAttribute("parts", List.of());
        moves.attempt(
                        () -> {
                            TemplateApi.Templates all = templates.all();
                            model.addAttribute("parts", TemplateView.list(all, words));
                            model.addAttribute("alimtalk", all.alimtalk());
                        },
                        model,
                        words,
                        response)
                .ifPresent(trouble -> model.addAttribute("trouble", trouble));
        return "gateway/staff/templates";
    }

    @GetMapping(ONE)
    String one(
            Key key,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String from,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        if (done != null && OUTCOMES.contains(done)) {
            model.addAttribute("done", words.text("templates.done." + done));
        }
        TypedForm typed = null;
        if (from != null) {
            TemplateApi.Past past = templates.version(key.step(), key.language(), key.channel(), from);
            typed = new TypedForm(past.text(), past.code());
            model.addAttribute("from", past.version());
        }
        return page(key, typed, model, words, response);
    }

    @PostMapping(ONE + "/draft")
    String draft(
            Key key, TypedForm typed, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        return changed(
                key,
                "saved",
                () -> templates.draft(
                        key.step(),
                        key.language(),
                        key.channel(),
                        new TemplateApi.DraftRequest(said(typed.text()), typed.code())),
                typed,
                model,
                words,
                response);
    }

    /** Shows the text that is typed, filled, and keeps it. */
    @PostMapping(ONE + "/preview")
    String preview(
            Key key,
            TypedForm typed,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        moves.attempt(
                        () -> {
                            TemplateApi.Preview preview = previewed(key, said(typed.text()), request);
                            model.addAttribute("faults", preview.faults());
                            if (preview.everyday() != null && preview.longest() != null) {
                                model.addAttribute("everyday", TemplateView.filled(preview.everyday(), words));
                                model.addAttribute("longest", TemplateView.filled(preview.longest(), words));
                            }
                        },
                        model,
                        words,
                        response)
                .ifPresent(trouble -> note(trouble, model));
        return page(key, typed, model, words, response);
    }

    /** How the text that is being typed would go out, in a sentence; empty when nobody can tell now. */
    @PostMapping(path = ONE + "/size", produces = "text/plain;charset=UTF-8")
    @ResponseBody
    String size(
            Key key,
            @RequestParam(defaultValue = "") String text,
            @ModelAttribute("words") Words words,
            HttpServletRequest request) {
        if (text.isBlank() || text.length() > LONGEST) {
            return "";
        }
        try {
            TemplateApi.Preview preview = previewed(key, text, request);
            if (preview.everyday() == null || preview.longest() == null) {
                return preview.faults().stream().map(TemplateApi.Fault::detail).collect(Collectors.joining(" "));
            }
            return words.text(
                    "templates.size",
                    TemplateView.size(preview.everyday(), words),
                    TemplateView.size(preview.longest(), words));
        } catch (ServiceProblem refusal) {
            return refusal.errors().stream()
                    .map(ServiceProblem.FieldError::detail)
                    .collect(Collectors.joining(" "));
        } catch (ProblemException away) {
            return "";
        }
    }

    private TemplateApi.Preview previewed(Key key, String text, HttpServletRequest request) {
        List<String> variables = templates.one(key.step(), key.language(), key.channel()).variables().stream()
                .map(TemplateApi.Variable::name)
                .toList();
        return templates.preview(
                key.step(),
                key.language(),
                key.channel(),
                new TemplateApi.PreviewRequest(
                        text, longest.of(callers.of(request).officeId(), variables)));
    }

    @PostMapping(ONE + "/approval")
    String approve(
            Key key,
            @RequestParam(defaultValue = "0") int revision,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        return changed(
                key,
                "approved",
                () -> templates.approve(key.step(), key.language(), key.channel(), new TemplateApi.Approval(revision)),
                null,
                model,
                words,
                response);
    }

    @PostMapping(ONE + "/discard")
    String discard(Key key, Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        return changed(
                key,
                "discarded",
                () -> templates.discard(key.step(), key.language(), key.channel()),
                null,
                model,
                words,
                response);
    }

    private String changed(
            Key key,
            String done,
            Runnable change,
            @Nullable TypedForm typed,
            Model model,
            Words words,
            HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(change, model, words, response);
        if (trouble.isEmpty()) {
            return "redirect:" + key.address() + "?done=" + done;
        }
        note(trouble.get(), model);
        return page(key, typed, model, words, response);
    }

    /** What is wrong with a field is said there. */
    static void note(Trouble trouble, Model model) {
        if (!(model.getAttribute("errors") instanceof FormErrors errors) || errors.isEmpty()) {
            model.addAttribute("trouble", trouble);
        }
    }

    String page(Key key, @Nullable TypedForm typed, Model model, Words words, HttpServletResponse response) {
        TemplateApi.Template one = templates.one(key.step(), key.language(), key.channel());
        TemplateView.Page page = TemplateView.of(one, words, clock);
        model.addAttribute("page", page);
        model.addAttribute("form", typed == null ? form(page) : typed);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", FormErrors.none());
        }
        return "gateway/staff/template";
    }

    /** Begins with what waits, else with what is told. */
    private static TypedForm form(TemplateView.Page page) {
        if (page.draft() != null) {
            return new TypedForm(page.draft().text(), page.draft().code());
        }
        return page.told() == null
                ? new TypedForm("", "")
                : new TypedForm(page.told().text(), page.told().code());
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}

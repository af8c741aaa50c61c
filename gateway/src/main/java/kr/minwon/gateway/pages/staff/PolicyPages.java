package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.minwon.gateway.clients.PolicyApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The office's policy: seen by staff; an administrator drafts one, compares it with past cases, and activates it. */
@Controller
@RequestMapping("/staff/policy")
class PolicyPages {
    private static final Set<String> OUTCOMES = Set.of("saved", "activated", "discarded", "takenBack");

    private final PolicyApi policies;
    private final StaffMoves moves;
    private final Clock clock;

    PolicyPages(PolicyApi policies, StaffMoves moves, Clock pageClock) {
        this.policies = policies;
        this.moves = moves;
        this.clock = pageClock;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String done,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        if (done != null && OUTCOMES.contains(done)) {
            model.addAttribute("done", words.text("policy.done." + done));
        }
        return page(null, model, words, response);
    }

    @PostMapping("/draft")
    String save(
            @RequestParam Map<String, String> typed,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        return changed(
                "saved",
                () -> policies.draft(PolicyForm.typed(typed, policies.policies().categories())
                        .body()),
                typed,
                model,
                words,
                response);
    }

    @PostMapping("/comparison")
    String compare(Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    PolicyApi.Comparison comparison = policies.compare();
                    model.addAttribute("comparison", PolicyView.of(comparison, words));
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        return page(null, model, words, response);
    }

    @PostMapping("/activation")
    String activate(
            @RequestParam(defaultValue = "") String version,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        return changed(
                "activated",
                () -> policies.activate(
                        at == null ? Map.of("version", version) : Map.of("version", version, "at", at),
                        RequestKeys.orNext(key)),
                null,
                model,
                words,
                response);
    }

    @PostMapping("/discard")
    String discard(Model model, @ModelAttribute("words") Words words, HttpServletResponse response) {
        return changed("discarded", policies::discard, null, model, words, response);
    }

    @PostMapping("/versions/{version:[0-9A-Za-z-]+}/undo")
    String undo(
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletResponse response) {
        return changed(
                "takenBack", () -> policies.undo(version, RequestKeys.orNext(key)), null, model, words, response);
    }

    private String changed(
            String done,
            Runnable change,
            @Nullable Map<String, String> typed,
            Model model,
            Words words,
            HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(change, model, words, response);
        if (trouble.isEmpty()) {
            return "redirect:/staff/policy?done=" + done;
        }
        // What is wrong is said at the fields of the form; a draft that has grown old is still in it.
        if (!(model.getAttribute("errors") instanceof FormErrors errors) || errors.isEmpty()) {
            model.addAttribute("trouble", trouble.get());
        }
        return page(typed, model, words, response);
    }

    private String page(@Nullable Map<String, String> typed, Model model, Words words, HttpServletResponse response) {
        FormErrors wrong = model.getAttribute("errors") instanceof FormErrors known ? known : FormErrors.none();
        model.addAttribute("section", "policy");
        model.addAttribute("key", RequestKeys.next());
        model.addAttribute("page", PolicyView.Page.EMPTY);
        model.addAttribute(
                "tomorrow",
                clock.instant().atZone(SeoulMoment.ZONE).toLocalDate().plusDays(1));
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    PolicyApi.Policies all = policies.policies();
                    model.addAttribute("page", PolicyView.of(all, words));
                    model.addAttribute("kinds", all.petitionKinds());
                    PolicyForm form = form(typed, all);
                    model.addAttribute("form", form);
                    model.addAttribute("errors", wrong.inOrder(form.order()));
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> model.addAttribute("trouble", one));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", FormErrors.none());
        }
        return "gateway/staff/policy";
    }

    private static PolicyForm form(@Nullable Map<String, String> typed, PolicyApi.Policies all) {
        if (typed != null || all.versions().isEmpty()) {
            return PolicyForm.typed(typed == null ? Map.of() : typed, all.categories());
        }
        PolicyApi.Version draft = all.draft();
        return draft == null
                ? PolicyForm.of(all.versions().getLast(), all.categories(), false)
                : PolicyForm.of(draft, all.categories(), true);
    }
}

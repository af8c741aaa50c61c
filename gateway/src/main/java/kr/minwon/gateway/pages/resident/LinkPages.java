package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.ComplaintApi.AskedByLink;
import kr.minwon.gateway.clients.MultipartFiling;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page behind a link in a text: the one thing that is asked, and the one answer. Nothing else of the case is shown. */
@Controller
@RequestMapping("/s/{token:[A-Za-z0-9_-]{20,60}}")
class LinkPages {
    private static final String VIEW = "gateway/link";
    private static final int WRONG = 422;

    private final ComplaintApi complaints;
    private final Limits limits;
    private final Trouble.Teller troubles;
    private final Clock clock;

    LinkPages(ComplaintApi complaints, Limits limits, Trouble.Teller troubles, Clock pageClock) {
        this.complaints = complaints;
        this.limits = limits;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    /**
     * What is asked, in words.
     *
     * @param until until when a supplement is to come
     * @param due the deadline that a consent would bring
     * @param texted whether the supplement came by a text, so that only its photos may follow
     */
    record AskedView(
            String number,
            @Nullable String title,
            boolean supplement,
            boolean details,
            @Nullable String request,
            @Nullable String until,
            @Nullable String due,
            boolean canHaveMoreTime,
            boolean texted,
            @Nullable String department,
            @Nullable String contact) {}

    /** Search engines keep out of what is one person's. */
    @ModelAttribute("noindex")
    boolean noindex() {
        return true;
    }

    @ModelAttribute("section")
    String section() {
        return "lookup";
    }

    @GetMapping
    String show(
            @PathVariable String token,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        return shown(token, null, model, words, request, response);
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            SupplyForm form,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean details = form.isMove("details");
        if ((form.isMove("supply") || details) && form.isEmpty()) {
            String missing = words.text(details ? "link.details-missing" : "link.text-missing");
            model.addAttribute("errors", FormErrors.none().add(details ? "address" : "text", missing));
            response.setStatus(WRONG);
            return shown(token, form, model, words, request, response);
        }
        try {
            limits.checkLookup(request);
            AskedByLink after = send(token, form);
            model.addAttribute("done", words.text("link.done." + done(form)));
            model.addAttribute("asked", form.isMove("more-time") ? view(after, words) : null);
            model.addAttribute("key", RequestKeys.next());
            return VIEW;
        } catch (ServiceProblem refusal) {
            FormErrors errors = new FormErrors();
            refusal.errors().forEach(error -> errors.add(error.field(), error.detail()));
            if (refusal.type().startsWith("photo-")) {
                errors.add("photos", refusal.detail());
            }
            if (errors.isEmpty()) {
                return troubled(refusal, model, words, request, response);
            }
            model.addAttribute("errors", errors);
            response.setStatus(refusal.status());
            return shown(token, form, model, words, request, response);
        } catch (ProblemException refusal) {
            return troubled(troubles.of(refusal, words.locale()), model, response);
        }
    }

    private AskedByLink send(String token, SupplyForm form) {
        String key = RequestKeys.orNext(form.key());
        if (form.isMove("more-time")) {
            return complaints.answerLink(token, Map.of("moreTime", true), key);
        }
        if (form.isMove("agree") || form.isMove("disagree")) {
            return complaints.answerLink(token, Map.of("agree", form.isMove("agree")), key);
        }
        if (form.isMove("details")) {
            return form.chosenPhotos().isEmpty()
                    ? complaints.answerLink(token, Map.of("address", form.place(), "text", form.words()), key)
                    : complaints.answerLink(
                            token, MultipartFiling.details(form.place(), form.words(), form.chosenPhotos()), key);
        }
        return form.chosenPhotos().isEmpty()
                ? complaints.answerLink(token, Map.of("text", form.words()), key)
                : complaints.answerLink(token, MultipartFiling.answer(form.words(), form.chosenPhotos()), key);
    }

    private static String done(SupplyForm form) {
        String move = String.valueOf(form.move());
        return switch (move) {
            case "more-time", "agree", "disagree", "details" -> move;
            default -> "supply";
        };
    }

    private String shown(
            String token,
            @Nullable SupplyForm form,
            Model model,
            Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("key", RequestKeys.orNext(form == null ? null : form.key()));
        model.addAttribute("form", form);
        try {
            limits.checkLookup(request);
            model.addAttribute("asked", view(complaints.link(token), words));
            return VIEW;
        } catch (ServiceProblem refusal) {
            return troubled(refusal, model, words, request, response);
        } catch (ProblemException refusal) {
            return troubled(troubles.of(refusal, words.locale()), model, response);
        }
    }

    private String troubled(
            ServiceProblem refusal,
            Model model,
            Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (refusal.is("link-unknown")) {
            limits.lookupFailed(request);
        }
        return troubled(troubles.of(refusal, words.locale()), model, response);
    }

    private static String troubled(Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        model.addAttribute("asked", null);
        response.setStatus(trouble.status());
        return VIEW;
    }

    private AskedView view(AskedByLink asked, Words words) {
        Integer times = asked.moreTime();
        return new AskedView(
                asked.receiptNumber(),
                asked.title(),
                asked.action().equals("supplement"),
                asked.action().equals("details"),
                asked.request(),
                moment(asked.answerBy(), words),
                moment(asked.dueAt(), words),
                times != null && times < 2,
                Boolean.TRUE.equals(asked.texted()),
                asked.department() == null ? null : asked.department().name(),
                asked.department() == null ? null : asked.department().contact());
    }

    private @Nullable String moment(@Nullable String iso, Words words) {
        return SeoulMoment.of(iso).map(at -> at.spoken(words, clock)).orElse(null);
    }
}

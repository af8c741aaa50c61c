package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.MultipartFiling;
import kr.minwon.gateway.clients.Receipt;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.RequestKeys;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Files a complaint. Whatever goes wrong, the form comes back with everything that was typed. Sent twice, by a double
 * click or because nobody knows whether the first arrived, it is one complaint: the form carries its idempotency key.
 *
 * <p>A filing ends in a redirect to the receipt, so that loading it again sends nothing again; the code travels in the
 * case's sealed cookie, never in the URL.
 */
@Controller
class FilingPages {
    private static final String VIEW = "gateway/new";
    private static final int WRONG = 422;
    private static final int TOO_LARGE = 413;
    private static final String HTMX = "HX-Request";

    private final ComplaintApi complaints;
    private final CategoryChoices categories;
    private final CaseCookies cookies;
    private final Callers callers;
    private final Limits limits;
    private final Trouble.Teller troubles;

    FilingPages(
            ComplaintApi complaints,
            CategoryChoices categories,
            CaseCookies cookies,
            Callers callers,
            Limits limits,
            Trouble.Teller troubles) {
        this.complaints = complaints;
        this.categories = categories;
        this.cookies = cookies;
        this.callers = callers;
        this.limits = limits;
        this.troubles = troubles;
    }

    @ModelAttribute("section")
    String section() {
        return "new";
    }

    @GetMapping("/complaints/new")
    String form(Model model, @ModelAttribute("words") Words words) {
        return show(FilingForm.empty(), model, words);
    }

    @GetMapping("/complaints")
    String elsewhere() {
        return "redirect:/complaints/new";
    }

    @PostMapping("/complaints")
    @Nullable
    String file(
            FilingForm typed,
            Model model,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        FilingForm form = typed.keyed(typed.key());
        FormErrors missing = form.missing(words);
        if (!missing.isEmpty()) {
            return again(form, missing, model, words, response);
        }
        if (form.toBePublic() && !"yes".equals(form.warned()) && PersonalData.in(form.title(), form.body())) {
            model.addAttribute("exposed", true);
            response.setStatus(WRONG);
            return show(form, model, words);
        }
        try {
            limits.file(request, callers.of(request));
            return filed(send(form, words.locale().getLanguage()), request, response);
        } catch (ServiceProblem refusal) {
            return refused(form, refusal, model, words, response);
        } catch (ProblemException refusal) {
            return troubled(form, troubles.of(refusal, locale), model, words, response);
        }
    }

    private Receipt send(FilingForm form, String language) {
        String key = RequestKeys.orNext(form.key());
        return form.chosenPhotos().isEmpty()
                ? complaints.file(form.filing(language), key)
                : complaints.file(MultipartFiling.of(form.filing(language), form.chosenPhotos()), key);
    }

    private @Nullable String filed(Receipt receipt, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookies.open(receipt.receiptNumber(), receipt.lookupCode()).toString());
        String to = "/complaints/" + receipt.receiptNumber() + "/receipt";
        if (request.getHeader(HTMX) == null) {
            return "redirect:" + to;
        }
        // htmx would follow a redirect silently and put the receipt into the form.
        response.setHeader("HX-Redirect", to);
        return null;
    }

    private String refused(
            FilingForm form, ServiceProblem refusal, Model model, Words words, HttpServletResponse response) {
        FormErrors errors = errors(form, refusal, words);
        if (!errors.isEmpty()) {
            return again(form, errors, model, words, response);
        }
        Trouble trouble = troubles.of(refusal, words.locale());
        if (refusal.is("idempotency-key-reused")) {
            // The first sending arrived; what is typed now is something else, under a key of its own.
            return troubled(
                    form.keyed(null),
                    trouble.saying(words.text("new.key-used.title"), words.text("new.key-used.detail")),
                    model,
                    words,
                    response);
        }
        return troubled(form, trouble, model, words, response);
    }

    private static FormErrors errors(FilingForm form, ServiceProblem refusal, Words words) {
        FormErrors errors = new FormErrors();
        refusal.errors().forEach(error -> errors.add(FilingForm.pageField(error.field()), error.detail()));
        if (refusal.type().startsWith("photo-")) {
            errors.add("photos", refusal.detail());
        }
        if (refusal.status() == TOO_LARGE && !form.chosenPhotos().isEmpty()) {
            errors.add("photos", words.text("new.photos.over"));
        }
        return errors;
    }

    private String troubled(FilingForm form, Trouble trouble, Model model, Words words, HttpServletResponse response) {
        Trouble told = trouble.type().equals("service-slow")
                ? trouble.saying(words.text("new.slow.title"), words.text("new.slow.detail"))
                : trouble;
        model.addAttribute("trouble", told.keeping());
        response.setStatus(told.status());
        return show(form, model, words);
    }

    private String again(FilingForm form, FormErrors errors, Model model, Words words, HttpServletResponse response) {
        model.addAttribute("errors", errors.inOrder(FilingForm.FIELDS));
        response.setStatus(WRONG);
        return show(form, model, words);
    }

    private String show(FilingForm form, Model model, Words words) {
        model.addAttribute("form", form);
        model.addAttribute("categories", categories.choices(words));
        return VIEW;
    }
}

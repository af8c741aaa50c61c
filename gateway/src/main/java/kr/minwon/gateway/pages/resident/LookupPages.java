package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.pages.FormErrors;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Opens a case by its number and code. An unknown number and a wrong code get the same answer. */
@Controller
class LookupPages {
    private static final String VIEW = "gateway/lookup";
    private static final int WRONG = 422;

    private final ComplaintApi complaints;
    private final CaseCookies cookies;
    private final Limits limits;
    private final Trouble.Teller troubles;

    LookupPages(ComplaintApi complaints, CaseCookies cookies, Limits limits, Trouble.Teller troubles) {
        this.complaints = complaints;
        this.cookies = cookies;
        this.limits = limits;
        this.troubles = troubles;
    }

    @ModelAttribute("section")
    String section() {
        return "lookup";
    }

    /** @param receiptNumber filled in when a case's page was asked for without its code */
    @GetMapping("/complaints/lookup")
    String form(
            @RequestParam(required = false) @Nullable String receiptNumber,
            @RequestParam(required = false) @Nullable String left,
            Model model,
            @ModelAttribute("words") Words words) {
        Numbers.of(receiptNumber).ifPresent(number -> {
            model.addAttribute("receiptNumber", number);
            if (left == null) {
                model.addAttribute("again", true);
            }
        });
        if (left != null) {
            model.addAttribute("done", words.text("lookup.left"));
        }
        return VIEW;
    }

    @PostMapping("/complaints/lookup")
    String open(
            @RequestParam(defaultValue = "") String receiptNumber,
            @RequestParam(defaultValue = "") String code,
            Model model,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("receiptNumber", receiptNumber);
        Optional<String> number = Numbers.of(receiptNumber);
        FormErrors errors = wrong(receiptNumber, number.isPresent(), code, words);
        if (!errors.isEmpty()) {
            model.addAttribute("errors", errors);
            response.setStatus(WRONG);
            return VIEW;
        }
        try {
            limits.checkLookup(request);
            String opened =
                    complaints.lookUp(number.orElseThrow(), code.strip()).receiptNumber();
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookies.open(opened, code.strip()).toString());
            return "redirect:/complaints/" + opened;
        } catch (ServiceProblem refusal) {
            boolean wrong = refusal.is("complaint-not-found");
            if (wrong) {
                limits.lookupFailed(request);
            }
            Trouble trouble = troubles.of(refusal, locale);
            return troubled(
                    wrong
                            ? trouble.saying(
                                    words.text("lookup.not-found.title"), words.text("lookup.not-found.detail"))
                            : trouble,
                    model,
                    response);
        } catch (ProblemException refusal) {
            return troubled(troubles.of(refusal, locale), model, response);
        }
    }

    private static String troubled(Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(trouble.status());
        return VIEW;
    }

    private static FormErrors wrong(String typed, boolean isNumber, String code, Words words) {
        FormErrors errors = new FormErrors();
        if (typed.isBlank()) {
            errors.add("receiptNumber", words.text("lookup.number-missing"));
        } else if (!isNumber) {
            errors.add("receiptNumber", words.text("lookup.number-wrong"));
        }
        if (code.isBlank()) {
            errors.add("code", words.text("lookup.code-missing"));
        }
        return errors;
    }
}

package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.ConsentApi;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.VerificationApi;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's own complaints without their numbers and codes: by a code texted to the phone they were filed with. What vouches for
 * the phone is kept in a cookie of these pages only, sealed by the service, until the browser closes or it expires.
 */
@Controller
class MinePages {
    static final String COOKIE = "__Secure-phone";

    private static final String PATH = "/complaints/mine";
    private static final String PHONE_VIEW = "gateway/mine-phone";
    private static final String CODE_VIEW = "gateway/mine-code";
    private static final String LIST_VIEW = "gateway/mine";
    private static final String BACK = "redirect:" + PATH;
    private static final String ID = "[0-9a-f]{32}";
    private static final int WRONG = 422;

    private final VerificationApi verification;
    private final ComplaintApi complaints;
    private final ConsentApi consents;
    private final CaseCookies cookies;
    private final Limits limits;
    private final Trouble.Teller troubles;
    private final Clock clock;

    MinePages(
            VerificationApi verification,
            ComplaintApi complaints,
            ConsentApi consents,
            CaseCookies cookies,
            Limits limits,
            Trouble.Teller troubles,
            Clock pageClock) {
        this.verification = verification;
        this.complaints = complaints;
        this.consents = consents;
        this.cookies = cookies;
        this.limits = limits;
        this.troubles = troubles;
        this.clock = pageClock;
    }

    @ModelAttribute("section")
    String section() {
        return "lookup";
    }

    /** One of them, as it is listed. */
    record Line(String number, String title, @Nullable String status, String filed) {}

    /**
     * Whether texts are sent, and what was said about it.
     *
     * @param lines sentences, the latest first
     */
    record Wishes(boolean told, List<String> lines) {
        static Wishes of(ConsentApi.Consents said, Words words, Clock clock) {
            List<String> lines = said.entries().reversed().stream()
                    .map(one -> words.text(
                            "mine.texts." + (one.given() ? "given" : "withdrawn") + "." + one.channel(),
                            SeoulMoment.of(one.at())
                                    .map(moment -> moment.spoken(words, clock))
                                    .orElse("")))
                    .toList();
            return new Wishes(said.caseNotices(), lines);
        }
    }

    @GetMapping(PATH)
    String mine(
            @RequestParam(required = false) @Nullable String said,
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            Model model,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletResponse response) {
        if (token == null) {
            return PHONE_VIEW;
        }
        if (said != null) {
            model.addAttribute("done", words.text("mine.texts.done"));
        }
        try {
            List<Line> lines = complaints.mine(token).items().stream()
                    .map(one -> new Line(
                            one.receiptNumber(),
                            one.title(),
                            words.text("status." + one.status()),
                            SeoulMoment.of(one.submittedAt())
                                    .map(moment -> moment.spoken(words, clock))
                                    .orElse("")))
                    .toList();
            model.addAttribute("lines", lines);
            model.addAttribute("wishes", Wishes.of(consents.mine(token), words, clock));
            return LIST_VIEW;
        } catch (ServiceProblem refusal) {
            if (refusal.is("phone-not-verified")) {
                response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0).toString());
                model.addAttribute("again", true);
                return PHONE_VIEW;
            }
            return troubled(PHONE_VIEW, troubles.of(refusal, locale), model, response);
        }
    }

    @PostMapping(PATH + "/code")
    String send(
            @RequestParam(defaultValue = "") String phone,
            Model model,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("phone", phone);
        if (phone.isBlank()) {
            return wrong(PHONE_VIEW, "phone", words.text("mine.phone-missing"), model, response);
        }
        try {
            limits.sendCode(request);
            VerificationApi.Sent sent = verification.send(new VerificationApi.Phone(phone.strip()));
            model.addAttribute("id", sent.verificationId());
            return CODE_VIEW;
        } catch (ServiceProblem refusal) {
            return refused(PHONE_VIEW, "phone", refusal, model, locale, response);
        } catch (ProblemException refusal) {
            return troubled(PHONE_VIEW, troubles.of(refusal, locale), model, response);
        }
    }

    @PostMapping(PATH + "/check")
    String check(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            Model model,
            @ModelAttribute("words") Words words,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("phone", phone);
        model.addAttribute("id", id);
        if (!id.matches(ID)) {
            return BACK;
        }
        if (code.isBlank()) {
            return wrong(CODE_VIEW, "code", words.text("mine.code-missing"), model, response);
        }
        try {
            limits.checkLookup(request);
            VerificationApi.Verified verified = verification.check(id, new VerificationApi.Code(code.strip()));
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookie(verified.phoneToken(), -1).toString());
            return BACK;
        } catch (ServiceProblem refusal) {
            if (refusal.is("wrong-code") || refusal.is("code-over")) {
                limits.lookupFailed(request);
            }
            if (refusal.is("wrong-code")) {
                return wrong(CODE_VIEW, "code", refusal.detail(), model, response);
            }
            return refused(refusal.is("code-over") ? PHONE_VIEW : CODE_VIEW, "code", refusal, model, locale, response);
        } catch (ProblemException refusal) {
            return troubled(CODE_VIEW, troubles.of(refusal, locale), model, response);
        }
    }

    /** Opens one of them as its look-up code would. */
    @PostMapping(PATH + "/{receiptNumber:" + Numbers.SHAPE + "}")
    String open(
            @PathVariable String receiptNumber,
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (token == null) {
            return BACK;
        }
        try {
            Optional<ComplaintApi.MyComplaint> own = complaints.mine(token).items().stream()
                    .filter(one -> one.receiptNumber().equals(receiptNumber))
                    .findFirst();
            if (own.isEmpty()) {
                return BACK;
            }
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookies.open(receiptNumber, own.get().lookupCode()).toString());
            return "redirect:/complaints/" + receiptNumber;
        } catch (ServiceProblem refusal) {
            // The list says it better, and asks for the phone again when that is what is wrong.
            return refusal.is("phone-not-verified")
                    ? BACK
                    : troubled(PHONE_VIEW, troubles.of(refusal, locale), model, response);
        }
    }

    /** No more texts of one's cases, or texts again. */
    @PostMapping(PATH + "/texts")
    String texts(
            @RequestParam boolean given,
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (token == null) {
            return BACK;
        }
        try {
            consents.say(token, new ConsentApi.Consent("caseNotices", given));
            return BACK + "?said=yes#texts";
        } catch (ServiceProblem refusal) {
            return refusal.is("phone-not-verified")
                    ? BACK
                    : troubled(PHONE_VIEW, troubles.of(refusal, locale), model, response);
        }
    }

    @PostMapping(PATH + "/leave")
    String leave(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0).toString());
        return "redirect:/complaints/lookup?left";
    }

    private String refused(
            String view,
            String field,
            ServiceProblem refusal,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Optional<String> atField = refusal.errors().stream()
                .filter(error -> error.field().equals(field))
                .map(ServiceProblem.FieldError::detail)
                .findFirst();
        return atField.isPresent()
                ? wrong(view, field, atField.get(), model, response)
                : troubled(view, troubles.of(refusal, locale), model, response);
    }

    private static String wrong(String view, String field, String sentence, Model model, HttpServletResponse response) {
        model.addAttribute("errors", FormErrors.none().add(field, sentence));
        response.setStatus(WRONG);
        return view;
    }

    private static String troubled(String view, Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(trouble.status());
        return view;
    }

    private static ResponseCookie cookie(String value, long maxAge) {
        return ResponseCookie.from(COOKIE, value)
                .path(PATH)
                .maxAge(maxAge)
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }
}

package kr.minwon.gateway.pages.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import kr.minwon.gateway.clients.TemplateApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.PhoneCodes;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.gateway.pages.staff.TemplatePages.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sends a text to the phone of who writes it: by a code, once, which shows that it is theirs. What vouches for the phone is
 * kept in a cookie of these pages, sealed by the service.
 */
@Controller
@RequestMapping("/staff/templates")
class TemplateTestPages {
    static final String COOKIE = "__Secure-test-phone";

    private static final int WRONG = 422;

    private final TemplateApi templates;
    private final PhoneCodes codes;
    private final TemplatePages pages;
    private final StaffMoves moves;

    TemplateTestPages(TemplateApi templates, PhoneCodes codes, TemplatePages pages, StaffMoves moves) {
        this.templates = templates;
        this.codes = codes;
        this.pages = pages;
        this.moves = moves;
    }

    @ModelAttribute("section")
    String section() {
        return "templates";
    }

    /** Sends a code to a phone, or the text itself when the phone is known. */
    @PostMapping(TemplatePages.ONE + "/test")
    String test(
            Key key,
            @RequestParam(defaultValue = "active") String of,
            @RequestParam(defaultValue = "") String phone,
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (phone.isBlank()) {
            return token == null
                    ? wrong(key, "phone", words.text("mine.phone-missing"), model, words, response)
                    : sent(key, of, token, model, words, response);
        }
        model.addAttribute("testPhone", phone);
        Optional<Trouble> trouble = moves.attempt(
                () -> {
                    model.addAttribute("testId", codes.send(phone, request).verificationId());
                    model.addAttribute("testOf", of);
                },
                model,
                words,
                response);
        trouble.ifPresent(one -> TemplatePages.note(one, model));
        return pages.page(key, null, model, words, response);
    }

    /** Takes the code, and sends the text. */
    @PostMapping(TemplatePages.ONE + "/test/check")
    String check(
            Key key,
            @RequestParam(defaultValue = "active") String of,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            Model model,
            @ModelAttribute("words") Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!PhoneCodes.isId(id)) {
            return "redirect:" + key.address();
        }
        model.addAttribute("testPhone", phone);
        model.addAttribute("testId", id);
        model.addAttribute("testOf", of);
        String[] token = new String[1];
        Optional<Trouble> trouble =
                moves.attempt(() -> token[0] = codes.check(id, code, request, response), model, words, response);
        if (trouble.isPresent()) {
            TemplatePages.note(trouble.get(), model);
            return pages.page(key, null, model, words, response);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token[0], -1).toString());
        return sent(key, of, token[0], model, words, response);
    }

    private String sent(Key key, String of, String token, Model model, Words words, HttpServletResponse response) {
        Optional<Trouble> trouble = moves.attempt(
                () -> templates.test(key.step(), key.language(), key.channel(), new TemplateApi.Test(of), token),
                model,
                words,
                response);
        if (trouble.isEmpty()) {
            return "redirect:" + key.address() + "?done=tested";
        }
        if (trouble.get().type().equals("phone-not-verified")) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0).toString());
        }
        TemplatePages.note(trouble.get(), model);
        return pages.page(key, null, model, words, response);
    }

    private String wrong(
            Key key, String field, String sentence, Model model, Words words, HttpServletResponse response) {
        model.addAttribute("errors", FormErrors.none().add(field, sentence));
        response.setStatus(WRONG);
        return pages.page(key, null, model, words, response);
    }

    private static ResponseCookie cookie(String value, long maxAge) {
        return PhoneCodes.cookie(COOKIE, "/staff/templates", value, maxAge);
    }
}

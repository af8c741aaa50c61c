package kr.minwon.gateway.pages.resident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.clients.VerificationApi;
import kr.minwon.gateway.pages.FormErrors;
import kr.minwon.gateway.pages.PhoneCodes;
import kr.minwon.gateway.pages.Trouble;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The way into pages that belong to a phone: its number, then the code that was texted to it. What vouches for the phone is
 * kept in a cookie of those pages only, sealed by the service, until the browser closes or it expires.
 */
@Component
class PhoneDoor {
    static final String COOKIE = "__Secure-phone";

    private static final String CODE_VIEW = "gateway/mine-code";
    private static final int WRONG = 422;

    private final PhoneCodes codes;
    private final Trouble.Teller troubles;

    PhoneDoor(PhoneCodes codes, Trouble.Teller troubles) {
        this.codes = codes;
        this.troubles = troubles;
    }

    /**
     * Where the door leads.
     *
     * @param path of the page behind it; the forms go to {@code path/code} and {@code path/check}
     * @param phoneView asks for the number
     */
    record Way(String path, String phoneView) {
        ResponseCookie cookie(String value, long maxAge) {
            return PhoneCodes.cookie(COOKIE, path, value, maxAge);
        }

        /** Forgets the phone. */
        void close(HttpServletResponse response) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0).toString());
        }
    }

    /** Sends a code. */
    String send(
            Way way, String phone, Model model, Words words, HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("phone", phone);
        model.addAttribute("door", way.path());
        if (phone.isBlank()) {
            return wrong(way.phoneView(), "phone", words.text("mine.phone-missing"), model, response);
        }
        try {
            VerificationApi.Sent sent = codes.send(phone, request);
            model.addAttribute("id", sent.verificationId());
            model.addAttribute("onlyIfKnown", sent.onlyIfKnown());
            return CODE_VIEW;
        } catch (ServiceProblem refusal) {
            return refused(way.phoneView(), "phone", refusal, model, words, response);
        } catch (ProblemException refusal) {
            return troubled(way.phoneView(), troubles.of(refusal, words.locale()), model, response);
        }
    }

    /** Takes the code that was typed in. */
    String check(
            Way way,
            String id,
            String phone,
            String code,
            Model model,
            Words words,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("phone", phone);
        model.addAttribute("id", id);
        model.addAttribute("door", way.path());
        if (!PhoneCodes.isId(id)) {
            return "redirect:" + way.path();
        }
        if (code.isBlank()) {
            return wrong(CODE_VIEW, "code", words.text("mine.code-missing"), model, response);
        }
        try {
            String token = codes.check(id, code, request, response);
            response.addHeader(HttpHeaders.SET_COOKIE, way.cookie(token, -1).toString());
            return "redirect:" + way.path();
        } catch (ServiceProblem refusal) {
            if (refusal.is("wrong-code")) {
                return wrong(CODE_VIEW, "code", refusal.detail(), model, response);
            }
            return refused(
                    refusal.is("code-over") ? way.phoneView() : CODE_VIEW, "code", refusal, model, words, response);
        } catch (ProblemException refusal) {
            return troubled(CODE_VIEW, troubles.of(refusal, words.locale()), model, response);
        }
    }

    private String refused(
            String view, String field, ServiceProblem refusal, Model model, Words words, HttpServletResponse response) {
        Optional<String> atField = refusal.errors().stream()
                .filter(error -> error.field().equals(field))
                .map(ServiceProblem.FieldError::detail)
                .findFirst();
        return atField.isPresent()
                ? wrong(view, field, atField.get(), model, response)
                : troubled(view, troubles.of(refusal, words.locale()), model, response);
    }

    /** A page with what is wrong at a field. */
    static String wrong(String view, String field, String sentence, Model model, HttpServletResponse response) {
        model.addAttribute("errors", FormErrors.none().add(field, sentence));
        response.setStatus(WRONG);
        return view;
    }

    /** A page with what went wrong as a whole. */
    static String troubled(String view, Trouble trouble, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", trouble);
        response.setStatus(trouble.status());
        return view;
    }
}

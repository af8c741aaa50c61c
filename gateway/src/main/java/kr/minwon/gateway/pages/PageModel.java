package kr.minwon.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {
    private final MessageSource messages;

    PageModel(MessageSource messages) {
        this.messages = messages;
    }

    /** The reader's words, for controllers. */
    @ModelAttribute("words")
    Words words(Locale locale) {
        return new Words(messages, locale);
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request) {
        model.addAttribute("here", here(request));
        model.addAttribute("errors", FormErrors.none());
        // A page longer than the buffer is on its way before its form asks for the token: then no cookie could go
        // along.
        if (token(request) instanceof CsrfToken csrf) {
            csrf.getToken();
        }
    }

    private static @Nullable Object token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName());
    }

    /** Where the language links lead: this page, or the page whose form was sent. */
    private static String here(HttpServletRequest request) {
        return request.getRequestURI();
    }
}

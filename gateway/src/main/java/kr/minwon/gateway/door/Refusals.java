package kr.minwon.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kr.minwon.gateway.access.ApiPaths;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request that is not let through: a problem document for programs, the page {@code gateway/error} for
 * people. The page's model is {@code status}, {@code type} (the slug), {@code title}, {@code detail}, and
 * {@code retryAfter} in seconds when the client should come again.
 */
@Component
public class Refusals {
    /** The view that people are shown. */
    private static final String VIEW = "gateway/error";

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final Problems problems;
    private final JsonMapper json;
    private final LocaleResolver locales;
    private final ObjectProvider<ViewResolver> views;
    private final ObjectProvider<RefusalForm> forms;

    Refusals(
            Problems problems,
            JsonMapper json,
            LocaleResolver locales,
            ObjectProvider<ViewResolver> views,
            ObjectProvider<RefusalForm> forms) {
        this.problems = problems;
        this.json = json;
        this.locales = locales;
        this.views = views;
        this.forms = forms;
    }

    /** Answers with the problem, unless the answer is already on its way. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        refuse(request, response, problems.answer(problem, locales.resolveLocale(request)));
    }

    /** Answers for a failure that nobody caught, unless the answer is already on its way. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        refuse(request, response, Failures.answer(failure, problems, locales.resolveLocale(request)));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, ResponseEntity<ProblemDetail> answer)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        RefusalForm form = form(request);
        if (form != null) {
            form.refuse(request, response, answer);
            return;
        }
        response.setStatus(answer.getStatusCode().value());
        String wait = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        }
        if (!wantsPage(request) || !showPage(request, response, answer)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
        }
    }

    /** Whether the path has a form of its own for refusals. */
    boolean hasItsForm(HttpServletRequest request) {
        return form(request) != null;
    }

    private @Nullable RefusalForm form(HttpServletRequest request) {
        return forms.orderedStream()
                .filter(form -> form.takes(request))
                .findFirst()
                .orElse(null);
    }

    /** Whether a person is looking: not the API, and not a script that asked for JSON. */
    public static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !ApiPaths.isApi(request)
                && (accept == null || accept.contains(MediaType.TEXT_HTML_VALUE) || accept.contains("*/*"));
    }

    /** The model of the error page. */
    private static Map<String, Object> model(ResponseEntity<ProblemDetail> answer) {
        Map<String, Object> model = new HashMap<>();
        ProblemDetail document = answer.getBody();
        if (document != null) {
            model.put("status", document.getStatus());
            model.put("type", slug(document));
            model.put("title", String.valueOf(document.getTitle()));
            model.put("detail", String.valueOf(document.getDetail()));
        }
        String wait = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            model.put("retryAfter", wait);
        }
        return model;
    }

    private static String slug(ProblemDetail document) {
        String type = String.valueOf(document.getType());
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private boolean showPage(
            HttpServletRequest request, HttpServletResponse response, ResponseEntity<ProblemDetail> answer)
            throws IOException {
        // Rendered whole before a byte goes out: a broken page must not spoil the plain answer.
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        RequestAttributes outer = RequestContextHolder.getRequestAttributes();
        if (outer == null) {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        }
        try {
            View view = view(locales.resolveLocale(request));
            if (view == null) {
                return false;
            }
            view.render(model(answer), request, page);
        } catch (Exception e) {
            log.error("the error page cannot be shown", e);
            return false;
        } finally {
            RequestContextHolder.setRequestAttributes(outer);
        }
        page.copyBodyToResponse();
        return true;
    }

    private @Nullable View view(Locale locale) throws Exception {
        for (ViewResolver resolver : views.orderedStream().toList()) {
            View view = resolver.resolveViewName(VIEW, locale);
            if (view != null) {
                return view;
            }
        }
        return null;
    }
}

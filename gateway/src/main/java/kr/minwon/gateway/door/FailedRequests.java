package kr.minwon.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.minwon.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows people a page when something failed, before the JSON advice of controllers sees it; answers programs for
 * forwarded calls, which that advice never sees.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailedRequests implements HandlerExceptionResolver {
    private final Problems problems;
    private final Refusals refusals;
    private final LocaleResolver locales;

    FailedRequests(Problems problems, Refusals refusals, LocaleResolver locales) {
        this.problems = problems;
        this.refusals = refusals;
        this.locales = locales;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) {
            return null;
        }
        if (!Refusals.wantsPage(request)) {
            return handler instanceof HandlerMethod ? null : document(request, response, failure);
        }
        ResponseEntity<ProblemDetail> answer = Failures.answer(failure, problems, locales.resolveLocale(request));
        String wait = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        }
        HttpStatusCode status = answer.getStatusCode();
        return new ModelAndView(Refusals.VIEW, refusals.model(answer), status);
    }

    private @Nullable ModelAndView document(
            HttpServletRequest request, HttpServletResponse response, Exception failure) {
        try {
            refusals.refuse(request, response, failure);
            return new ModelAndView();
        } catch (IOException e) {
            // The client is gone; the container logs what it cares about.
            return new ModelAndView();
        }
    }
}

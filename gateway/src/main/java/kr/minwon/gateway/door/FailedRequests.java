package kr.minwon.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows people a page when something failed, before the JSON advice of controllers sees it; answers programs for
 * forwarded calls, which that advice never sees.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailedRequests implements HandlerExceptionResolver {
    private static final Logger log = LoggerFactory.getLogger(FailedRequests.class);

    private final Refusals refusals;

    FailedRequests(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean forAdvice =
                handler instanceof HandlerMethod && !Refusals.wantsPage(request) && !refusals.hasItsForm(request);
        if (response.isCommitted() || forAdvice) {
            return null;
        }
        try {
            response.resetBuffer();
            refusals.refuse(request, response, failure);
        } catch (IOException e) {
            log.debug("the client left before it was answered", e);
        }
        return new ModelAndView();
    }
}

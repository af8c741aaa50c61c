package kr.minwon.gateway.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers for what broke in a filter, before or around every controller. */
final class LastResort extends OncePerRequestFilter {
    private final Refusals refusals;

    LastResort(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception e) {
            if (response.isCommitted()) {
                // Half an answer is out: only closing the connection tells the client that it is broken.
                throw new IOException("the answer broke off", e);
            }
            response.resetBuffer();
            refusals.refuse(request, response, e);
        }
    }
}

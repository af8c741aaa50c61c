package kr.minwon.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.minwon.gateway.door.Refusals;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.problems.ProblemException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away an address that failed to sign in too often, before any password is hashed. */
final class SignInGate extends OncePerRequestFilter {
    private final Limits limits;
    private final Refusals refusals;

    SignInGate(Limits limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getRequestURI().equals(SecurityConfiguration.LOGIN));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limits.checkSignIn(request);
        } catch (ProblemException tooMany) {
            refusals.refuse(request, response, tooMany);
            return;
        }
        chain.doFilter(request, response);
    }
}

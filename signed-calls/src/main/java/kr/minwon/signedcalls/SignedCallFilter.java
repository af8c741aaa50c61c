package kr.minwon.signedcalls;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.problems.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only signed calls into a service, and of those only what the access table allows. */
final class SignedCallFilter extends OncePerRequestFilter {
    static final String CALLER = Caller.class.getName();

    private final CallVerifier verifier;
    private final AccessTable table;
    private final Problems problems;

    SignedCallFilter(CallVerifier verifier, AccessTable table, Problems problems) {
        this.verifier = verifier;
        this.table = table;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = request.getHeader(CallSigner.HEADER);
        Optional<Caller> caller = token == null ? Optional.empty() : verifier.verify(token);
        if (caller.isEmpty()) {
            refuse(ProblemType.NOT_SIGNED, request, response);
            return;
        }
        switch (table.decide(
                request.getMethod(), request.getRequestURI(), caller.get().role())) {
            case SIGN_IN -> refuse(ProblemType.NOT_SIGNED_IN, request, response);
            case FORBIDDEN -> refuse(ProblemType.FORBIDDEN, request, response);
            // What no row names is the dispatcher's to refuse (404, 405): it has no handler for it.
            case ALLOWED, UNKNOWN_PATH, UNKNOWN_METHOD -> {
                request.setAttribute(CALLER, caller.get());
                chain.doFilter(request, response);
            }
        }
    }

    private void refuse(ProblemType type, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(response, new ProblemException(type), request.getLocale());
    }
}

package kr.minwon.signedcalls;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.problems.Problems;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Lets only signed calls into a service, and of those only what the access table allows. */
final class SignedCallFilter extends OncePerRequestFilter {
    static final String CALLER = Caller.class.getName();
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

    private final CallVerifier verifier;
    private final AccessTable table;
    private final Problems problems;
    private final LocaleResolver locales;

    SignedCallFilter(CallVerifier verifier, AccessTable table, Problems problems, LocaleResolver locales) {
        this.verifier = verifier;
        this.table = table;
        this.problems = problems;
        this.locales = locales;
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
        String path = request.getRequestURI();
        switch (table.decide(request.getMethod(), path, caller.get().role())) {
            case SIGN_IN -> refuse(ProblemType.NOT_SIGNED_IN, request, response);
            case FORBIDDEN -> refuse(ProblemType.FORBIDDEN, request, response);
            case UNKNOWN_PATH -> {
                // What no row names the dispatcher refuses (404), or describes: but it reads a path decoded, and the
                // table as it is written, so an escaped letter would be a way around the table.
                if (PLAIN.matcher(path).matches()) {
                    pass(caller.get(), request, response, chain);
                } else {
                    refuse(ProblemType.NO_SUCH_PAGE, request, response);
                }
            }
            case ALLOWED, UNKNOWN_METHOD -> pass(caller.get(), request, response, chain);
        }
    }

    private static void pass(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(CALLER, caller);
        chain.doFilter(request, response);
    }

    private void refuse(ProblemType type, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(response, new ProblemException(type), locales.resolveLocale(request));
    }
}

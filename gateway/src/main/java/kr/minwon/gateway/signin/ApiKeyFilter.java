package kr.minwon.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.minwon.gateway.access.CallerAuthentication;
import kr.minwon.gateway.apikeys.ApiKey;
import kr.minwon.gateway.apikeys.ApiKeys;
import kr.minwon.gateway.door.Refusals;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer <key>}; a key that opens nothing is refused, whatever the call. */
final class ApiKeyFilter extends OncePerRequestFilter {
    private static final ProblemType BAD_API_KEY = new ProblemType("bad-api-key", 401);
    private static final Pattern BEARER =
            Pattern.compile("Bearer +([A-Za-z0-9._~+/=-]{16,200})", Pattern.CASE_INSENSITIVE);

    private final ApiKeys keys;
    private final Refusals refusals;

    ApiKeyFilter(ApiKeys keys, Refusals refusals) {
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKey> key = find(header);
        if (key.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            refusals.refuse(request, response, new ProblemException(BAD_API_KEY));
            return;
        }
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new CallerAuthentication(key.get().caller())));
        chain.doFilter(request, response);
    }

    private Optional<ApiKey> find(String header) {
        Matcher bearer = BEARER.matcher(header.strip());
        return bearer.matches() ? keys.bySecret(bearer.group(1)) : Optional.empty();
    }
}

package kr.minwon.gateway.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a request line that cannot be what it claims: broken escapes, text that is no UTF-8, methods nobody uses. */
final class WellFormed extends OncePerRequestFilter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int HEX = 16;

    private final Refusals refusals;

    WellFormed(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProblemType problem = problem(request);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            refusals.refuse(request, response, new ProblemException(problem));
        }
    }

    private static @Nullable ProblemType problem(HttpServletRequest request) {
        if (!request.getProtocol().startsWith("HTTP/1.1")
                && !request.getProtocol().startsWith("HTTP/1.0")
                && !request.getProtocol().startsWith("HTTP/2")) {
            return ProblemType.BAD_REQUEST;
        }
        if (!METHODS.contains(request.getMethod())) {
            return ProblemType.WRONG_METHOD;
        }
        ProblemType path = ofText(request.getRequestURI());
        String query = request.getQueryString();
        return path != null || query == null ? path : ofText(query);
    }

    private static @Nullable ProblemType ofText(String escaped) {
        if (escaped.indexOf('%') < 0) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
        for (int at = 0; at < escaped.length(); at++) {
            char letter = escaped.charAt(at);
            if (letter == '%') {
                int high = at + 2 < escaped.length() ? Character.digit(escaped.charAt(at + 1), HEX) : -1;
                int low = at + 2 < escaped.length() ? Character.digit(escaped.charAt(at + 2), HEX) : -1;
                if (high < 0 || low < 0) {
                    return ProblemType.BAD_REQUEST;
                }
                bytes.put((byte) (high * HEX + low));
                at += 2;
            } else {
                bytes.put((byte) letter);
            }
        }
        try {
            CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return text.chars().anyMatch(letter -> letter == 0) ? ProblemType.BAD_REQUEST : null;
        } catch (CharacterCodingException e) {
            return ProblemType.BROKEN_ENCODING;
        }
    }
}

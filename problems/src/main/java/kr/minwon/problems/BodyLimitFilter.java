package kr.minwon.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Refuses a body over the limit by its announced length, and cuts off one that announced none. */
final class BodyLimitFilter extends OncePerRequestFilter {
    /** The body went on past the limit. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        BodyTooLargeException() {
            super("body over the limit");
        }
    }

    private final ProblemLimits limits;
    private final Problems problems;
    private final LocaleResolver locales;

    BodyLimitFilter(ProblemLimits limits, Problems problems, LocaleResolver locales) {
        this.limits = limits;
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String contentType = request.getContentType();
        // Multipart bodies have limits of their own (spring.servlet.multipart).
        if (contentType != null && contentType.startsWith("multipart/")) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > limits.bodyBytes()) {
            problems.write(response, new ProblemException(ProblemType.BODY_TOO_LARGE), locales.resolveLocale(request));
        } else {
            chain.doFilter(new Limited(request, limits.bodyBytes()), response);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountingStream(super.getInputStream(), limit);
        }
    }

    private static final class CountingStream extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        CountingStream(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            return read < 0 ? read : count(1, read);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = body.read(into, from, length);
            return read < 0 ? read : count(read, read);
        }

        private int count(int bytes, int result) throws BodyTooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLargeException();
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}

package kr.minwon.gateway.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import kr.minwon.gateway.limits.LimitSettings;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body over the limit by its announced length, and cuts off one that announced none. Only a filing may carry
 * photos.
 */
final class BodyLimit extends OncePerRequestFilter {
    /** Where photos are taken: filings, and what a resident supplies later, by API or page. */
    private static final Pattern WITH_PHOTOS = Pattern.compile(
            "(/api/v1)?/complaints(/[0-9-]+/supplements)?|/api/v1/links/[A-Za-z0-9_-]+|/s/[A-Za-z0-9_-]+");

    private final LimitSettings limits;
    private final Refusals refusals;

    BodyLimit(LimitSettings limits, Refusals refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            refusals.refuse(request, response, new ProblemException(ProblemType.BODY_TOO_LARGE));
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Limited(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long limit(HttpServletRequest request) {
        String contentType = request.getContentType();
        boolean multipart =
                contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return multipart && WITH_PHOTOS.matcher(request.getRequestURI()).matches()
                ? limits.multipartBytes()
                : limits.bodyBytes();
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;
        private @Nullable ServletInputStream stream;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream counting = stream;
            if (counting == null) {
                counting = new CountingStream(super.getInputStream(), limit);
                stream = counting;
            }
            return counting;
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
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = body.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws BodyTooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLargeException();
            }
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

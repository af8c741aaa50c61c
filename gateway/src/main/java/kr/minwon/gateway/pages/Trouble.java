package kr.minwon.gateway.pages;

import java.util.Locale;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Why something could not be done, told on the page where it was tried.
 *
 * @param status the page's HTTP status
 * @param type the problem's slug, such as {@code already-claimed}
 * @param again when to try again, in words
 * @param kept whether what was typed is still on the page
 */
public record Trouble(
        int status,
        String type,
        String title,
        String detail,
        @Nullable String again,
        boolean kept) {
    private static final String PREFIX = "urn:minwon:problem:";
    private static final int SERVER_ERROR = 500;

    /** The same with other words. */
    public Trouble saying(String otherTitle, String otherDetail) {
        return new Trouble(status, type, otherTitle, otherDetail, again, kept);
    }

    /** The same on a page that keeps what was typed. */
    public Trouble keeping() {
        return new Trouble(status, type, title, detail, again, true);
    }

    /** Makes troubles from refusals. */
    @Component
    public static class Teller {
        private final Problems problems;
        private final OfficeDesk desk;

        Teller(Problems problems, OfficeDesk desk) {
            this.problems = problems;
            this.desk = desk;
        }

        /** What a service refused. */
        public Trouble of(ServiceProblem refusal, Locale locale) {
            if (refusal.title().isBlank() || refusal.detail().isBlank()) {
                throw refusal;
            }
            return of(refusal.answer(), locale);
        }

        /** What the gateway refused. */
        public Trouble of(ProblemException refusal, Locale locale) {
            return of(problems.answer(refusal, locale), locale);
        }

        private Trouble of(ResponseEntity<ProblemDetail> answer, Locale locale) {
            String wait = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
            ProblemDetail document = answer.getBody();
            if (document == null) {
                return new Trouble(SERVER_ERROR, "internal", "", "", null, false);
            }
            return new Trouble(
                    document.getStatus(),
                    String.valueOf(document.getType()).replace(PREFIX, ""),
                    String.valueOf(document.getTitle()),
                    String.valueOf(document.getDetail()),
                    wait == null ? null : desk.wait(wait, locale),
                    false);
        }
    }
}

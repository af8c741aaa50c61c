package kr.minwon.gateway.clients;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kr.minwon.problems.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A service refused; its problem document, as it was. */
public class ServiceProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "urn:minwon:problem:";

    /**
     * A field that was not right.
     *
     * @param field path of the field, such as {@code reporter.phone}
     * @param code stable name of what is wrong with it
     * @param detail a sentence for whoever filled it in
     */
    public record FieldError(String field, String code, String detail) {}

    /** The document on the wire. */
    record Document(
            @Nullable URI type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<FieldError> errors) {}

    private final int status;
    private final transient Document document;
    private final transient @Nullable Duration retryAfter;

    ServiceProblem(int status, Document document, @Nullable Duration retryAfter) {
        super(status + " " + document.type());
        this.status = status;
        this.document = document;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The slug of the type, such as {@code not-yet-routed}; {@code internal} when the service gave none of ours. */
    public String type() {
        String type = String.valueOf(document.type());
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : ProblemType.INTERNAL.slug();
    }

    /** A short title. */
    public String title() {
        return Optional.ofNullable(document.title()).orElse("");
    }

    /** A sentence that says what to do, in the language of the request. */
    public String detail() {
        return Optional.ofNullable(document.detail()).orElse("");
    }

    /** The fields that were not right; empty unless the type is {@code invalid-fields}. */
    public List<FieldError> errors() {
        return Optional.ofNullable(document.errors()).orElse(List.of());
    }

    /** When to try again, if the service said. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether it is this problem, by its slug. */
    public boolean is(String slug) {
        return type().equals(slug);
    }

    /** The refusal handed on, with the service's own sentences. */
    public ResponseEntity<ProblemDetail> answer() {
        ProblemDetail handedOn = ProblemDetail.forStatus(status);
        handedOn.setType(URI.create(PREFIX + type()));
        handedOn.setTitle(title());
        handedOn.setDetail(detail());
        if (!errors().isEmpty()) {
            handedOn.setProperty("errors", errors());
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration wait = retryAfter;
        if (wait != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        }
        return new ResponseEntity<>(handedOn, headers, status);
    }
}

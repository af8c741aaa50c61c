package kr.minwon.gateway.door;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import java.time.Duration;
import java.util.Locale;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.problems.Problems;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What an exception that nobody caught means for the one who asked. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final Duration STORE_RETRY = Duration.ofSeconds(5);
    private static final int MAX_DEPTH = 20;

    private Failures() {}

    /** The answer to a request that failed this way. */
    static ResponseEntity<ProblemDetail> answer(Throwable failure, Problems problems, Locale locale) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MAX_DEPTH; depth++, at = at.getCause()) {
            if (at instanceof ServiceProblem refusal) {
                return refusal.answer();
            }
        }
        return problems.answer(problem(failure), locale);
    }

    private static ProblemException problem(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < MAX_DEPTH; depth++, at = at.getCause()) {
            ProblemException known = known(at);
            if (known != null) {
                return known;
            }
        }
        log.error("unexpected failure of a request", failure);
        return new ProblemException(ProblemType.INTERNAL);
    }

    private static @Nullable ProblemException known(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof BodyTooLargeException || failure instanceof MaxUploadSizeExceededException) {
            return new ProblemException(ProblemType.BODY_TOO_LARGE);
        }
        // A form whose escapes are broken, or are no UTF-8.
        if (failure instanceof RequestRejectedException || failure instanceof InvalidParameterException) {
            return new ProblemException(ProblemType.BAD_REQUEST);
        }
        if (failure instanceof MongoException store && isAway(store)) {
            log.warn("store away: {}", store.getClass().getSimpleName());
            return new ProblemException(ProblemType.STORE_AWAY).retryAfter(STORE_RETRY);
        }
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return new ProblemException(ofStatus(response.getStatusCode()));
        }
        return null;
    }

    /** The problem that a bare status stands for. */
    static ProblemType ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> ProblemType.NOT_SIGNED_IN;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NO_SUCH_PAGE;
            case 405 -> ProblemType.WRONG_METHOD;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.WRONG_CONTENT_TYPE;
            default -> status.is4xxClientError() ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL;
        };
    }

    private static boolean isAway(MongoException store) {
        return store instanceof MongoSocketException
                || store instanceof MongoNotPrimaryException
                || store instanceof MongoClientException
                || store.hasErrorLabel("RetryableWriteError")
                || store.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
    }
}

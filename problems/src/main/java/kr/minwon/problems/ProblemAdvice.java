package kr.minwon.problems;

import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Turns every exception that leaves a controller into a problem; nothing of an unexpected one is shown. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration STORE_RETRY = Duration.ofSeconds(5);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onProblem(ProblemException problem, Locale locale) {
        return problems.answer(problem, locale);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        JacksonException.class,
    })
    ResponseEntity<ProblemDetail> onUnreadable(Exception unreadable, Locale locale) {
        Throwable tooLarge = cause(unreadable, BodyLimitFilter.BodyTooLargeException.class);
        if (tooLarge != null) {
            return answer(ProblemType.BODY_TOO_LARGE, locale);
        }
        if (cause(unreadable, CharacterCodingException.class) != null || isBadUtf8(unreadable)) {
            return answer(ProblemType.BROKEN_ENCODING, locale);
        }
        Throwable databind = cause(unreadable, DatabindException.class);
        if (databind instanceof DatabindException wrongShape
                && !wrongShape.getPath().isEmpty()) {
            FieldErrors errors = new FieldErrors().add(path(wrongShape), "wrong-kind");
            return problems.answer(new InvalidFieldsException(errors.all()), locale);
        }
        return answer(ProblemType.BROKEN_JSON, locale);
    }

    /** A query that is no text; the gateway refuses it before. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> onParameter(InvalidParameterException broken, Locale locale) {
        return answer(
                cause(broken, CharacterCodingException.class) == null
                        ? ProblemType.BAD_REQUEST
                        : ProblemType.BROKEN_ENCODING,
                locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onMethod(HttpRequestMethodNotSupportedException wrong, Locale locale) {
        return answer(ProblemType.WRONG_METHOD, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onContentType(HttpMediaTypeNotSupportedException wrong, Locale locale) {
        return answer(ProblemType.WRONG_CONTENT_TYPE, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onAccept(HttpMediaTypeNotAcceptableException wrong, Locale locale) {
        return answer(ProblemType.NOT_ACCEPTABLE, locale);
    }

    @ExceptionHandler({
        MaxUploadSizeExceededException.class,
        BodyLimitFilter.BodyTooLargeException.class,
    })
    ResponseEntity<ProblemDetail> onTooLarge(Exception large, Locale locale) {
        return answer(ProblemType.BODY_TOO_LARGE, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onMultipart(MultipartException broken, Locale locale) {
        return answer(
                cause(broken, BodyLimitFilter.BodyTooLargeException.class) == null
                        ? ProblemType.BAD_REQUEST
                        : ProblemType.BODY_TOO_LARGE,
                locale);
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestPartException.class,
    })
    ResponseEntity<ProblemDetail> onParameter(Exception bad, Locale locale) {
        return answer(ProblemType.BAD_REQUEST, locale);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<ProblemDetail> onUnknownPath(Exception unknown, Locale locale) {
        return answer(ProblemType.NO_SUCH_PAGE, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onStore(MongoException store, Locale locale) {
        if (isAway(store)) {
            log.warn("store away: {}", store.getClass().getSimpleName());
            return problems.answer(new ProblemException(ProblemType.STORE_AWAY).retryAfter(STORE_RETRY), locale);
        }
        return onAnything(store, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onAnything(Exception unexpected, Locale locale) {
        log.error("unexpected failure of a request", unexpected);
        return answer(ProblemType.INTERNAL, locale);
    }

    private static boolean isAway(MongoException store) {
        return store instanceof MongoSocketException
                || store instanceof MongoTimeoutException
                || store instanceof MongoNotPrimaryException
                || store instanceof MongoClientException
                || store.hasErrorLabel("RetryableWriteError")
                || store.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
    }

    private ResponseEntity<ProblemDetail> answer(ProblemType type, Locale locale) {
        return problems.answer(new ProblemException(type), locale);
    }

    private static boolean isBadUtf8(Exception unreadable) {
        Throwable read = cause(unreadable, StreamReadException.class);
        String message = read == null ? null : read.getMessage();
        return message != null && message.contains("Invalid UTF-8");
    }

    private static String path(DatabindException wrongShape) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : wrongShape.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static @Nullable Throwable cause(Throwable thrown, Class<? extends Throwable> wanted) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 20; depth++, at = at.getCause()) {
            if (wanted.isInstance(at)) {
                return at;
            }
        }
        return null;
    }
}

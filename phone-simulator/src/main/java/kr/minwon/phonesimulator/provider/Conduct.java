package kr.minwon.phonesimulator.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import kr.minwon.phonesimulator.fault.FaultBoard;
import kr.minwon.phonesimulator.fault.Faults;
import kr.minwon.phonesimulator.fault.HttpFault;
import org.springframework.stereotype.Component;

/** Answers a text over HTTP, as documented or as the faults in force say; what is taken is recorded before it is answered. */
@Component
class Conduct {

    private static final long SILENCE_NANOS = 60_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final int FOUND = 302;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int ERROR = 500;
    private static final byte[] PAGE =
            "<!DOCTYPE html><html><body><h1>Service</h1></body></html>".getBytes(StandardCharsets.UTF_8);

    private final FaultBoard board;

    Conduct(FaultBoard board) {
        this.board = board;
    }

    /**
     * Answers.
     *
     * @param take takes the text and says what is answered; not called when the fault says that it is not taken
     */
    void answer(HttpServletRequest request, HttpServletResponse response, Supplier<Taken> take) throws IOException {
        Faults now = board.current();
        HttpFault fault = board.judgeAnswer();
        if (fault != HttpFault.NONE && (now.httpFaultBefore() || fault.saysNotTaken())) {
            pause(now.submitDelayMs());
            spoil(request, response, fault, now, new byte[0]);
            return;
        }
        Taken taken = take.get();
        pause(now.submitDelayMs());
        HttpFault applied = taken.unanswered() ? HttpFault.DROP : fault;
        if (taken.throttled()) {
            applied = HttpFault.TOO_MANY;
        }
        if (applied == HttpFault.NONE) {
            write(
                    response,
                    taken.reply().status(),
                    "application/json;charset=UTF-8",
                    taken.reply().json());
        } else {
            spoil(request, response, applied, now, taken.reply().json());
        }
    }

    private static void spoil(
            HttpServletRequest request, HttpServletResponse response, HttpFault fault, Faults now, byte[] answer)
            throws IOException {
        switch (fault) {
            case NONE -> throw new IllegalStateException("nothing to spoil");
            case ERROR_500 -> json(response, ERROR, Map.of("errorCode", "InternalServerError"));
            case PROXY_503 -> write(response, UNAVAILABLE, "text/html;charset=UTF-8", PAGE);
            case ERROR_200 -> json(response, HttpServletResponse.SC_OK, Map.of("error", "E-9", "state", "unexpected"));
            case HTML -> write(response, HttpServletResponse.SC_OK, "text/html;charset=UTF-8", PAGE);
            case EMPTY -> write(response, HttpServletResponse.SC_OK, "application/json", new byte[0]);
            case REDIRECT -> {
                response.setHeader("Location", "/elsewhere");
                write(response, FOUND, "text/html", new byte[0]);
            }
            case TOO_MANY -> later(response, TOO_MANY, now.retryAfterSeconds());
            case UNAVAILABLE -> later(response, UNAVAILABLE, Math.max(1, now.retryAfterSeconds()));
            case HALF_BODY -> {
                response.setContentType("application/json;charset=UTF-8");
                response.setContentLength(Math.max(2, answer.length));
                response.getOutputStream().write(answer, 0, answer.length / 2);
                response.flushBuffer();
                HangUp.of(request);
            }
            case DROP -> HangUp.of(request);
            case SILENCE -> {
                LockSupport.parkNanos(SILENCE_NANOS);
                HangUp.of(request);
            }
        }
    }

    private static void later(HttpServletResponse response, int status, int seconds) throws IOException {
        if (seconds > 0) {
            response.setHeader("Retry-After", String.valueOf(seconds));
        }
        json(response, status, Map.of("errorCode", "TooManyRequests"));
    }

    private static void json(HttpServletResponse response, int status, Map<String, String> body) throws IOException {
        write(response, status, "application/json;charset=UTF-8", new Reply(status, body).json());
    }

    static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static void pause(int millis) {
        // not a sleep: the threads that write journals are never interrupted
        if (millis > 0) {
            LockSupport.parkNanos(millis * MILLISECOND);
        }
    }
}

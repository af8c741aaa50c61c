package kr.minwon.notification.dispatch.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Makes one call and tells what became of it. The JDK's client is used directly, since nothing above it tells whether the
 * request can have reached the other side. It never sends a POST twice, follows no redirect and speaks HTTP/1.1, where a
 * request has a connection to itself. A call is over when its time is, whatever is still being read. A kept connection that
 * the other side closes at the very moment of a request looks like a reset, and is in doubt like one.
 */
public final class HttpCalls implements AutoCloseable {
    /** Far above what any answer of one text needs. */
    private static final int MOST_BYTES = 1 << 20;

    // Only the client's own callbacks run here, never what waits for them: a virtual thread each, none can starve.
    private final ExecutorService callbacks = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sms-http-", 0).factory());
    private final HttpClient client;

    /** @param connectWithin how long a connection may take */
    public HttpCalls(Duration connectWithin) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectWithin)
                .executor(callbacks)
                .build();
    }

    /** What became of a call. */
    sealed interface Result {
        /** The other side answered, whole. */
        record Answered(Answer answer) implements Result {}

        /** No connection was made, so nothing was asked. */
        record NeverAsked(String reason) implements Result {}

        /** It was asked; what it made of it nobody can tell. */
        record InDoubt(Reason reason) implements Result {}
    }

    /** @throws InterruptedException when the thread is; the call is in doubt then */
    Result call(HttpRequest request, Duration within) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> under = client.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = under.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return new Result.Answered(new Answer(response.statusCode(), response.headers(), response.body()));
        } catch (TimeoutException late) {
            under.cancel(true);
            return new Result.InDoubt(new Reason("no answer within " + within.toMillis() + " ms", Cause.NO_ANSWER));
        } catch (ExecutionException failed) {
            return of(failed.getCause());
        } catch (InterruptedException e) {
            under.cancel(true);
            throw e;
        }
    }

    private static Result of(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            switch (at) {
                case HttpConnectTimeoutException late -> {
                    return new Result.NeverAsked("no connection in time");
                }
                case ConnectException refused -> {
                    return new Result.NeverAsked("no connection");
                }
                case UnknownHostException nowhere -> {
                    return new Result.NeverAsked("no such host");
                }
                case UnresolvedAddressException nowhere -> {
                    return new Result.NeverAsked("no such host");
                }
                // An expired or foreign certificate: nothing is asked before it is checked.
                case SSLHandshakeException untrusted -> {
                    return new Result.NeverAsked("a certificate that cannot be trusted: " + untrusted.getMessage());
                }
                default -> {}
            }
        }
        String what = failure == null ? "" : ": " + failure.getClass().getSimpleName();
        return new Result.InDoubt(
                new Reason("the connection was lost before the answer" + what, Cause.CONNECTION_LOST));
    }

    @Override
    public void close() {
        client.shutdownNow();
        callbacks.shutdownNow();
    }
}

package kr.minwon.notification.dispatch.http;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kr.minwon.notification.message.Receipt;
import kr.minwon.notification.message.ResultSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a provider over HTTP what became of texts, with a client of its own, so that texts do not wait for it. */
public final class HttpResults implements ResultSource, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpResults.class);

    private final Results protocol;
    private final HttpSettings settings;
    private final HttpCalls calls;
    private final Clock clock;

    HttpResults(Results protocol, HttpSettings settings, Clock clock) {
        this.protocol = protocol;
        this.settings = settings;
        this.calls = new HttpCalls(settings.connectWithin());
        this.clock = clock;
    }

    @Override
    public String provider() {
        return protocol.name();
    }

    @Override
    public Optional<Receipt> result(String providerMessageId) {
        try {
            HttpCalls.Result result =
                    calls.call(protocol.result(providerMessageId, clock.instant()), settings.answerWithin());
            return result instanceof HttpCalls.Result.Answered answered
                            && answered.answer().status() / 100 == 2
                    ? protocol.receipt(answered.answer(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    : Optional.empty();
        } catch (Secret.Unreadable missing) {
            log.error("{}: {}", provider(), missing.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}

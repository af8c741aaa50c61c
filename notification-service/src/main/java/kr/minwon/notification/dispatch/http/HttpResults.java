package kr.minwon.notification.dispatch.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import kr.minwon.notification.message.ResultSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a provider over HTTP what became of texts, with a client of its own, so that texts do not wait for it. */
public final class HttpResults implements ResultSource, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpResults.class);
    /** What is said of the key, the address or the pace, and not of the text that was asked about. */
    private static final Set<Integer> OF_US = Set.of(401, 403, 408, 429);

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
    public Said result(String providerMessageId) {
        try {
            return switch (calls.call(protocol.result(providerMessageId, clock.instant()), settings.answerWithin())) {
                case HttpCalls.Result.NeverAsked never -> new Said.Away(never.reason(), Duration.ZERO);
                case HttpCalls.Result.InDoubt doubt ->
                    new Said.Away(doubt.reason().said(), Duration.ZERO);
                case HttpCalls.Result.Answered answered -> said(answered.answer());
            };
        } catch (Secret.Unreadable missing) {
            log.error("{}: {}", provider(), missing.getMessage());
            return new Said.Away("credentials cannot be read", Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said.Away("stopped", Duration.ZERO);
        }
    }

    private Said said(Answer answer) {
        Instant now = clock.instant();
        if (answer.status() / 100 == 2) {
            return protocol.receipt(answer, now.truncatedTo(ChronoUnit.MILLIS))
                    .<Said>map(Said.Ended::new)
                    .orElseGet(Said.NothingYet::new);
        }
        boolean ofThisText = answer.status() / 100 == 4 && !OF_US.contains(answer.status());
        return ofThisText
                ? new Said.NothingYet()
                : new Said.Away("HTTP " + answer.status(), settings.pause(answer, now));
    }

    @Override
    public void close() {
        calls.close();
    }
}

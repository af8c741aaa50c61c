package kr.minwon.notification.dispatch.http;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.minwon.notification.dispatch.Inquiry;

/** Asks a provider over HTTP about hand-overs in doubt, with a client of its own, so that texts do not wait for it. */
public final class HttpInquiry implements Inquiry, AutoCloseable {
    /** How far off our clock may be when "never got it" is believed. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(1);

    private final Askable protocol;
    private final HttpSettings settings;
    private final HttpCalls calls;
    private final Clock clock;

    HttpInquiry(Askable protocol, HttpSettings settings, Clock clock) {
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
    public Duration settledAfter() {
        return protocol.settledAfter();
    }

    @Override
    public Fate ask(Question question) {
        List<Answer> answers = new ArrayList<>();
        try {
            for (HttpRequest request : protocol.ask(question, clock.instant())) {
                switch (calls.call(request, settings.answerWithin())) {
                    case HttpCalls.Result.NeverAsked never -> {
                        return new Fate.Away(never.reason(), Duration.ZERO);
                    }
                    case HttpCalls.Result.InDoubt doubt -> {
                        return new Fate.Away(doubt.reason().said(), Duration.ZERO);
                    }
                    case HttpCalls.Result.Answered answered -> {
                        Answer answer = answered.answer();
                        if (answer.status() / 100 != 2) {
                            return new Fate.Away("HTTP " + answer.status(), settings.pause(answer, clock.instant()));
                        }
                        answers.add(answer);
                    }
                }
            }
        } catch (Secret.Unreadable missing) {
            return new Fate.Away("credentials cannot be read", Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fate.Away("stopped", Duration.ZERO);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return believed(protocol.fate(answers, question, now), answers, now);
    }

    /** Lists are asked for by time: what is not in one of a clock that is off may be in another. */
    static Fate believed(Fate fate, List<Answer> answers, Instant now) {
        Duration off = answers.stream()
                .map(answer -> answer.skew(now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return fate instanceof Fate.NeverTook && off.compareTo(MOST_SKEW) > 0
                ? new Fate.CannotTell("our clock is " + off.toSeconds() + " seconds off the provider's: synchronise it")
                : fate;
    }

    @Override
    public void close() {
        calls.close();
    }
}

package kr.minwon.gateway.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.problems.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that a service knows and that seldom changes. While the service is away the last known value stays, and is
 * asked for again soon.
 *
 * @param <T> what it is
 */
public final class Remembered<T> {
    private static final Logger log = LoggerFactory.getLogger(Remembered.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final String what;
    private final Supplier<T> service;
    private final Clock clock;
    private volatile State<T> state;

    private record State<T>(T value, Instant until) {}

    /**
     * @param what named in the log when it cannot be read
     * @param before what is known before the first answer
     */
    public Remembered(String what, Supplier<T> service, T before, Clock clock) {
        this.what = what;
        this.service = service;
        this.clock = clock;
        this.state = new State<>(before, Instant.MIN);
    }

    /** The value, at most a minute old, or the last one known. */
    public T get() {
        State<T> known = state;
        Instant now = clock.instant();
        if (now.isBefore(known.until())) {
            return known.value();
        }
        // Those who come meanwhile take what is known: one question is enough.
        state = new State<>(known.value(), now.plus(AGAIN));
        try {
            T value = service.get();
            state = new State<>(value, now.plus(FRESH));
            return value;
        } catch (ServiceProblem | ProblemException away) {
            log.warn("{} cannot be read now: {}", what, away.getMessage());
            return known.value();
        }
    }
}

package kr.minwon.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event does.
 *
 * @param next the new state; null leaves it as it is
 * @param events what follows from it
 */
public record Outcome<A>(@Nullable A next, List<NewEvent> events) {
    public Outcome {
        events = List.copyOf(events);
        if (next == null && !events.isEmpty()) {
            throw new IllegalArgumentException("events without a change of state");
        }
    }

    /** The event is recorded as seen and does nothing. */
    public static <A> Outcome<A> unchanged() {
        return new Outcome<>(null, List.of());
    }

    /** The state becomes {@code next} and the events follow. */
    public static <A> Outcome<A> of(A next, NewEvent... events) {
        return new Outcome<>(next, List.of(events));
    }

    /** The state becomes {@code next} and the events follow. */
    public static <A> Outcome<A> of(A next, List<NewEvent> events) {
        return new Outcome<>(next, events);
    }
}

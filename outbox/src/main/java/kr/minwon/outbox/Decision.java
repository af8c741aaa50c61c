package kr.minwon.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command does to an aggregate.
 *
 * @param next the new state; null when nothing changes
 * @param events what follows from the change
 * @param result what the caller is told
 */
public record Decision<A, R>(@Nullable A next, List<NewEvent> events, R result) {
    /** Nothing changes. */
    public static <A, R> Decision<A, R> refuse(R result) {
        return new Decision<>(null, List.of(), result);
    }

    /** The state becomes {@code next}. */
    public static <A, R> Decision<A, R> of(A next, List<NewEvent> events, R result) {
        return new Decision<>(next, events, result);
    }
}

package kr.minwon.outbox;

import org.jspecify.annotations.Nullable;

/** Decides what an event does to an aggregate. May run more than once for one event: it must not act outside the store. */
@FunctionalInterface
public interface EventHandler<A> {
    /**
     * @param current the state, or null when there is none yet
     * @throws UnreadableEvent when the type is known but the body cannot be read
     */
    Outcome<A> on(@Nullable A current, IncomingEvent event);
}

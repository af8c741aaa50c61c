package kr.minwon.notification.dispatch.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.Provider.Submission;
import kr.minwon.notification.dispatch.Provider.Turn;

/** A provider's breaker, bulkhead and rate limit. */
public final class Guard {
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RateLimiter limiter;

    Guard(CircuitBreaker breaker, Bulkhead bulkhead, RateLimiter limiter) {
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.limiter = limiter;
    }

    /** What a hand-over says of the provider's health. */
    public enum Health {
        WELL,
        ILL,
        /** A refusal of this one text, or being asked to go slower, says nothing of it. */
        NEITHER
    }

    /** What became of a hand-over, and what it says of the provider's health. */
    public record Answer(Handover handover, Health health) {}

    /** One hand-over. */
    @FunctionalInterface
    public interface Submit {
        Answer of(Submission submission);
    }

    /** Whether the provider is left alone now. */
    public boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** A turn for one hand-over; nothing when the provider is left alone or has enough. */
    public Optional<Turn> turn(Submit submit) {
        if (isOpen() || !bulkhead.tryAcquirePermission()) {
            return Optional.empty();
        }
        if (!breaker.tryAcquirePermission()) {
            bulkhead.releasePermission();
            return Optional.empty();
        }
        if (!limiter.acquirePermission()) {
            breaker.releasePermission();
            bulkhead.releasePermission();
            return Optional.empty();
        }
        return Optional.of(new GuardedTurn(submit));
    }

    /** Permissions: used by the hand-over, or given back. */
    private final class GuardedTurn implements Turn {
        private final Submit submit;
        private boolean used;

        GuardedTurn(Submit submit) {
            this.submit = submit;
        }

        @Override
        public Handover handOver(Submission submission) {
            used = true;
            long began = System.nanoTime();
            Answer answer = answered(() -> submit.of(submission), began);
            long took = System.nanoTime() - began;
            switch (answer.health()) {
                case WELL -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
                case ILL ->
                    breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(String.valueOf(answer.handover())));
                case NEITHER -> breaker.releasePermission();
            }
            return answer.handover();
        }

        private Answer answered(Supplier<Answer> attempt, long began) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
                throw e;
            }
        }

        @Override
        public void close() {
            if (!used) {
                breaker.releasePermission();
            }
            bulkhead.onComplete();
        }
    }
}

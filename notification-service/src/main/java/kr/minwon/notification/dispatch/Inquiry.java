package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import kr.minwon.notification.message.Receipt;

/**
 * A provider that can be asked what became of a hand-over whose answer was lost. A bean of this type, beside the
 * provider's own, is all that is needed to have its texts in doubt reconciled.
 *
 * <p>Asking changes nothing at the provider. It may be asked the same thing again: after a restart, and by two instances.
 */
public interface Inquiry {
    /** The name stored on messages: {@link Provider#name()}. */
    String provider();

    /**
     * How old a hand-over has to be before {@link Fate.NeverTook} about it is believed: longer than a request can still be
     * under way to the provider's list. Until then it counts as {@link Fate.CannotTell}.
     */
    Duration settledAfter();

    /** Asks. Bounded by the adapter's own time-out; throws nothing for a provider that is away or answers nonsense. */
    Fate ask(Question question);

    /**
     * Which hand-over is asked about.
     *
     * @param handOverId ours, as in {@link Provider.Submission#handOverId()}
     * @param reference ours in 16 bits, as in {@link Provider.Submission#reference()}
     * @param phone 11 digits
     * @param sentAt when it was written down as being sent; the provider got it then or later
     */
    record Question(String handOverId, int reference, String phone, Instant sentAt) {
        /** Without the phone. */
        @Override
        public String toString() {
            return handOverId;
        }
    }

    /** What the provider knows of it. */
    sealed interface Fate {
        /** It has it under its own id, and has not said yet what became of it. */
        record Took(String providerMessageId) implements Fate {}

        /** It had it, and says what became of it. */
        record Ended(String providerMessageId, Receipt receipt) implements Fate {}

        /**
         * It never got it, for certain: not merely "not found yet", nor "not among the first hundred", nor "not at the time
         * that our clock says", which may be off.
         */
        record NeverTook() implements Fate {}

        /** It knows too little, or more than one fits. */
        record CannotTell(String why) implements Fate {}

        /**
         * It could not be asked: connection, time-out, 5xx, 429, sign-in.
         *
         * @param notBefore how long to leave it alone, if it said so; zero else
         */
        record Away(String why, Duration notBefore) implements Fate {}
    }
}

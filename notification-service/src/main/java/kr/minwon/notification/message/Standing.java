package kr.minwon.notification.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a case is: what a text that its reporter sends may be about.
 *
 * @param supplementAsked whether a supplement is awaited (보완요구, 민원처리법 §22)
 * @param consentAsked whether consent to a further extension is awaited (민원처리법 시행령 §21②)
 * @param at when that was last said; null of a case from before this was kept
 */
public record Standing(
        Phase phase,
        boolean supplementAsked,
        boolean consentAsked,
        @Nullable Instant at) {
    /** Of a case of which nothing is known yet. */
    public static final Standing NEW = new Standing(Phase.OPEN, false, false, null);

    /** The ages of a case. */
    public enum Phase {
        /** Somebody works on it, or will. */
        OPEN,
        /** Answered, and not rated. */
        ANSWERED,
        /** Answered and rated. */
        RATED,
        /** Over without an answer: withdrawn, returned, transferred, closed as a repeat. */
        ENDED
    }

    /** In another phase; what was asked for before is asked for no more, unless it stays open. */
    public Standing in(Phase next, Instant when) {
        boolean open = next == Phase.OPEN;
        return new Standing(next, open && supplementAsked, open && consentAsked, when);
    }

    /** With a supplement awaited, or no longer. */
    public Standing supplement(boolean asked, Instant when) {
        return new Standing(Phase.OPEN, asked, consentAsked, when);
    }

    /** With consent awaited, or no longer. */
    public Standing consent(boolean asked, Instant when) {
        return new Standing(phase, supplementAsked, asked, when);
    }
}

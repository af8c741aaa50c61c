package kr.minwon.notification.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What staff do with a case, as far as what they are shown of it depends on it. Moments are those of the events, and the
 * latest counts.
 *
 * @param awaitsAcceptance whether somebody is to accept it by hand, and nobody has
 * @param movedAt when it last got a department or an officer; null before, and of a case from before this was kept
 * @param clockMovedAt when its deadline was last moved or its clock stopped; null for never
 */
public record Desk(
        boolean awaitsAcceptance,
        @Nullable Instant movedAt,
        @Nullable Instant clockMovedAt) {
    /** Accepted as it was filed, and with nobody yet. */
    public static final Desk NONE = new Desk(false, null, null);

    /** To be accepted by hand. */
    public static final Desk AWAITING = new Desk(true, null, null);

    Desk accepted() {
        return new Desk(false, movedAt, clockMovedAt);
    }

    /** With a department or an officer since then; what a department has is accepted. */
    Desk moved(Instant at) {
        return new Desk(false, later(movedAt, at), clockMovedAt);
    }

    Desk clockMoved(Instant at) {
        return new Desk(awaitsAcceptance, movedAt, later(clockMovedAt, at));
    }

    private static Instant later(@Nullable Instant known, Instant at) {
        return known != null && known.isAfter(at) ? known : at;
    }
}

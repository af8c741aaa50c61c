package kr.minwon.complaint.complaint.mongo;

import java.util.function.Function;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.Decision;
import kr.minwon.outbox.Applied;
import kr.minwon.outbox.IncomingEvent;

/** Applies what other services tell of a complaint to its document. */
public interface ComplaintInbox {
    /** Says what an event does; an event that was kept early is asked for when its turn comes. */
    @FunctionalInterface
    interface EffectOf {
        /**
         * The verb of an event.
         *
         * @throws kr.minwon.outbox.UnreadableEvent when its type is known but its body cannot be read
         */
        Function<Complaint, Decision> of(IncomingEvent event);
    }

    /** Applies an event once and in order: its effect, what follows and its sequence in one write. */
    Applied apply(ComplaintId id, IncomingEvent event, EffectOf effects);

    /** Applies an event that carries a rank instead of a sequence: what it does may be done again. */
    void applyUncounted(ComplaintId id, Function<Complaint, Decision> effect);
}

package kr.minwon.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one incoming event, and those kept for it, make of a document. A kept event that cannot be applied stays kept and
 * holds up only its own subject: the event that called it up is applied, and the next one tries it again.
 */
final class Application<A> {
    private static final Logger log = LoggerFactory.getLogger(Application.class);

    private final Inbox inbox;
    private final EventHandler<A> handler;
    private final List<NewEvent> events = new ArrayList<>();
    private @Nullable A current;
    private @Nullable A next;
    private boolean advanced;
    private boolean keptNow;
    private @Nullable RuntimeException failure;

    Application(@Nullable A before, Inbox inbox, EventHandler<A> handler) {
        this.current = before;
        this.inbox = inbox;
        this.handler = handler;
    }

    /** Applies what can be applied now. */
    Applied of(IncomingEvent event, Instant now) {
        applyKept(event.subject());
        if (event.sequence() <= inbox.seen(event.subject())) {
            return Applied.APPLIED;
        }
        if (event.sequence() > inbox.seen(event.subject()) + 1) {
            keptNow = inbox.keepEarly(event, now);
            return Applied.KEPT_EARLY;
        }
        boolean effect;
        try {
            effect = apply(event);
        } catch (RuntimeException e) {
            if (Failures.isAway(e)) {
                throw e;
            }
            failure = e;
            return Applied.NO_EFFECT;
        }
        applyKept(event.subject());
        return effect ? Applied.APPLIED : Applied.NO_EFFECT;
    }

    private void applyKept(String subject) {
        for (Optional<IncomingEvent> kept = inbox.next(subject); kept.isPresent(); kept = inbox.next(subject)) {
            try {
                apply(kept.get());
            } catch (RuntimeException e) {
                if (Failures.isAway(e)) {
                    throw e;
                }
                log.error(
                        "{} waits in its document and cannot be applied: {}",
                        kept.get(),
                        e.getClass().getSimpleName());
                return;
            }
        }
    }

    private boolean apply(IncomingEvent event) {
        Outcome<A> outcome = handler.on(current, event);
        inbox.advance(event);
        advanced = true;
        events.addAll(outcome.events());
        if (outcome.next() == null) {
            return false;
        }
        next = outcome.next();
        current = next;
        return true;
    }

    /** Whether the document has to be written; if the event itself failed before anything changed, throws that. */
    boolean isWorthStoring() {
        if (!advanced && failure != null) {
            throw failure;
        }
        return advanced || keptNow;
    }

    /** What became of the event, once that is stored. */
    Applied outcome(Applied applied) {
        if (failure != null) {
            throw failure;
        }
        return applied;
    }

    @Nullable
    A next() {
        return next;
    }

    List<NewEvent> events() {
        return events;
    }
}

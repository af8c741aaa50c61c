package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Step;

/** Whether a text is still worth sending. */
public final class Staleness {
    private final StaleSettings settings;
    private final QuietSettings quiet;
    private final LaterTexts laterTexts;
    private final Clock clock;

    /** @param quiet in which a notice that is made then does not grow old */
    public Staleness(StaleSettings settings, QuietSettings quiet, LaterTexts laterTexts, Clock clock) {
        this.settings = settings;
        this.quiet = quiet;
        this.laterTexts = laterTexts;
        this.clock = clock;
    }

    /**
     * Why it is worth nothing any more; nothing while it is worth sending.
     *
     * @throws RuntimeException when it has waited long and the store is away
     */
    public Optional<Reason> of(Message message) {
        Duration waited = Duration.between(agingSince(message), clock.instant());
        if (waited.compareTo(settings.of(Step.ofNth(message.step()))) > 0) {
            return Optional.of(new Reason("waited for " + waited.toMinutes() + " minutes", Cause.TOO_LATE));
        }
        // In usual times both are sent: what is looked up here costs nothing then.
        boolean soon = message.hasFallenBack() || waited.compareTo(settings.supersededAfter()) > 0;
        return soon && isOvertaken(message)
                ? Optional.of(new Reason("overtaken while it waited", Cause.OVERTAKEN))
                : Optional.empty();
    }

    /** Since it could first have gone; that it is held once more, or many times, makes it no younger. */
    private Instant agingSince(Message message) {
        Instant since = message.agingSince();
        Instant morning = quiet.heldUntil(message.about().officeId(), message.urgency(), since);
        return morning == null ? since : morning;
    }

    private boolean isOvertaken(Message message) {
        return message.about() instanceof Digest digest
                ? laterTexts.overtakeAllOf(digest)
                : message.isOfCase() && LaterTexts.overtake(laterTexts.after(message));
    }
}

package kr.minwon.notification.mailing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.subscription.Topic;
import kr.minwon.notification.subscription.Topics;
import org.jspecify.annotations.Nullable;

/** When a mailing goes. What is urgent goes at night too, and before what can wait; advertising never does. */
public final class Timing {
    private final Topics topics;
    private final MailingSettings settings;
    private final Clock clock;

    public Timing(Topics topics, MailingSettings settings, Clock clock) {
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
    }

    /** What its messages are part of. */
    MailingPart part(Mailing mailing) {
        return new MailingPart(
                mailing.id(),
                mailing.officeId(),
                mailing.purpose(),
                mailing.letter().advertising(),
                isUrgent(mailing),
                mailing.departmentId());
    }

    /** Whether no hours hold it. */
    public boolean isUrgent(Mailing mailing) {
        Optional<Topic> topic = topics.find(mailing.officeId(), mailing.letter().topicId());
        return topic.map(Topic::urgent).orElse(false) && !mailing.letter().advertising();
    }

    /** Whether it can be neither submitted nor approved any more, because the time that it was to go out at has passed. */
    public boolean isTimePast(Mailing mailing) {
        return switch (mailing.state()) {
            case DRAFT, SUBMITTED -> mailing.letter().isPast(clock.instant());
            case APPROVED, SENDING, PAUSED, DONE, CANCELLED -> false;
        };
    }

    /**
     * Until when hours hold it, were it approved by now; null when it goes at its time. Who agreed to advertising at night
     * may get that before.
     */
    public @Nullable Instant heldUntil(Mailing mailing) {
        if (mailing.state().isOver()) {
            return null;
        }
        Instant now = clock.instant();
        Instant sendAt = mailing.letter().sendAt();
        Instant moment = sendAt == null || sendAt.isBefore(now) ? now : sendAt;
        Instant office = isUrgent(mailing) ? null : settings.heldUntil(mailing.officeId(), moment);
        Instant law = mailing.letter().advertising() ? MailingSettings.heldByLaw(moment) : null;
        return Stream.of(Optional.<Instant>ofNullable(office), Optional.<Instant>ofNullable(law))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(null);
    }
}

package kr.minwon.notification.message;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.message.LatestNotices.Made;
import org.jspecify.annotations.Nullable;

/**
 * How many notices a phone is told in a short time: past the first ones they are held until that is over, to be told by one
 * text. Read from what is stored, so that a restart forgets none and all instances hold until the same moment; of two that
 * make a notice at once neither sees the other's, so as many more may go by themselves.
 */
public final class Bursts {
    /** Of so many texts to a phone that do not count, such as urgent ones, beside each that does. */
    private static final int OTHERS = 4;

    private final BurstSettings settings;
    private final LatestNotices latest;

    public Bursts(BurstSettings settings, LatestNotices latest) {
        this.settings = settings;
        this.latest = latest;
    }

    /** Until when a notice that is made now is held; null when it goes at once. */
    @Nullable
    Instant heldUntil(CaseRecord recipient, Step step, Instant now) {
        if (!settings.merges() || step.urgency() != Urgency.NOTICE || step.asksForAnswer()) {
            return null;
        }
        Instant since = now.minus(settings.within());
        List<Made> made = latest.since(
                recipient.about().officeId(), recipient.sealedPhone(), since, (settings.moreThan() + 1) * OTHERS);
        Instant end = made.stream()
                .map(Made::heldUntil)
                .filter(Objects::nonNull)
                .filter(one -> !one.isAfter(now.plus(settings.within())))
                .max(Comparator.naturalOrder())
                .orElse(since);
        if (end.isAfter(now)) {
            return end;
        }
        List<Instant> again =
                made.stream().map(Made::at).filter(one -> !one.isBefore(end)).toList();
        return again.size() < settings.moreThan()
                ? null
                : again.stream().min(Comparator.naturalOrder()).orElse(now).plus(settings.within());
    }
}

package kr.minwon.notification.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, to whom, when, as it was written.
 *
 * @param dongs to whom of which 동; to all when there are none
 * @param subject of an LMS; null for none. A text that has one is never an SMS
 * @param text the writer's own words
 * @param advertising whether it is advertising (정보통신망법 §50)
 * @param sendAt not before; null for as soon as it is approved
 */
public record Letter(
        String topicId,
        List<String> dongs,
        @Nullable String subject,
        String text,
        boolean advertising,
        @Nullable Instant sendAt) {
    /** So late is still in time: clocks differ, and reading before approving takes minutes. */
    private static final Duration STILL_IN_TIME = Duration.ofMinutes(5);

    public Letter {
        dongs = dongs.stream().distinct().sorted().toList();
    }

    /** Whether its time has passed: it would go out at a moment that nobody chose. */
    public boolean isPast(Instant now) {
        return sendAt != null && sendAt.isBefore(now.minus(STILL_IN_TIME));
    }
}

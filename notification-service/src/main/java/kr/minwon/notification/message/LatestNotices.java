package kr.minwon.notification.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notices that a phone was told lately, as they are stored. */
@FunctionalInterface
public interface LatestNotices {
    /**
     * Those of an office that were made after a moment; none when the phone cannot be opened, which the hand-over says.
     *
     * @param most of the texts to the phone that are looked at, the latest
     */
    List<Made> since(String officeId, String sealedPhone, Instant since, int most);

    /**
     * One.
     *
     * @param heldUntil null when it went at once
     */
    record Made(Instant at, @Nullable Instant heldUntil) {}
}

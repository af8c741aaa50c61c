package kr.minwon.notification.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone that codes are sent to, with the codes of its last 24 hours.
 *
 * @param contactId whose it is, without the number
 * @param sealedPhone the phone, sealed
 * @param sent when codes were sent, the oldest first
 * @param pending the one code that may be typed in now
 */
public record VerifiedPhone(
        String officeId,
        String contactId,
        String sealedPhone,
        List<Instant> sent,
        @Nullable Pending pending) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    public VerifiedPhone {
        sent = List.copyOf(sent);
    }

    /**
     * A code that was sent.
     *
     * @param id the verification's
     * @param hash of the code, keyed
     * @param triesLeft how often it may still be typed in
     */
    public record Pending(String id, String hash, Instant expiresAt, int triesLeft) {
        boolean isOver(Instant now) {
            return triesLeft <= 0 || !now.isBefore(expiresAt);
        }
    }

    static VerifiedPhone unknown(String officeId, String contactId, String sealedPhone) {
        return new VerifiedPhone(officeId, contactId, sealedPhone, List.of(), null);
    }

    /** How long to wait for the next code; nothing when it may be sent now. */
    Optional<Duration> wait(VerificationSettings settings, Instant now) {
        return List.of(
                        untilFewer(1, settings.apart(), now),
                        untilFewer(settings.anHour(), HOUR, now),
                        untilFewer(settings.aDay(), DAY, now))
                .stream()
                .max(Duration::compareTo)
                .filter(Duration::isPositive);
    }

    /** How long until fewer than so many were sent within the time before. */
    private Duration untilFewer(int most, Duration within, Instant now) {
        if (sent.size() < most) {
            return Duration.ZERO;
        }
        return Duration.between(now, sent.get(sent.size() - most).plus(within));
    }

    /** A code goes out; the one before it is worth nothing any more. */
    VerifiedPhone sending(Pending code, Instant now) {
        List<Instant> lately = new ArrayList<>(sent);
        lately.removeIf(at -> !at.isAfter(now.minus(DAY)));
        lately.add(now);
        return new VerifiedPhone(officeId, contactId, sealedPhone, lately, code);
    }

    /** It was typed in wrongly. */
    VerifiedPhone tried(Pending code) {
        return with(new Pending(code.id(), code.hash(), code.expiresAt(), code.triesLeft() - 1));
    }

    /** It was typed in rightly; it counts once. */
    VerifiedPhone used() {
        return with(null);
    }

    private VerifiedPhone with(@Nullable Pending next) {
        return new VerifiedPhone(officeId, contactId, sealedPhone, sent, next);
    }
}

package kr.minwon.notification.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A phone that codes are sent to, with the codes of its last 24 hours.
 *
 * @param contactId whose it is, without the number
 * @param sealedPhone the phone, sealed
 * @param sent the codes that were sent, the oldest first
 * @param pending those that may be typed in now: what somebody else asks for does not end mine
 */
public record VerifiedPhone(
        String officeId, String contactId, String sealedPhone, List<Sent> sent, List<Pending> pending) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    public VerifiedPhone {
        sent = List.copyOf(sent);
        pending = List.copyOf(pending);
    }

    /**
     * Who asks for a code.
     *
     * @param id the caller's; a stranger's is a pseudonym of their address
     * @param verifiedBefore whether from a device that verified this phone before
     */
    public record Asker(String id, boolean verifiedBefore) {}

    /** A code that was asked for. */
    public record Sent(Instant at, Asker by) {}

    /**
     * A code that may be typed in.
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
        return new VerifiedPhone(officeId, contactId, sealedPhone, List.of(), List.of());
    }

    /**
     * How long the asker has to wait for the next code; nothing when it may be sent now. A phone rings so often a day,
     * whoever asks. What strangers ask for is bounded below that, and keeps a device that verified the phone neither from its
     * minute nor from its hour.
     */
    Optional<Duration> wait(Asker asker, VerificationSettings settings, Instant now) {
        List<Sent> counted = asker.verifiedBefore() ? those(one -> one.by().verifiedBefore()) : sent;
        List<Duration> waits = new ArrayList<>(List.of(
                untilFewer(counted, 1, settings.apart(), now),
                untilFewer(counted, settings.anHour(), HOUR, now),
                untilFewer(sent, settings.aDay(), DAY, now)));
        if (!asker.verifiedBefore()) {
            List<Sent> strangers = those(one -> !one.by().verifiedBefore());
            waits.add(untilFewer(strangers, settings.ofStrangers(), DAY, now));
            waits.add(untilFewer(those(one -> one.by().equals(asker)), settings.ofOne(), DAY, now));
        }
        return waits.stream().max(Duration::compareTo).filter(Duration::isPositive);
    }

    private List<Sent> those(Predicate<Sent> counted) {
        return sent.stream().filter(counted).toList();
    }

    /** How long until fewer than so many were sent within the time before. */
    private static Duration untilFewer(List<Sent> sent, int most, Duration within, Instant now) {
        if (sent.size() < most) {
            return Duration.ZERO;
        }
        return Duration.between(now, sent.get(sent.size() - most).at().plus(within));
    }

    /** A code goes out, beside those that are still good. */
    VerifiedPhone sending(Pending code, Asker asker, Instant now) {
        List<Sent> lately = new ArrayList<>(sent);
        lately.removeIf(one -> !one.at().isAfter(now.minus(DAY)));
        lately.add(new Sent(now, asker));
        List<Pending> good = new ArrayList<>(pending);
        good.removeIf(one -> one.isOver(now));
        good.add(code);
        return new VerifiedPhone(officeId, contactId, sealedPhone, lately, good);
    }

    /** The code of a verification while it may be typed in. */
    Optional<Pending> pending(String id, Instant now) {
        return pending.stream()
                .filter(one -> one.id().equals(id) && !one.isOver(now))
                .findFirst();
    }

    /** It was typed in wrongly. */
    VerifiedPhone tried(Pending code) {
        return with(pending.stream()
                .map(one -> one.id().equals(code.id())
                        ? new Pending(one.id(), one.hash(), one.expiresAt(), one.triesLeft() - 1)
                        : one)
                .toList());
    }

    /** It was typed in rightly; it counts once. */
    VerifiedPhone used(Pending code) {
        return with(pending.stream().filter(one -> !one.id().equals(code.id())).toList());
    }

    private VerifiedPhone with(List<Pending> next) {
        return new VerifiedPhone(officeId, contactId, sealedPhone, sent, next);
    }
}

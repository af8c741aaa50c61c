package kr.minwon.notification.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.PhoneCheck;
import kr.minwon.notification.verification.VerifiedPhone.Asker;
import kr.minwon.notification.verification.VerifiedPhone.Pending;
import kr.minwon.notification.verification.VerifiedPhones.Budget;
import kr.minwon.notification.verification.VerifiedPhones.Change;
import org.jspecify.annotations.Nullable;

/**
 * Sends a code to a phone and takes it back. A code is asked for by whoever types a number, so neither answer tells anything
 * of the phone's owner, and the code counts once, for a short time, a few times wrong.
 */
public final class VerifyPhone {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final VerifiedPhones phones;
    private final KnownPhones knownPhones;
    private final Messages messages;
    private final Notices notices;
    private final PhoneSecrets secrets;
    private final Codes codes;
    private final VerificationSettings settings;
    private final Clock clock;

    public VerifyPhone(
            VerifiedPhones phones,
            KnownPhones knownPhones,
            Messages messages,
            Notices notices,
            PhoneSecrets secrets,
            Codes codes,
            VerificationSettings settings,
            Clock clock) {
        this.phones = phones;
        this.knownPhones = knownPhones;
        this.messages = messages;
        this.notices = notices;
        this.secrets = secrets;
        this.codes = codes;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of asking for a code. */
    public sealed interface Sending {
        /**
         * It goes out.
         *
         * @param again how long until another may be asked for
         * @param onlyIfKnown whether the office has codes left only for phones that are known to it: then it goes out if
         *     this is one. The answer is the same for either, so that nobody learns which it is
         */
        record Sent(String verificationId, Instant expiresAt, Duration again, boolean onlyIfKnown) implements Sending {}

        /** This phone has had so many. */
        record Later(Duration pause) implements Sending {}

        /**
         * The office has sent so many today.
         *
         * @param pause until tomorrow
         */
        record SpentForToday(Duration pause) implements Sending {}
    }

    /** What became of typing one in. */
    public sealed interface Checking {
        /**
         * @param token names the phone to whoever has the keys, until it expires
         * @param deviceToken shows for much longer that this device verified the phone, and nothing else
         */
        record Verified(String token, Instant expiresAt, String deviceToken) implements Checking {}

        record Wrong(int triesLeft) implements Checking {}

        /** Too late, too often, or there is no such verification. */
        record Over() implements Checking {}
    }

    private record Drawn(String id, String code) {}

    /**
     * A code that is asked for.
     *
     * @param phone 11 digits
     * @param callerId who asks
     * @param deviceToken what the device was given when it verified a phone; empty for none
     */
    public record Wanted(String officeId, String phone, String callerId, String deviceToken) {}

    /**
     * Sends a code.
     *
     * @param queued hears of the message once it is stored
     */
    public Sending send(Wanted wanted, Consumer<Message> queued) {
        Instant now = now();
        String officeId = wanted.officeId();
        Drawn drawn = new Drawn(codes.drawId(), codes.drawCode());
        Asker asker =
                new Asker(wanted.callerId(), secrets.isOfDevice(officeId, wanted.phone(), wanted.deviceToken(), now));
        Optional<Duration> wait = phones.change(
                officeId,
                secrets.contactId(wanted.phone()),
                known -> sending(known, officeId, wanted.phone(), asker, drawn, now));
        if (wait.isPresent()) {
            return new Sending.Later(wait.get());
        }
        // Counted for the phone before, so that many at once cannot pass; what the office may not send is not lost on
        // it. It stays counted, or asking twice would tell whether the phone is known.
        LocalDateTime at = LocalDateTime.ofInstant(now, SEOUL);
        boolean[] goesOut = {true};
        Budget budget = phones.take(
                officeId,
                at,
                settings,
                () -> goesOut[0] = asker.verifiedBefore() || knownPhones.knows(officeId, wanted.phone()));
        if (budget == Budget.SPENT) {
            return new Sending.SpentForToday(
                    Duration.between(at, at.toLocalDate().plusDays(1).atStartOfDay()));
        }
        if (goesOut[0]) {
            Message message = notices.code(
                    new PhoneCheck(drawn.id(), officeId),
                    secrets.seal(wanted.phone()),
                    drawn.code(),
                    settings.goodFor());
            if (messages.add(message)) {
                queued.accept(message);
            }
        }
        return new Sending.Sent(
                drawn.id(), now.plus(settings.goodFor()), settings.apart(), budget == Budget.KNOWN_ONLY);
    }

    private Change<Optional<Duration>> sending(
            @Nullable VerifiedPhone known, String officeId, String phone, Asker asker, Drawn drawn, Instant now) {
        VerifiedPhone before =
                known == null ? VerifiedPhone.unknown(officeId, secrets.contactId(phone), secrets.seal(phone)) : known;
        Optional<Duration> wait = before.wait(asker, settings, now);
        if (wait.isPresent()) {
            return new Change<>(null, wait);
        }
        Pending pending = new Pending(
                drawn.id(), codes.hash(drawn.id(), drawn.code()), now.plus(settings.goodFor()), settings.tries());
        return new Change<>(before.sending(pending, asker, now), Optional.empty());
    }

    /** Takes a code that was typed in. */
    public Checking check(String officeId, String verificationId, String code) {
        Optional<VerifiedPhone> found = phones.ofVerification(verificationId)
                .filter(one -> one.officeId().equals(officeId));
        if (found.isEmpty()) {
            return new Checking.Over();
        }
        Instant now = now();
        return phones.change(officeId, found.get().contactId(), known -> checked(known, verificationId, code, now));
    }

    private Change<Checking> checked(@Nullable VerifiedPhone known, String id, String code, Instant now) {
        Optional<Pending> found = known == null ? Optional.empty() : known.pending(id, now);
        if (known == null || found.isEmpty()) {
            return new Change<>(null, new Checking.Over());
        }
        Pending pending = found.get();
        if (codes.matches(pending.hash(), id, code)) {
            return new Change<>(known.used(pending), verified(known, now));
        }
        int left = pending.triesLeft() - 1;
        return new Change<>(known.tried(pending), left > 0 ? new Checking.Wrong(left) : new Checking.Over());
    }

    private Checking verified(VerifiedPhone phone, Instant now) {
        Instant until = now.plus(settings.tokenGoodFor());
        return new Checking.Verified(
                secrets.token(phone.officeId(), phone.sealedPhone(), until),
                until,
                secrets.deviceToken(phone.officeId(), phone.sealedPhone(), now.plus(settings.deviceGoodFor())));
    }

    /** The phone that a token vouches for, 11 digits; nothing when it is none, or has expired. */
    public Optional<String> phone(String officeId, String token) {
        return secrets.phone(officeId, token, clock.instant());
    }

    /**
     * A verified phone without its number.
     *
     * @param contactId whose it is, the same for the same phone
     */
    public record Sealed(String contactId, String phone) {}

    /** The phone that a token vouches for, as messages carry it; nothing when it is none, or has expired. */
    public Optional<Sealed> sealed(String officeId, String token) {
        return phone(officeId, token).map(phone -> new Sealed(secrets.contactId(phone), secrets.seal(phone)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

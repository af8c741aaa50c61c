package kr.minwon.notification.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.PhoneCheck;
import kr.minwon.notification.verification.VerifiedPhone.Pending;
import kr.minwon.notification.verification.VerifiedPhones.Change;
import org.jspecify.annotations.Nullable;

/**
 * Sends a code to a phone and takes it back. A code is asked for by whoever types a number, so neither answer tells anything
 * of the phone's owner, and the code counts once, for a short time, a few times wrong.
 */
public final class VerifyPhone {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final VerifiedPhones phones;
    private final Messages messages;
    private final Notices notices;
    private final PhoneSecrets secrets;
    private final Codes codes;
    private final VerificationSettings settings;
    private final Clock clock;

    public VerifyPhone(
            VerifiedPhones phones,
            Messages messages,
            Notices notices,
            PhoneSecrets secrets,
            Codes codes,
            VerificationSettings settings,
            Clock clock) {
        this.phones = phones;
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
         */
        record Sent(String verificationId, Instant expiresAt, Duration again) implements Sending {}

        /** This phone has had so many. */
        record Later(Duration pause) implements Sending {}

        /** The office has sent so many today. */
        record SpentForToday() implements Sending {}
    }

    /** What became of typing one in. */
    public sealed interface Checking {
        /** @param token names the phone to whoever has the keys, until it expires */
        record Verified(String token, Instant expiresAt) implements Checking {}

        record Wrong(int triesLeft) implements Checking {}

        /** Too late, too often, or there is no such verification. */
        record Over() implements Checking {}
    }

    private record Drawn(String id, String code) {}

    /**
     * Sends a code.
     *
     * @param phone 11 digits
     * @param queued hears of the message once it is stored
     */
    public Sending send(String officeId, String phone, Consumer<Message> queued) {
        Instant now = now();
        String contactId = secrets.contactId(phone);
        Drawn drawn = new Drawn(codes.drawId(), codes.drawCode());
        Optional<Duration> wait =
                phones.change(officeId, contactId, known -> sending(known, officeId, phone, drawn, now));
        if (wait.isPresent()) {
            return new Sending.Later(wait.get());
        }
        // Counted for the phone before, so that many at once cannot pass; what the office may not send is not lost on
        // it.
        if (!phones.takeOf(officeId, now.atZone(SEOUL).toLocalDate(), settings.officeADay())) {
            return new Sending.SpentForToday();
        }
        Message message = notices.code(
                new PhoneCheck(drawn.id(), officeId), secrets.seal(phone), drawn.code(), settings.goodFor());
        if (messages.add(message)) {
            queued.accept(message);
        }
        return new Sending.Sent(drawn.id(), now.plus(settings.goodFor()), settings.apart());
    }

    private Change<Optional<Duration>> sending(
            @Nullable VerifiedPhone known, String officeId, String phone, Drawn drawn, Instant now) {
        VerifiedPhone before =
                known == null ? VerifiedPhone.unknown(officeId, secrets.contactId(phone), secrets.seal(phone)) : known;
        Optional<Duration> wait = before.wait(settings, now);
        if (wait.isPresent()) {
            return new Change<>(null, wait);
        }
        Pending pending = new Pending(
                drawn.id(), codes.hash(drawn.id(), drawn.code()), now.plus(settings.goodFor()), settings.tries());
        return new Change<>(before.sending(pending, now), Optional.empty());
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
        Pending pending = known == null ? null : known.pending();
        if (known == null || pending == null || !pending.id().equals(id) || pending.isOver(now)) {
            return new Change<>(null, new Checking.Over());
        }
        if (codes.matches(pending.hash(), id, code)) {
            Instant until = now.plus(settings.tokenGoodFor());
            String token = secrets.token(known.officeId(), known.sealedPhone(), until);
            return new Change<>(known.used(), new Checking.Verified(token, until));
        }
        VerifiedPhone tried = known.tried(pending);
        int left = pending.triesLeft() - 1;
        return new Change<>(tried, left > 0 ? new Checking.Wrong(left) : new Checking.Over());
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

package kr.minwon.notification.mailing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.dispatch.Wishes;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What is asked when a text's turn has come, whenever it was made: of all, whether its recipient still wants it, and whether
 * it is night; of one of a mailing also whether they still want it of its 동, and whether it is paused or called off.
 */
public final class MailingWishes implements Wishes {
    /** A pause takes effect after this at the latest. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private static final int MOST_KNOWN = 1_000;

    private final ConsentLedger ledger;
    private final Mailings mailings;
    private final MailingSettings settings;
    private final QuietSettings quiet;
    private final OpenPhone openPhone;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /** @param dongs to whom of which 동; what is sent is not written anew */
    private record Known(MailingState state, List<String> dongs, Instant until) {}

    /**
     * @param quiet when notices of cases wait for the morning
     * @param openPhone opens a sealed phone number
     */
    public MailingWishes(
            ConsentLedger ledger,
            Mailings mailings,
            MailingSettings settings,
            QuietSettings quiet,
            OpenPhone openPhone,
            Clock clock) {
        this.ledger = ledger;
        this.mailings = mailings;
        this.settings = settings;
        this.quiet = quiet;
        this.openPhone = openPhone;
        this.clock = clock;
    }

    @Override
    public Optional<Reason> refusal(Message message, String phone) {
        if (!(message.about() instanceof MailingPart part)) {
            return ledger.refusal(message, phone);
        }
        Known mailing = known(part.id());
        return ledger.refusal(part, mailing == null ? List.of() : mailing.dongs(), phone);
    }

    @Override
    public Optional<Reason> refusal(Message message) {
        return message.about() instanceof MailingPart part && state(part.id()) == MailingState.CANCELLED
                ? Optional.of(new Reason("called off", Cause.CALLED_OFF))
                : Optional.empty();
    }

    @Override
    public boolean mayGoAgain(Message message) {
        if (!(message.about() instanceof MailingPart part)) {
            return true;
        }
        MailingState now = state(part.id());
        return now != null && !now.isOver();
    }

    @Override
    public Optional<Instant> heldUntil(Message message, Urgency urgency) {
        Instant now = clock.instant();
        if (message.isOfCase() || message.isDigest()) {
            return Optional.ofNullable(quiet.heldUntil(message.about().officeId(), urgency, now));
        }
        if (!(message.about() instanceof MailingPart part)) {
            return Optional.empty();
        }
        if (state(part.id()) == MailingState.PAUSED) {
            return Optional.of(now.plus(settings.heldFor()));
        }
        Instant office = part.urgent() ? null : settings.heldUntil(part.officeId(), now);
        Instant law = part.advertising() ? MailingSettings.heldByLaw(now) : null;
        if (law != null && mayComeAtNight(part, message)) {
            law = null;
        }
        return Stream.of(Optional.<Instant>ofNullable(office), Optional.<Instant>ofNullable(law))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private boolean mayComeAtNight(MailingPart part, Message message) {
        return ledger.isGiven(part.officeId(), openPhone.apply(message.sealedPhone()), Purpose.ADS_AT_NIGHT);
    }

    private @Nullable MailingState state(String mailingId) {
        Known mailing = known(mailingId);
        return mailing == null ? null : mailing.state();
    }

    private synchronized @Nullable Known known(String mailingId) {
        Instant now = clock.instant();
        Known before = known.get(mailingId);
        if (before != null && before.until().isAfter(now)) {
            return before;
        }
        known.remove(mailingId);
        Optional<Known> found = mailings.find(mailingId)
                .map(one -> new Known(one.state(), one.letter().dongs(), now.plus(KNOWN_FOR)));
        found.ifPresent(one -> known.put(mailingId, one));
        return found.orElse(null);
    }
}

package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one provider, some texts at a time and each with growing pauses. What there is to ask is read from the store each
 * time; only the pauses are in memory.
 */
final class Asking {
    private static final Logger log = LoggerFactory.getLogger(Asking.class);

    private final Inquiry inquiry;
    private final Messages messages;
    private final OpenPhone openPhone;
    private final Settling settling;
    private final ReconciliationSettings settings;
    private final BackOff backOff;
    private final DispatchMeter meter;
    private final Clock clock;
    private final Map<String, Asked> asked = new HashMap<>();
    private @Nullable String cursor;
    private Instant notBefore = Instant.EPOCH;
    private int away;

    /** @param openPhone opens a sealed phone number */
    Asking(
            Inquiry inquiry,
            Messages messages,
            OpenPhone openPhone,
            Settling settling,
            ReconciliationSettings settings,
            DispatchMeter meter,
            Clock clock) {
        this.inquiry = inquiry;
        this.messages = messages;
        this.openPhone = openPhone;
        this.settling = settling;
        this.settings = settings;
        this.backOff = new BackOff(settings.firstBackOff(), settings.longestBackOff());
        this.meter = meter;
        this.clock = clock;
    }

    /** How often something was asked about, and when it may be again. */
    private record Asked(int times, Instant next) {}

    String provider() {
        return inquiry.provider();
    }

    /** Asks about the next few that are due. */
    void goOn() {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return;
        }
        Messages.Page page =
                messages.toAskAbout(inquiry.provider(), now.minus(settings.giveUpAfter()), cursor, settings.aRound());
        for (Message message : page.items()) {
            if (isDue(message, now) && !isAnswered(message)) {
                return;
            }
        }
        cursor = page.next();
        // What has not been asked again for so long is settled, or too old.
        asked.values().removeIf(one -> one.next().plus(settings.giveUpAfter()).isBefore(now));
    }

    private boolean isDue(Message message, Instant now) {
        Asked before = asked.get(handOverId(message));
        return before == null || !now.isBefore(before.next());
    }

    /** False when the provider is away. */
    private boolean isAnswered(Message message) {
        Inquiry.Fate fate = inquiry.ask(new Inquiry.Question(
                handOverId(message),
                message.reference(message.attempt()),
                openPhone.apply(message.sealedPhone()),
                Optional.ofNullable(message.progress().sentAt()).orElse(message.queuedAt())));
        meter.asked(inquiry.provider(), fate);
        if (fate instanceof Inquiry.Fate.Away gone) {
            away++;
            notBefore = clock.instant().plus(longer(backOff.after(away), gone.notBefore()));
            log.warn("{} cannot be asked: {}", inquiry.provider(), gone.why());
            return false;
        }
        away = 0;
        if (settling.isSettled(inquiry, message, fate)) {
            asked.remove(handOverId(message));
        } else {
            log.info("{}: {} says {}", message.id(), inquiry.provider(), fate);
            int times = 1
                    + Optional.ofNullable(asked.get(handOverId(message)))
                            .map(Asked::times)
                            .orElse(0);
            asked.put(handOverId(message), new Asked(times, clock.instant().plus(backOff.after(times))));
        }
        return true;
    }

    private static String handOverId(Message message) {
        return message.handOverId(message.attempt());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}

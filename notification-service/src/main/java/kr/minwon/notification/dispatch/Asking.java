package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one provider, some texts at a time and each with growing pauses: first about those in doubt, then about 알림톡 that it
 * took and of which nothing was heard. What there is to ask is read from the store each time; only the pauses are in memory.
 */
final class Asking {
    private static final Logger log = LoggerFactory.getLogger(Asking.class);

    private final Inquiry inquiry;
    private final OpenPhone openPhone;
    private final Settling settling;
    private final ReconciliationSettings settings;
    private final DispatchMeter meter;
    private final Clock clock;
    private final Pauses pauses;
    private final Pace pace;
    private final Walk doubts;
    private final Walk silent;

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
        this.openPhone = openPhone;
        this.settling = settling;
        this.settings = settings;
        this.meter = meter;
        this.clock = clock;
        BackOff backOff = new BackOff(settings.firstBackOff(), settings.longestBackOff());
        this.pauses = new Pauses(backOff);
        this.pace = new Pace(backOff, clock);
        String provider = inquiry.provider();
        this.doubts = new Walk((now, cursor) ->
                messages.toAskAbout(provider, now.minus(settings.giveUpAfter()), cursor, settings.aRound()));
        this.silent = new Walk((now, cursor) -> messages.awaitingResult(
                provider,
                now.minus(settings.giveUpAfter()),
                now.minus(settings.alimtalkAfter()),
                cursor,
                settings.aRound()));
    }

    /** What there is to ask about, some at a time. */
    @FunctionalInterface
    private interface Pages {
        Messages.Page of(Instant now, @Nullable String cursor);
    }

    /** Goes through what there is to ask about, and begins anew at its end. */
    private final class Walk {
        private final Pages pages;
        private @Nullable String cursor;

        Walk(Pages pages) {
            this.pages = pages;
        }

        /** Asks about the next few that are due; false when the provider is away. */
        boolean goesOn(Instant now) {
            Messages.Page page = pages.of(now, cursor);
            for (Message message : page.items()) {
                if (pauses.isDue(handOverId(message), now) && !isAnswered(message)) {
                    return false;
                }
            }
            cursor = page.next();
            return true;
        }
    }

    String provider() {
        return inquiry.provider();
    }

    /** Asks about the next few that are due. */
    void goOn() {
        Instant now = clock.instant();
        if (!pace.isPaused() && doubts.goesOn(now) && silent.goesOn(now)) {
            pauses.forget(now.minus(settings.giveUpAfter()));
        }
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
            pace.slowDown(gone.notBefore());
            log.warn("{} cannot be asked: {}", inquiry.provider(), gone.why());
            return false;
        }
        pace.goOn();
        if (settling.isSettled(inquiry, message, fate)) {
            pauses.settled(handOverId(message));
        } else {
            log.info("{}: {} says {}", message.id(), inquiry.provider(), fate);
            pauses.askedInVain(handOverId(message), clock.instant());
        }
        return true;
    }

    private static String handOverId(Message message) {
        return message.handOverId(message.attempt());
    }
}

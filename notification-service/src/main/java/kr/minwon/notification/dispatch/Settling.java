package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a doubt, or the silence after 알림톡 was taken, by what a provider says of it. What is stored is a compare-and-set:
 * a receipt or a person who was first wins.
 */
final class Settling {
    private static final Logger log = LoggerFactory.getLogger(Settling.class);

    private final Messages messages;
    private final LaterTexts laterTexts;
    private final Wishes wishes;
    private final int mostResent;
    private final Clock clock;
    private final Consumer<Message> queued;

    /**
     * @param wishes whether a text of a mailing may still go
     * @param mostResent how often a message may go out anew because its provider never took it
     * @param queued is given a message that waits to be sent again
     */
    Settling(
            Messages messages,
            LaterTexts laterTexts,
            Wishes wishes,
            int mostResent,
            Clock clock,
            Consumer<Message> queued) {
        this.messages = messages;
        this.laterTexts = laterTexts;
        this.wishes = wishes;
        this.mostResent = mostResent;
        this.clock = clock;
        this.queued = queued;
    }

    /** Whether there is nothing more to ask about it. */
    boolean isSettled(Inquiry provider, Message message, Inquiry.Fate fate) {
        // What a provider has answered for is not sent again because its list does not show it.
        boolean inDoubt = message.progress().isInDoubt();
        return switch (fate) {
            case Inquiry.Fate.Took took -> inDoubt && store(message, message.accepted(took.providerMessageId(), now()));
            case Inquiry.Fate.Ended ended ->
                store(message, message.received(message.attempt(), ended.receipt(), ended.providerMessageId()));
            case Inquiry.Fate.NeverTook never ->
                inDoubt && isSurelyOver(provider, message) && isNeverTaken(provider, message);
            case Inquiry.Fate.CannotTell nothing -> false;
            case Inquiry.Fate.Away gone -> false;
        };
    }

    private boolean isSurelyOver(Inquiry provider, Message message) {
        Instant sentAt = message.progress().sentAt();
        return sentAt != null && clock.instant().isAfter(sentAt.plus(provider.settledAfter()));
    }

    /** Nothing went out, for certain: it may go now, if it is still worth it. */
    private boolean isNeverTaken(Inquiry provider, Message message) {
        if (LaterTexts.overtake(laterTexts.after(message))) {
            return store(message, message.dropped(new Reason("never taken, and overtaken", Cause.OVERTAKEN)));
        }
        Optional<Reason> calledOff = wishes.refusal(message);
        if (calledOff.isPresent()) {
            return store(message, message.dropped(calledOff.get()));
        }
        boolean again = wishes.mayGoAgain(message) && !wasSentOftenEnough(message);
        if (!again && message.isOfMailing()) {
            // Nobody decides about it, and there is no doubt any more.
            return store(message, message.failed(new Reason("never taken", Cause.NEVER_TAKEN)));
        }
        return again && goesAnew(provider, message);
    }

    private boolean wasSentOftenEnough(Message message) {
        long before = message.earlier().stream()
                .filter(one -> one.decision() != null && one.decision().what() == Decision.What.NEVER_TAKEN)
                .count();
        return before >= mostResent || message.attempt() >= Message.MOST_ATTEMPTS;
    }

    private boolean goesAnew(Inquiry provider, Message message) {
        String name = provider.provider();
        Decision neverTaken = new Decision(Decision.What.NEVER_TAKEN, name, name, now());
        Optional<Message> stored = messages.advance(message, message.again(neverTaken));
        stored.ifPresent(one -> {
            log.warn("{} goes out anew: {} never took it", one.id(), name);
            queued.accept(one);
        });
        return true;
    }

    private boolean store(Message before, Message after) {
        if (messages.advance(before, after).isPresent()) {
            log.info("{} is {}: its provider was asked", after.id(), after.state());
        }
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package kr.minwon.notification.message;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Ends the doubt about a text by somebody's decision. Each doubt is decided once; a receipt that came before wins. */
public final class DecideUnknown {
    private final Messages messages;
    private final LaterTexts laterTexts;
    private final Clock clock;

    public DecideUnknown(Messages messages, LaterTexts laterTexts, Clock clock) {
        this.messages = messages;
        this.laterTexts = laterTexts;
        this.clock = clock;
    }

    /**
     * What is to be done.
     *
     * @param attempt the hand-over that was seen to be in doubt, from 1
     * @param what send again, or leave
     * @param by the id of who decides
     * @param byName what colleagues call them
     */
    public record Choice(String messageId, int attempt, Decision.What what, String by, String byName) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is decided, now or by the same choice before. */
        record Decided(Message message) implements Outcome {}

        /** Nobody need decide any more: it is known what became of it. */
        record Known(Message message) implements Outcome {}

        /** Somebody was first. */
        record DecidedBefore(Decision decision) implements Outcome {}

        /** It is not sent again: the case has gone on, and it would only confuse. */
        record Overtaken(Message by) implements Outcome {}

        /** It is not sent again: it was often enough. */
        record SentOftenEnough() implements Outcome {}
    }

    /**
     * Decides about a message.
     *
     * @param found as it was when it was checked that its decision is this person's; it is read anew if it changed
     * @param queued is given the message when it waits to be sent again
     */
    public Outcome of(Message found, Choice choice, Consumer<Message> queued) {
        for (Optional<Message> now = Optional.of(found); now.isPresent(); now = messages.find(found.id())) {
            Message message = now.get();
            Optional<Outcome> refusal = refusal(message, choice);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Decision decision = new Decision(
                    choice.what(), choice.by(), choice.byName(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            boolean again = choice.what() == Decision.What.RESEND;
            Optional<Message> stored =
                    messages.advance(message, again ? message.again(decision) : message.left(decision));
            if (stored.isPresent()) {
                if (again) {
                    queued.accept(stored.get());
                }
                return new Outcome.Decided(stored.get());
            }
        }
        throw new IllegalStateException("a message does not vanish: " + found.id());
    }

    private Optional<Outcome> refusal(Message message, Choice choice) {
        Decision before = choice.attempt() <= message.attempt()
                ? message.attempt(choice.attempt()).decision()
                : null;
        if (before != null) {
            boolean same = before.what() == choice.what() && before.by().equals(choice.by());
            return Optional.of(same ? new Outcome.Decided(message) : new Outcome.DecidedBefore(before));
        }
        if (!message.awaitsDecision() || message.attempt() != choice.attempt()) {
            return Optional.of(new Outcome.Known(message));
        }
        if (choice.what() == Decision.What.LEAVE) {
            return Optional.empty();
        }
        if (message.attempt() >= Message.MOST_ATTEMPTS) {
            return Optional.of(new Outcome.SentOftenEnough());
        }
        List<Message> later = laterTexts.after(message);
        return LaterTexts.overtake(later) ? Optional.of(new Outcome.Overtaken(later.getLast())) : Optional.empty();
    }
}

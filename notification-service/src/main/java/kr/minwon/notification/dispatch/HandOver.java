package kr.minwon.notification.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message on its way: written down as being sent, submitted once, and what came of it written down. Each write is a
 * compare-and-set on the version that was read, so of two who try only one submits, and a write that the store does late
 * undoes nothing.
 */
final class HandOver {
    private static final Logger log = LoggerFactory.getLogger(HandOver.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Messages messages;
    private final String instance;
    private final OpenPhone openPhone;
    private final Templates templates;
    private final DailyCap cap;
    private final Wishes wishes;
    private final Duration submitsWithin;
    private final DispatchMeter meter;
    private final Clock clock;
    private final BooleanSupplier giveUp;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /**
     * @param openPhone opens a sealed phone number
     * @param submitsWithin later than that after its claim nothing is submitted any more: others may give it up
     * @param giveUp whether to stop waiting for a store that is away; what is not written down is unknown at the next
     *     start
     */
    HandOver(
            Messages messages,
            String instance,
            OpenPhone openPhone,
            Templates templates,
            DailyCap cap,
            Wishes wishes,
            Duration submitsWithin,
            DispatchMeter meter,
            Clock clock,
            BooleanSupplier giveUp) {
        this.messages = messages;
        this.instance = instance;
        this.openPhone = openPhone;
        this.templates = templates;
        this.cap = cap;
        this.wishes = wishes;
        this.submitsWithin = submitsWithin;
        this.meter = meter;
        this.clock = clock;
        this.giveUp = giveUp;
    }

    /**
     * Drops a queued message that has become worthless.
     *
     * @throws RuntimeException when the store is away
     */
    Result drop(Message message, Reason reason) {
        underWay.remove(message.id());
        Optional<Message> dropped = messages.advance(message, message.dropped(reason));
        if (dropped.isEmpty()) {
            return whatElse(message);
        }
        log.warn("{} is dropped: {}", message.id(), reason);
        meter.dropped(message);
        return new Result.Done(false);
    }

    /**
     * Stores that a queued message waits on; it is found again when that is over.
     *
     * @throws RuntimeException when the store is away
     */
    Result hold(Message message, Instant until) {
        underWay.remove(message.id());
        return messages.advance(message, message.heldUntil(until)).isEmpty()
                ? whatElse(message)
                : new Result.Done(false);
    }

    /**
     * A queued message that did not go as 알림톡 is to go by SMS; nothing was handed over.
     *
     * @throws RuntimeException when the store is away
     */
    Result fallBack(Message message, String why) {
        underWay.remove(message.id());
        Message waits = message.fallenBack(Reason.of(why), now());
        return messages.advance(message, waits).<Result>map(Result.Changed::new).orElseGet(() -> whatElse(message));
    }

    /** What became of a try. */
    sealed interface Result {
        /** Nothing is left to do here. */
        record Done(boolean accepted) implements Result {}

        /** It is stored otherwise than it was thought, and still waits. */
        record Changed(Message stored) implements Result {}

        /** It is queued again, because the provider would not take it now. */
        record Queued(Message stored, Provider.Handover.Busy why) implements Result {}
    }

    /** Whether the message is being handed over here and now, or is about to be under a claim that is in doubt. */
    boolean isUnderWay(String id) {
        return underWay.contains(id);
    }

    /**
     * Hands over the first message of a lane.
     *
     * @throws RuntimeException when the store is away before the submit; the lane remembers if the claim is in doubt
     */
    Result of(Message message, Lane lane, Choice.Chosen turn) throws InterruptedException {
        String provider = turn.provider();
        String phone = openPhone.apply(message.sealedPhone());
        Optional<Reason> enough = wishes.refusal(message, phone).or(() -> cap.take(message, phone));
        if (enough.isPresent()) {
            return drop(message, enough.get());
        }
        Provider.Submission submission = new Provider.Submission(
                message.handOverId(message.attempt()),
                message.reference(message.attempt()),
                templates.office(message.about().officeId()).sender().digits(),
                phone,
                message.content().text(),
                message.content().encoding(),
                message.content().subject(),
                message.outgoing().alimtalk());
        boolean went = false;
        underWay.add(message.id());
        try {
            Optional<Message> sending = claim(message, lane, provider);
            if (sending.isEmpty()) {
                return whatElse(message);
            }
            Provider.Handover outcome = isInTime(sending.get())
                    ? submit(turn, submission)
                    : new Provider.Handover.Busy("its claim was too old to be submitted under", false);
            went = outcome instanceof Provider.Handover.Accepted || outcome instanceof Provider.Handover.Unknown;
            Instant at = now();
            Result result = record(sending.get(), outcome, at);
            meter.handedOver(message, provider, outcome, at);
            return result;
        } finally {
            if (!lane.isClaimInDoubt()) {
                underWay.remove(message.id());
            }
            if (!went) {
                cap.giveBack(message, phone);
            }
        }
    }

    private Optional<Message> claim(Message message, Lane lane, String provider) {
        boolean wasInDoubt = lane.isClaimInDoubt();
        lane.claimInDoubt(true);
        Optional<Message> claimed = messages.advance(message, message.sending(instance, provider, now()));
        if (claimed.isEmpty() && wasInDoubt) {
            claimed = claimAgain(message, provider);
        }
        lane.claimInDoubt(false);
        return claimed;
    }

    /**
     * Only this lane claims for this instance: if the store holds our claim, nothing was submitted under it yet. It is
     * claimed anew all the same, since the provider may be another one now, and somebody may be declaring it unknown.
     */
    private Optional<Message> claimAgain(Message message, String provider) {
        return messages.find(message.id())
                .filter(stored -> stored.attempt() == message.attempt()
                        && instance.equals(stored.progress().sendingBy()))
                .flatMap(stored -> messages.advance(stored, stored.sendingAgain(provider, now())));
    }

    /** A process that stood still since its claim must not go on as if nothing had happened. */
    private boolean isInTime(Message sending) {
        Instant claimed = sending.progress().sentAt();
        return claimed != null && !clock.instant().isAfter(claimed.plus(submitsWithin));
    }

    private Result whatElse(Message message) {
        Optional<Message> stored = messages.find(message.id());
        return stored.isPresent() && stored.get().state() == MessageState.QUEUED
                ? new Result.Changed(stored.get())
                : new Result.Done(false);
    }

    private static Provider.Handover submit(Provider.Turn turn, Provider.Submission submission) {
        try {
            return turn.handOver(submission);
        } catch (RuntimeException e) {
            log.error("{}: the provider failed while it was handed over", submission.handOverId(), e);
            return new Provider.Handover.Unknown(
                    new Reason("an error of our own during the hand-over", Cause.OWN_ERROR));
        }
    }

    private Result record(Message sending, Provider.Handover outcome, Instant at) throws InterruptedException {
        UnaryOperator<Message> next = switch (outcome) {
            case Provider.Handover.Accepted accepted -> one -> one.accepted(accepted.providerMessageId(), at);
            case Provider.Handover.Refused refused ->
                one -> one.channel(one.attempt()) == Channel.ALIMTALK
                                && one.progress().decision() == null
                        ? one.fallenBack(refused.reason(), at)
                        : one.failed(refused.reason());
            case Provider.Handover.Busy busy -> Message::putBack;
            case Provider.Handover.Unknown unknown -> one -> one.unknown(unknown.reason());
        };
        boolean endsDoubts =
                outcome instanceof Provider.Handover.Accepted || outcome instanceof Provider.Handover.Refused;
        Message stored = untilStored(sending, next, endsDoubts);
        MessageState here = next.apply(sending).progress().state();
        if (stored.progress().state() != here) {
            log.error("{} is {} in the store; here it became {}", sending.id(), stored.state(), here);
            return new Result.Done(false);
        }
        return switch (outcome) {
            case Provider.Handover.Accepted accepted -> new Result.Done(true);
            case Provider.Handover.Refused refused -> {
                boolean falls = stored.state() == MessageState.QUEUED;
                log.warn("{} {}: {}", sending.id(), falls ? "goes by SMS" : "failed", refused.reason());
                yield falls ? new Result.Changed(stored) : new Result.Done(false);
            }
            // Meanwhile it may have been heard that an earlier hand-over arrived.
            case Provider.Handover.Busy busy ->
                stored.state() == MessageState.QUEUED ? new Result.Queued(stored, busy) : new Result.Done(false);
            case Provider.Handover.Unknown unknown -> {
                log.warn("{} is unknown: {}", sending.id(), unknown.reason());
                yield new Result.Done(false);
            }
        };
    }

    /** What happened at the provider has to be written down, or the message would be in doubt for no reason. */
    private Message untilStored(Message sending, UnaryOperator<Message> next, boolean endsDoubts)
            throws InterruptedException {
        Message from = sending;
        for (Duration wait = FIRST_WAIT; ; wait = longer(wait)) {
            try {
                Optional<Message> stored = messages.advance(from, next.apply(from));
                if (stored.isPresent()) {
                    return stored.get();
                }
                // An earlier try may have been stored although its answer was lost.
                Message now = messages.find(sending.id()).orElse(sending);
                boolean goesOn = isStill(sending, now) || (endsDoubts && isGivenUp(sending, now));
                if (now.version() <= from.version() || !goesOn) {
                    return now;
                }
                from = now;
            } catch (RuntimeException e) {
                if (giveUp.getAsBoolean()) {
                    log.error("{} stays written down as being sent: {}", sending.id(), e.toString());
                    return sending;
                }
                log.warn("{}: what came of its hand-over is not stored yet: {}", sending.id(), e.toString());
                Thread.sleep(wait);
            }
        }
    }

    /** Whether it is still this hand-over, and only something about an earlier one was heard. */
    private boolean isStill(Message sending, Message now) {
        return now.attempt() == sending.attempt()
                && instance.equals(now.progress().sendingBy());
    }

    /** Whether it is still this hand-over, and others have declared it unknown meanwhile: now somebody can tell. */
    private static boolean isGivenUp(Message sending, Message now) {
        return now.attempt() == sending.attempt()
                && now.progress().isInDoubt()
                && Objects.equals(now.progress().provider(), sending.progress().provider())
                && Objects.equals(now.progress().sentAt(), sending.progress().sentAt());
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

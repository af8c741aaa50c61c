package kr.minwon.notification.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One text to one person. It is handed over once, unless somebody decides otherwise when nobody can tell; each hand-over
 * keeps a record of its own, so that a late receipt is that of the hand-over it belongs to.
 *
 * @param id {@code complaintId/step.n/recipient}, {@code code/verificationId} or {@code bulk/mailingId/recipient}: the
 *     same text can be stored only once
 * @param version what a compare-and-set compares
 * @param step such as {@code assigned.1}
 * @param recipient who it goes to, such as {@code reporter}
 * @param sealedPhone the phone, sealed
 * @param previous the message to the same phone that has to go first; null for the first
 * @param eventAt when what it tells happened
 * @param queuedAt when it was stored
 * @param notBefore until when it is held, such as until the morning; null when it is not
 * @param traceparent the trace it belongs to
 * @param progress its latest hand-over
 * @param earlier those before it, the first one first; each is in doubt, delivered or failed, or was dropped as 알림톡
 */
public record Message(
        String id,
        long version,
        Subject about,
        String step,
        String recipient,
        String sealedPhone,
        Content content,
        @Nullable String previous,
        Instant eventAt,
        Instant queuedAt,
        @Nullable Instant notBefore,
        @Nullable String traceparent,
        Progress progress,
        List<Progress> earlier) {
    /** Most hand-overs of one message. */
    public static final int MOST_ATTEMPTS = 5;

    private static final long FIRST_VERSION = 1;

    public Message {
        earlier = List.copyOf(earlier);
    }

    /** One that waits to be handed over for the first time, as it is stored first. */
    public static Message queued(
            String id,
            Subject about,
            String step,
            String recipient,
            String sealedPhone,
            Content content,
            @Nullable String previous,
            Instant eventAt,
            Instant queuedAt,
            @Nullable Instant notBefore,
            @Nullable String traceparent) {
        return new Message(
                id,
                FIRST_VERSION,
                about,
                step,
                recipient,
                sealedPhone,
                content,
                previous,
                eventAt,
                queuedAt,
                notBefore,
                traceparent,
                Progress.QUEUED,
                List.of());
    }

    /** The one and only id of a step's text. */
    public static String idOf(String complaintId, String step, String recipient) {
        return complaintId + "/" + step + "/" + recipient;
    }

    /**
     * What is known of the message by all its hand-overs: delivered when one was, failed or dropped only when none can
     * still arrive.
     * While it is being handed over it is that, whatever is heard of an earlier one.
     */
    public MessageState state() {
        MessageState latest = progress.state();
        if (latest != MessageState.SENDING && has(MessageState.DELIVERED)) {
            return MessageState.DELIVERED;
        }
        boolean ended = latest == MessageState.FAILED || latest == MessageState.DROPPED;
        return ended && has(MessageState.UNKNOWN) ? MessageState.UNKNOWN : latest;
    }

    private boolean has(MessageState one) {
        return earlier.stream().anyMatch(before -> before.state() == one);
    }

    /** Which hand-over the latest is, from 1. */
    public int attempt() {
        return earlier.size() + 1;
    }

    /** A hand-over by its number. */
    public Progress attempt(int number) {
        return number == attempt() ? progress : earlier.get(number - 1);
    }

    /**
     * What a hand-over goes by: 알림톡 the first time where the text is one, an SMS ever after, whatever the reason.
     *
     * @param number from 1
     */
    public Channel channel(int number) {
        return number == 1 && content.alimtalk() != null ? Channel.ALIMTALK : Channel.SMS;
    }

    /** What the latest hand-over hands over. */
    public Content outgoing() {
        return channel(attempt()) == Channel.ALIMTALK ? content : content.asSms();
    }

    /** All its hand-overs, the first one first. */
    public List<Progress> attempts() {
        return Stream.concat(earlier.stream(), Stream.of(progress)).toList();
    }

    /** What the provider said that ended it. */
    public @Nullable Receipt receipt() {
        return earlier.stream()
                .map(Progress::receipt)
                .filter(said -> said != null && said.state() == MessageState.DELIVERED)
                .findFirst()
                .orElse(progress.receipt());
    }

    /**
     * Whether somebody has to decide: nobody can tell, and nobody has said yet to leave it so. About a code nobody has to:
     * another is asked for; nor about one of a mailing: it is shown in doubt, and sent again only if it was never taken.
     */
    public boolean awaitsDecision() {
        return isUndecided() && (isOfCase() || isDigest());
    }

    /** Whether its provider may still be asked what became of it. A code is worth nothing by then. */
    public boolean mayBeAskedAbout() {
        return isUndecided() && progress.isInDoubt() && !(about instanceof PhoneCheck);
    }

    private boolean isUndecided() {
        return state() == MessageState.UNKNOWN && progress.decision() == null;
    }

    /** Whether it tells several notices at once. */
    public boolean isDigest() {
        return about instanceof Digest;
    }

    /** Whether it tells of a case. */
    public boolean isOfCase() {
        return about instanceof About;
    }

    /**
     * The case it tells of.
     *
     * @throws IllegalStateException when it tells of none
     */
    public About ofCase() {
        if (about instanceof About one) {
            return one;
        }
        throw new IllegalStateException(id + " is of no case");
    }

    /** Whether it is one of a mailing. */
    public boolean isOfMailing() {
        return about instanceof MailingPart;
    }

    /** How soon it is wanted. */
    public Urgency urgency() {
        return about instanceof MailingPart part && part.urgent()
                ? Urgency.ALERT
                : Step.ofNth(step).urgency();
    }

    /** Since when it waits: since it was stored, held no longer, or decided to be sent again. */
    public Instant waitingSince() {
        Instant asked = lastAsked();
        return notBefore != null && notBefore.isAfter(asked) ? notBefore : asked;
    }

    /** Since when it grows old: neither falling back to SMS nor a hold makes it younger, but that of a mailing does. */
    public Instant agingSince() {
        Instant asked = hasFallenBack() ? queuedAt : lastAsked();
        return isOfMailing() && notBefore != null && notBefore.isAfter(asked) ? notBefore : asked;
    }

    /** Whether it waits, or went, as an SMS because it was not delivered as 알림톡. */
    public boolean hasFallenBack() {
        Decision last = earlier.isEmpty() ? null : earlier.getLast().decision();
        return last != null && last.what() == Decision.What.FALLEN_BACK;
    }

    private Instant lastAsked() {
        Decision again = earlier.isEmpty() ? null : earlier.getLast().decision();
        return again == null ? queuedAt : again.at();
    }

    /** Whether it is not to go yet, unless one behind it may. */
    public boolean isHeldAt(Instant now) {
        return notBefore != null && notBefore.isAfter(now);
    }

    /** Which texts go one after the other: those of one case to one phone. */
    public String lane() {
        return about.id() + "/" + recipient;
    }

    /** The id of a hand-over with the provider: the message's own for the first, {@code …#n} for the n-th. */
    public String handOverId(int number) {
        return number == 1 ? id : id + "#" + number;
    }

    /** Our reference of a hand-over: 16 bits of its id, all that SMPP's user_message_reference holds. */
    public int reference(int number) {
        return referenceOf(handOverId(number));
    }

    /** The reference of a hand-over's id. */
    public static int referenceOf(String handOverId) {
        int hash = handOverId.hashCode();
        return (hash ^ (hash >>> 16)) & 0xFFFF;
    }

    /** Written down as being handed over by this instance. */
    public Message sending(String instance, String provider, Instant at) {
        return with(progress.sending(instance, provider, at));
    }

    /** Still written down as being handed over by the same instance, which had submitted nothing, from now on to this one. */
    public Message sendingAgain(String provider, Instant at) {
        return with(progress.sendingAgain(provider, at));
    }

    /** The provider definitely did not take it, and may later. */
    public Message putBack() {
        return with(progress.putBack());
    }

    /** The provider has it; its id is null when receipts cannot be matched to it. */
    public Message accepted(@Nullable String providerMessageId, Instant at) {
        return with(progress.accepted(providerMessageId, at));
    }

    /** Nobody can tell whether the provider took it. */
    public Message unknown(Reason reason) {
        return with(progress.ended(MessageState.UNKNOWN, reason));
    }

    /** The provider will never take it. */
    public Message failed(Reason reason) {
        return with(progress.ended(MessageState.FAILED, reason));
    }

    /** It is told by a digest, and not sent by itself. */
    public Message mergedInto(String digestId) {
        return dropped(new Reason(digestId, Cause.MERGED));
    }

    /** The id of the digest that tells it; null when it is told by itself. */
    public @Nullable String digestId() {
        Reason why = progress.reason();
        return why != null && why.cause() == Cause.MERGED ? why.said() : null;
    }

    /** Whether it may be told together with others to the same phone, once it is held no longer. */
    public boolean mayBeMerged() {
        return notBefore != null
                && state() == MessageState.QUEUED
                && attempt() == 1
                && isOfCase()
                && urgency() == Urgency.NOTICE
                && content.encoding() == Encoding.EUC_KR
                && !Step.ofNth(step).asksForAnswer();
    }

    /** It waits on, until that moment at least. */
    public Message heldUntil(@Nullable Instant moment) {
        if (progress.state() != MessageState.QUEUED) {
            throw new IllegalStateException(state() + " is not held");
        }
        return with(version, moment, progress, earlier);
    }

    /** It is worth nothing any more and is not sent. */
    public Message dropped(Reason reason) {
        return with(progress.ended(MessageState.DROPPED, reason));
    }

    /**
     * What the provider said became of a hand-over. Also of an earlier one, and while a later one is under way. What was
     * not delivered as 알림톡 waits to go by SMS, in the same write.
     *
     * @param providerMessageId the provider's id, so that it is known again when it is said twice
     */
    public Message received(int number, Receipt receipt, @Nullable String providerMessageId) {
        Progress heard = attempt(number).received(receipt, providerMessageId);
        if (number == attempt()) {
            Message ended = with(heard);
            boolean left = heard.decision() != null;
            return receipt.state() == MessageState.FAILED && channel(number) == Channel.ALIMTALK && !left
                    ? ended.fallenBack(receipt.at())
                    : ended;
        }
        List<Progress> changed = new ArrayList<>(earlier);
        changed.set(number - 1, heard);
        return with(progress, changed);
    }

    /** It waits to be handed over once more, by somebody's decision or because its provider never took it. */
    public Message again(Decision decision) {
        boolean neverTaken = decision.what() == Decision.What.NEVER_TAKEN;
        if (!(neverTaken ? mayBeAskedAbout() : awaitsDecision()) || attempt() >= MOST_ATTEMPTS) {
            throw new IllegalStateException(state() + " after " + attempt() + " hand-overs is not sent again");
        }
        Progress before = neverTaken
                ? progress.ended(MessageState.FAILED, new Reason("never taken", Cause.NEVER_TAKEN))
                : progress;
        List<Progress> more = new ArrayList<>(earlier);
        more.add(before.decided(decision));
        return with(Progress.QUEUED, more);
    }

    /** The provider will never take it as 알림톡, or nobody could for too long: it waits to go by SMS. */
    public Message fallenBack(Reason reason, Instant at) {
        MessageState end = progress.state() == MessageState.QUEUED ? MessageState.DROPPED : MessageState.FAILED;
        return with(progress.ended(end, reason)).fallenBack(at);
    }

    private Message fallenBack(Instant at) {
        if (channel(attempt()) != Channel.ALIMTALK) {
            throw new IllegalStateException("only 알림톡 falls back to SMS");
        }
        String by = Objects.requireNonNullElse(progress.provider(), Channel.ALIMTALK.wireName());
        Decision fallen = new Decision(Decision.What.FALLEN_BACK, by, by, at);
        return with(Progress.QUEUED, List.of(progress.decided(fallen)));
    }

    /** It is left as it is, by somebody's decision; a receipt may still end the doubt. */
    public Message left(Decision decision) {
        if (!awaitsDecision()) {
            throw new IllegalStateException(state() + " awaits no decision");
        }
        return with(progress.decided(decision));
    }

    /**
     * Whether others want to hear of it, having heard of {@code before}. Of what is told by a digest they hear when they
     * hear of that.
     */
    public boolean isNewsAfter(Message before) {
        return (isOfCase() || isDigest())
                && digestId() == null
                && state().isTold()
                && (state() != before.state() || !Objects.equals(progress.decision(), before.progress.decision()));
    }

    /** The same, of whose latest hand-over the store cannot take the provider's id. */
    public Message withoutProviderId() {
        return with(progress.withoutProviderId());
    }

    /** The same message as the store has it now. */
    public Message storedAs(long newVersion) {
        return with(newVersion, notBefore, progress, earlier);
    }

    private Message with(Progress next) {
        return with(next, earlier);
    }

    private Message with(Progress next, List<Progress> before) {
        return with(version, notBefore, next, before);
    }

    private Message with(long newVersion, @Nullable Instant held, Progress next, List<Progress> before) {
        return new Message(
                id,
                newVersion,
                about,
                step,
                recipient,
                sealedPhone,
                content,
                previous,
                eventAt,
                queuedAt,
                held,
                traceparent,
                next,
                before);
    }
}

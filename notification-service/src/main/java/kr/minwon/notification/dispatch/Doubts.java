package kr.minwon.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.Progress;
import org.jspecify.annotations.Nullable;

/** Which hand-over a receipt is of. Where more than one fits, none does. */
final class Doubts {
    /** Longer than carriers try: a receipt that comes later than this is told by an id, or not at all. */
    private static final Duration LONGEST_ON_ITS_WAY = Duration.ofDays(3);

    private final Messages messages;
    private final OpenPhone openPhone;

    /** @param openPhone opens a sealed phone number */
    Doubts(Messages messages, OpenPhone openPhone) {
        this.messages = messages;
        this.openPhone = openPhone;
    }

    /** @param attempt the number of the hand-over, from 1 */
    record HandedOver(Message message, int attempt) {
        Progress progress() {
            return message.attempt(attempt);
        }
    }

    /** By the provider's id, whatever has become of it. */
    Optional<HandedOver> byId(Receipts.Notice notice) {
        return messages.findByProviderId(notice.provider(), notice.providerMessageId()).stream()
                .flatMap(message -> attempts(
                        message,
                        number -> isOf(message.attempt(number), notice)
                                && notice.providerMessageId()
                                        .equals(message.attempt(number).providerMessageId())))
                .findFirst();
    }

    /** By our own reference and the phone, among those in doubt. */
    Optional<HandedOver> byReference(Receipts.Notice notice) {
        Integer reference = notice.reference();
        if (reference == null || notice.phone().isEmpty()) {
            return Optional.empty();
        }
        List<HandedOver> fitting = messages.inDoubt(notice.provider(), reference).stream()
                .filter(message -> isTo(message, notice))
                .flatMap(message -> attempts(
                        message,
                        number -> isOf(message.attempt(number), notice)
                                && message.attempt(number).isInDoubt()
                                && message.reference(number) == reference))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /**
     * By the phone and the time alone, for a provider that does not repeat our reference: every one that fits. Only to be
     * asked once the answers of all submits before the receipt are stored, or one of those could be meant.
     */
    List<HandedOver> byPhone(Receipts.Notice notice) {
        if (notice.reference() != null || notice.phone().isEmpty()) {
            return List.of();
        }
        Instant at = notice.receipt().at();
        return messages.inDoubtAt(notice.provider(), notice.phone()).stream()
                .filter(message -> isTo(message, notice))
                .flatMap(message -> attempts(
                        message,
                        number -> isOf(message.attempt(number), notice)
                                && message.attempt(number).isKnownByPhoneOnly()
                                && isInTime(message.attempt(number).sentAt(), at)))
                .toList();
    }

    private boolean isTo(Message message, Receipts.Notice notice) {
        return openPhone.apply(message.sealedPhone()).equals(notice.phone());
    }

    private static boolean isOf(Progress attempt, Receipts.Notice notice) {
        return notice.provider().equals(attempt.provider());
    }

    private static boolean isInTime(@Nullable Instant sent, Instant received) {
        return sent != null && !sent.isAfter(received) && sent.isAfter(received.minus(LONGEST_ON_ITS_WAY));
    }

    private static Stream<HandedOver> attempts(Message message, IntPredicate which) {
        return IntStream.rangeClosed(1, message.attempt())
                .filter(which)
                .mapToObj(number -> new HandedOver(message, number));
    }
}

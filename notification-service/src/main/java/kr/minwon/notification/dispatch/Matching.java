package kr.minwon.notification.dispatch;

import java.util.List;
import java.util.Optional;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends hand-overs by receipts. What is stored is a compare-and-set; the same receipt again does nothing. */
final class Matching {
    private static final Logger log = LoggerFactory.getLogger(Matching.class);

    private final Messages messages;
    private final Doubts doubts;
    private final DispatchMeter meter;

    Matching(Messages messages, Doubts doubts, DispatchMeter meter) {
        this.messages = messages;
        this.doubts = doubts;
        this.meter = meter;
    }

    /**
     * Whether it ended the hand-over it is of, now or before; false while that is not known.
     *
     * @throws RuntimeException when the store is away
     */
    boolean isApplied(Receipts.Notice notice) {
        return doubts.byId(notice)
                .or(() -> doubts.byReference(notice))
                .map(found -> isApplied(notice, found))
                .orElse(false);
    }

    /**
     * The same, where the phone alone may tell; false when no doubt fits. Where more than one does, each stays: a person
     * decides.
     *
     * @throws RuntimeException when the store is away
     */
    boolean isAppliedByPhone(Receipts.Notice notice) {
        List<Doubts.HandedOver> fitting = doubts.byPhone(notice);
        if (fitting.size() > 1) {
            meter.ambiguousReceipt(notice.provider());
            log.warn("a receipt fits {} messages in doubt and ends none: {}", fitting.size(), notice.key());
            return true;
        }
        return fitting.stream().anyMatch(found -> isApplied(notice, found));
    }

    private boolean isApplied(Receipts.Notice notice, Doubts.HandedOver found) {
        int attempt = found.attempt();
        // Somebody else may change it at the same moment: then what is stored now decides.
        for (Optional<Message> now = Optional.of(found.message());
                now.isPresent();
                now = messages.find(found.message().id())) {
            Message message = now.get();
            MessageState state = message.attempt(attempt).state();
            if (!state.mayBecome(notice.receipt().state())) {
                return state.isTold();
            }
            Message heard = message.received(attempt, notice.receipt(), notice.providerMessageId());
            if (messages.advance(message, heard).isPresent()) {
                meter.receipt(notice.provider(), notice.receipt().state());
                return true;
            }
        }
        return false;
    }
}

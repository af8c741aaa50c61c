package kr.minwon.notification.message.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.Decision;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Receipt;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.outbox.NewEvent;

/** Messages to {@code notification.message.v1}. */
public final class MessageEventMapper {
    /** The one type this service publishes. */
    public static final String TYPE = "notification.message.v1";

    private MessageEventMapper() {}

    /**
     * The message's whole state as an event; that of a digest as the state of each notice that it tells.
     *
     * @param now when it came to that state, unless a receipt says
     */
    public static List<NewEvent> messages(Message message, Instant now) {
        if (message.about() instanceof Digest digest) {
            return digest.parts().stream()
                    .map(part -> event(
                            message,
                            new About(part.complaintId(), digest.officeId(), part.receiptNumber()),
                            part.messageId(),
                            part.step(),
                            now))
                    .toList();
        }
        return List.of(event(message, message.ofCase(), message.id(), message.step(), now));
    }

    private static NewEvent event(Message message, About about, String messageId, String step, Instant now) {
        Receipt receipt = message.receipt();
        Decision decision = message.progress().decision();
        Reason reason = message.progress().reason();
        Instant at = Objects.requireNonNullElse(receipt == null ? null : receipt.at(), now);
        return NewEvent.of(
                TYPE,
                about.complaintId(),
                new NotificationMessageV1(
                        about.complaintId(),
                        about.officeId(),
                        about.receiptNumber(),
                        messageId,
                        step,
                        message.recipient(),
                        message.state().wireName(),
                        message.state().rank(),
                        SeoulTime.millis(at),
                        message.progress().provider(),
                        reason == null ? null : reason.said(),
                        message.attempt(),
                        decision == null ? null : decision.what().wireName()));
    }
}

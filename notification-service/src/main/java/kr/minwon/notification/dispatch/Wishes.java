package kr.minwon.notification.dispatch;

import java.time.Instant;
import java.util.Optional;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Urgency;

/** Whether somebody still wants to be told, and now. */
@FunctionalInterface
public interface Wishes {
    /** Nobody has said anything. */
    Wishes NONE = (message, phone) -> Optional.empty();

    /**
     * Why a text must not go out; nothing when it may.
     *
     * @param phone 11 digits
     * @throws RuntimeException when the store is away
     */
    Optional<Reason> refusal(Message message, String phone);

    /**
     * Why a text must not go out whoever it is to; nothing when it may.
     *
     * @throws RuntimeException when the store is away
     */
    default Optional<Reason> refusal(Message message) {
        return Optional.empty();
    }

    /**
     * Whether a text that its provider never took may go out anew by itself.
     *
     * @throws RuntimeException when the store is away
     */
    default boolean mayGoAgain(Message message) {
        return true;
    }

    /**
     * Until when a text must wait although its turn has come; nothing when it may go. It is stored so, and comes again.
     *
     * @param urgency how soon it is wanted, together with what has to wait for it
     * @throws RuntimeException when the store is away
     */
    default Optional<Instant> heldUntil(Message message, Urgency urgency) {
        return Optional.empty();
    }
}

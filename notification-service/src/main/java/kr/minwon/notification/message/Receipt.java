package kr.minwon.notification.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider said became of a message.
 *
 * @param state delivered or failed
 * @param reason why it failed
 */
public record Receipt(
        MessageState state, Instant at, @Nullable Reason reason) {
    public Receipt {
        if (state != MessageState.DELIVERED && state != MessageState.FAILED) {
            throw new IllegalArgumentException("a receipt says delivered or failed");
        }
    }
}

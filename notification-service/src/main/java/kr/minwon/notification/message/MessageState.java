package kr.minwon.notification.message;

import java.util.Locale;

/** Where a message is. A higher rank wins over a lower one, whatever order reports come in. */
public enum MessageState {
    QUEUED(0),
    SENDING(1),
    ACCEPTED(2),
    /** Nobody can tell whether the provider took it; it is not sent again blindly. */
    UNKNOWN(3),
    DELIVERED(4),
    FAILED(4),
    /** Not sent, because it had become worthless. */
    DROPPED(4);

    private final int rank;

    MessageState(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    /** The name on the wire, such as {@code queued}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a wire name. */
    public static MessageState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** Whether the next message to the same phone may go. */
    public boolean letsTheNextGo() {
        return rank >= ACCEPTED.rank;
    }

    /** Whether a message may go from here to {@code next}. */
    public boolean mayBecome(MessageState next) {
        return switch (this) {
            case QUEUED -> next == SENDING || next == DROPPED || next == FAILED;
            // Back to queued only on a provider's definite "not now".
            case SENDING -> next == QUEUED || next == ACCEPTED || next == UNKNOWN || next == FAILED;
            case ACCEPTED -> next == DELIVERED || next == FAILED;
            case UNKNOWN -> next == ACCEPTED || next == DELIVERED || next == FAILED;
            case DELIVERED, FAILED, DROPPED -> false;
        };
    }
}

package kr.minwon.notification.message;

import java.util.Locale;

/** Where a message is. A higher rank wins over a lower one, whatever order reports come in. */
public enum MessageState {
    /** Waits for its turn. */
    QUEUED(0),
    /** Written down immediately before its only submit. */
    SENDING(1),
    /** The provider has it. */
    ACCEPTED(2),
    /** Nobody can tell whether the provider took it; it is not sent again blindly. */
    UNKNOWN(3),
    /** The phone has it. */
    DELIVERED(4),
    /** It will never arrive. */
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

    /** Whether others are told of it: nothing more is expected to happen, though a receipt may still end an unknown. */
    public boolean isTold() {
        return rank >= UNKNOWN.rank;
    }

    /** Whether one hand-over may go from here to {@code next}. A message that is sent again begins at queued. */
    public boolean mayBecome(MessageState next) {
        return switch (this) {
            case QUEUED -> next == SENDING || next == DROPPED;
            // Back to queued only on a provider's definite "not now".
            case SENDING -> next == QUEUED || next == ACCEPTED || next == UNKNOWN || next == FAILED;
            case ACCEPTED -> next == DELIVERED || next == FAILED;
            // Accepted when the provider was asked, dropped when it never got what is worth nothing any more.
            case UNKNOWN -> next == ACCEPTED || next == DELIVERED || next == FAILED || next == DROPPED;
            case DELIVERED, FAILED, DROPPED -> false;
        };
    }
}

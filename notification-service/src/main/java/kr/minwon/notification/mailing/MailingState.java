package kr.minwon.notification.mailing;

import java.util.Locale;

/** Where a mailing is. */
public enum MailingState {
    /** Being written. */
    DRAFT,
    /** Waits for a second person. */
    SUBMITTED,
    /** Waits for its time. */
    APPROVED,
    SENDING,
    PAUSED,
    /** Every recipient was handed over, or refused. */
    DONE,
    /** Called off; what had gone out has gone out. */
    CANCELLED;

    /** The name on the wire, such as {@code sending}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a wire name. */
    public static MailingState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing more is sent. */
    public boolean isOver() {
        return this == DONE || this == CANCELLED;
    }
}

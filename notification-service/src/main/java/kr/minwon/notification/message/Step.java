package kr.minwon.notification.message;

import java.util.Locale;

/** What a resident is told of. */
public enum Step {
    RECEIVED,
    /** Department, contact and deadline (민원처리법 시행령 §31). */
    ASSIGNED,
    ANSWERED,
    WITHDRAWN;

    /** The name in message ids and templates. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

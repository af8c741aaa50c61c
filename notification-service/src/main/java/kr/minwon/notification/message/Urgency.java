package kr.minwon.notification.message;

import java.util.Locale;

/** How soon a text is wanted, the most urgent first. Each waits with its like only, so that none waits behind a crowd. */
public enum Urgency {
    /** A code somebody is waiting for with a form open before them. */
    CODE,
    /** Tells people at once that what they have just done has arrived; also at night. */
    URGENT,
    /** Tells many at once what they need to know now, such as of a flood; also at night. */
    ALERT,
    /** What the office tells of a case. */
    NOTICE,
    /** What many are told at once: it goes after all else, at a pace of its own. */
    BULK;

    /** The name in settings and meters. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

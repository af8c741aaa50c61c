package kr.minwon.outbox;

/** What became of an incoming event. */
public enum Applied {
    /** Its effect is stored. */
    APPLIED,
    /** Recorded as seen; the type is not needed, or the state can no longer take it. */
    NO_EFFECT,
    /** It had been applied before; nothing was written. */
    SEEN_BEFORE,
    /** It came before its predecessor and waits in the document. */
    KEPT_EARLY
}

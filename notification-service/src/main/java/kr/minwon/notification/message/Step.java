package kr.minwon.notification.message;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a resident is told of. */
public enum Step {
    /** Filed, and to be accepted by hand. */
    FILED,
    /** 접수. */
    RECEIVED,
    /** Department, contact and deadline (민원처리법 시행령 §31). */
    ASSIGNED,
    ANSWERED,
    WITHDRAWN,
    /** 보완요구 (민원처리법 §22). */
    SUPPLEMENT,
    /** What was asked for has come; the clock goes on. */
    SUPPLEMENTED,
    /** 처리기간 연장, with its reason and the new date (민원처리법 시행령 §21①). */
    EXTENDED,
    /** Counted again, because a day is off since or no longer. */
    DEADLINE,
    /** Its resident changed what was asked (민원처리법 §22). */
    CHANGED,
    /** Opened again with a period of its own: an objection (민원처리법 §35), or one more answer. */
    REOPENED,
    /** 진행상황 (민원처리법 시행령 §23). */
    PROGRESS,
    /** Answered together with another petition of the same purpose (민원처리법 시행령 §6⑥). */
    MERGED,
    /** What had ended goes on. */
    CONTINUED,
    /** Closed as a repeat (민원처리법 §23). */
    CLOSED,
    /** A further extension asks for consent (민원처리법 시행령 §21②). */
    CONSENT,
    /** 반려 (민원처리법 시행령 §25). */
    RETURNED,
    /** 이송 to another office (민원처리법 §16). */
    TRANSFERRED,
    /** The code that proves whose a phone is; no step of a case. */
    CODE,
    /** Several notices to one phone as one text; no step of one case. */
    DIGEST,
    /** What the subscribers of a topic are told; no step of a case, and written anew each time. */
    MAILING;

    /** The answers to what a resident has just done; they are waited for. */
    private static final Set<Step> AWAITED = EnumSet.of(FILED, RECEIVED, WITHDRAWN, CHANGED, SUPPLEMENTED);

    /** How soon its text is wanted. */
    public Urgency urgency() {
        if (this == CODE) {
            return Urgency.CODE;
        }
        if (this == MAILING) {
            return Urgency.BULK;
        }
        return AWAITED.contains(this) ? Urgency.URGENT : Urgency.NOTICE;
    }

    /** Whether its text asks for an answer by a link, and so is best read by itself. */
    public boolean asksForAnswer() {
        return this == SUPPLEMENT || this == CONSENT;
    }

    /** Whether its words are a template's, and not written by hand. */
    public boolean hasTemplate() {
        return this != MAILING;
    }

    /** The name in templates and in front of a number. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in message ids, such as {@code assigned.2}. */
    public String nth(int n) {
        return wireName() + "." + n;
    }

    /**
     * The step of a name such as {@code assigned}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Step ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The step of a name such as {@code assigned.2}. */
    public static Step ofNth(String nth) {
        return ofWireName(nth.substring(0, nth.indexOf('.')));
    }
}

package kr.minwon.complaint.complaint;

import java.util.Locale;

/** Why a move was not allowed; expected, so a value and no exception. */
public enum Refusal {
    /** Filed, and not yet accepted by the office. */
    NOT_YET_ACCEPTED,
    /** No department yet; it comes within moments. */
    NOT_YET_ROUTED,
    /** The case of another department. */
    OTHER_DEPARTMENT,
    /** Answered before. */
    ALREADY_ANSWERED,
    /** Nothing was answered yet. */
    NOT_YET_ANSWERED,
    /** Withdrawn before. */
    ALREADY_WITHDRAWN,
    /** Closed. */
    ALREADY_CLOSED,
    /** Returned, because a supplement did not come. */
    ALREADY_RETURNED,
    /** Another office has it. */
    ALREADY_TRANSFERRED,
    /** A supplement is awaited. */
    SUPPLEMENT_AWAITED,
    /** No supplement is awaited. */
    NO_SUPPLEMENT_AWAITED,
    /** A supplement was asked for twice, which is as often as the law allows. */
    SUPPLEMENT_ASKED_TWICE,
    /** A second request gives ten days at most. */
    SECOND_SUPPLEMENT_TOO_LONG,
    /** More time was asked for twice, which is as often as the law allows. */
    MORE_TIME_TWICE,
    /** Nothing is returned before the time of its second request is over. */
    SUPPLEMENT_STILL_IN_TIME,
    /** No consent is asked for. */
    NO_CONSENT_ASKED,
    /** The consent was given or refused before. */
    CONSENT_ANSWERED,
    /** Changed as often as one may. */
    TOO_MANY_CHANGES,
    /** Only a statutory petition is objected to (민원처리법 §35). */
    NOT_STATUTORY,
    /** Nothing was refused. */
    NOTHING_REFUSED,
    /** Objected before. */
    ALREADY_OBJECTED,
    /** The time for an objection is over. */
    OBJECTION_TOO_LATE,
    /** The answer was rated as satisfying. */
    NOT_DISSATISFIED,
    /** One more answer was given already. */
    REOPENED_ONCE,
    /** The time to ask for one more answer is over. */
    REOPENING_TOO_LATE,
    /** It is answered with another petition. */
    MERGED,
    /** Nothing is merged with it. */
    NOT_MERGED,
    /** More petitions than are handled as one. */
    GROUP_TOO_LARGE,
    /** A statutory petition is never closed as a repeat (민원처리법 §23). */
    STATUTORY_IS_NO_REPEAT,
    /** Fewer than three petitions of one matter. */
    TOO_FEW_REPEATS,
    /** Not marked as a repeat. */
    NOT_MARKED_AS_REPEAT,
    /** Fewer than two results were told. */
    TOO_FEW_RESULTS,
    /** It was not closed as a repeat. */
    NOT_CLOSED_AS_REPEAT,
    /** The office answers only what somebody has approved. */
    APPROVAL_REQUIRED,
    /** No answer waits for approval. */
    NO_DRAFT_AWAITING,
    /** The draft is not the one that was seen. */
    DRAFT_CHANGED,
    /** Nobody approves what they wrote. */
    OWN_DRAFT,
    /** The idempotency key belongs to other content. */
    KEY_REUSED;

    /** The name in problems, events and meters. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

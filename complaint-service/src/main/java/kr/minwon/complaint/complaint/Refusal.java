package kr.minwon.complaint.complaint;

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
    /** The idempotency key belongs to other content. */
    KEY_REUSED
}

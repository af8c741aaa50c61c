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
    /** The idempotency key belongs to other content. */
    KEY_REUSED
}

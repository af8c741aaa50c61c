package kr.minwon.complaint.complaint.web;

import kr.minwon.complaint.complaint.AnswerComplaint;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Refusal;
import kr.minwon.complaint.photo.PhotoRefusal;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;

/** The problems of this service; their sentences are in {@code problems/complaint-service}. */
final class ComplaintProblems {
    static final ProblemType NO_PUBLIC_COMPLAINT = new ProblemType("no-public-complaint", 404);
    static final ProblemType COMPLAINT_NOT_FOUND = new ProblemType("complaint-not-found", 404);
    static final ProblemType ATTACHMENT_NOT_FOUND = new ProblemType("attachment-not-found", 404);
    static final ProblemType LOOKUP_CODE_REQUIRED = new ProblemType("lookup-code-required", 401);
    static final ProblemType KEY_TOO_WEAK = new ProblemType("idempotency-key-too-weak", 400);
    static final ProblemType KEY_MALFORMED = new ProblemType("idempotency-key-malformed", 400);
    static final ProblemType KEY_REUSED = new ProblemType("idempotency-key-reused", 422);
    static final ProblemType TOO_MANY_FILINGS = new ProblemType("too-many-filings", 429);
    static final ProblemType PHOTO_NOT_AN_IMAGE = new ProblemType("photo-not-an-image", 415);
    static final ProblemType PHOTO_TOO_LARGE = new ProblemType("photo-too-large", 422);
    static final ProblemType PHOTO_UNREADABLE = new ProblemType("photo-unreadable", 422);
    static final ProblemType PHOTOS_BUSY = new ProblemType("photos-busy", 503);
    static final ProblemType NOT_YET_ACCEPTED = new ProblemType("not-yet-accepted", 409);
    static final ProblemType NOT_YET_ROUTED = new ProblemType("not-yet-routed", 409);
    static final ProblemType ALREADY_ANSWERED = new ProblemType("already-answered", 409);
    static final ProblemType NOT_YET_ANSWERED = new ProblemType("not-yet-answered", 409);
    static final ProblemType ALREADY_WITHDRAWN = new ProblemType("already-withdrawn", 409);
    static final ProblemType ALREADY_CLOSED = new ProblemType("already-closed", 409);

    static final ProblemType ALREADY_RETURNED = new ProblemType("already-returned", 409);
    static final ProblemType ALREADY_TRANSFERRED = new ProblemType("already-transferred", 409);
    static final ProblemType SUPPLEMENT_AWAITED = new ProblemType("supplement-awaited", 409);
    static final ProblemType NO_SUPPLEMENT_AWAITED = new ProblemType("no-supplement-awaited", 409);
    static final ProblemType SUPPLEMENT_ASKED_TWICE = new ProblemType("supplement-asked-twice", 409);
    static final ProblemType SECOND_SUPPLEMENT_TOO_LONG = new ProblemType("second-supplement-too-long", 422);
    static final ProblemType MORE_TIME_TWICE = new ProblemType("more-time-twice", 409);
    static final ProblemType SUPPLEMENT_STILL_IN_TIME = new ProblemType("supplement-still-in-time", 409);
    static final ProblemType NO_CONSENT_ASKED = new ProblemType("no-consent-asked", 409);
    static final ProblemType CONSENT_ANSWERED = new ProblemType("consent-answered", 409);
    static final ProblemType TOO_MANY_CHANGES = new ProblemType("too-many-changes", 409);
    static final ProblemType NOT_STATUTORY = new ProblemType("not-statutory", 409);
    static final ProblemType NOTHING_REFUSED = new ProblemType("nothing-refused", 409);
    static final ProblemType ALREADY_OBJECTED = new ProblemType("already-objected", 409);
    static final ProblemType OBJECTION_TOO_LATE = new ProblemType("objection-too-late", 409);
    static final ProblemType NOT_DISSATISFIED = new ProblemType("not-dissatisfied", 409);
    static final ProblemType REOPENED_ONCE = new ProblemType("reopened-once", 409);
    static final ProblemType REOPENING_TOO_LATE = new ProblemType("reopening-too-late", 409);
    static final ProblemType MERGED = new ProblemType("merged", 409);
    static final ProblemType NOT_MERGED = new ProblemType("not-merged", 409);
    static final ProblemType GROUP_TOO_LARGE = new ProblemType("group-too-large", 422);
    static final ProblemType STATUTORY_IS_NO_REPEAT = new ProblemType("statutory-is-no-repeat", 409);
    static final ProblemType TOO_FEW_REPEATS = new ProblemType("too-few-repeats", 422);
    static final ProblemType NOT_MARKED_AS_REPEAT = new ProblemType("not-marked-as-repeat", 409);
    static final ProblemType TOO_FEW_RESULTS = new ProblemType("too-few-results", 409);
    static final ProblemType NOT_CLOSED_AS_REPEAT = new ProblemType("not-closed-as-repeat", 409);
    static final ProblemType TOO_FEW_PEOPLE = new ProblemType("too-few-people", 422);
    static final ProblemType APPROVAL_REQUIRED = new ProblemType("approval-required", 409);
    static final ProblemType NO_DRAFT_AWAITING = new ProblemType("no-draft-awaiting", 409);
    static final ProblemType DRAFT_CHANGED = new ProblemType("draft-changed", 409);
    static final ProblemType OWN_DRAFT = new ProblemType("own-draft", 403);
    static final ProblemType LINK_UNKNOWN = new ProblemType("link-unknown", 404);
    static final ProblemType LINK_USED = new ProblemType("link-used", 410);
    static final ProblemType LINK_REPLACED = new ProblemType("link-replaced", 410);

    private ComplaintProblems() {}

    static ProblemException notFound() {
        return new ProblemException(COMPLAINT_NOT_FOUND);
    }

    static ProblemException of(Refusal refusal) {
        return switch (refusal) {
            case NOT_YET_ACCEPTED -> new ProblemException(NOT_YET_ACCEPTED);
            case NOT_YET_ROUTED -> notYetRouted();
            case OTHER_DEPARTMENT -> new ProblemException(ProblemType.OTHER_DEPARTMENT);
            case ALREADY_ANSWERED -> new ProblemException(ALREADY_ANSWERED);
            case NOT_YET_ANSWERED -> new ProblemException(NOT_YET_ANSWERED);
            case ALREADY_WITHDRAWN -> new ProblemException(ALREADY_WITHDRAWN);
            case ALREADY_CLOSED -> new ProblemException(ALREADY_CLOSED);
            case ALREADY_RETURNED -> new ProblemException(ALREADY_RETURNED);
            case ALREADY_TRANSFERRED -> new ProblemException(ALREADY_TRANSFERRED);
            case SUPPLEMENT_AWAITED -> new ProblemException(SUPPLEMENT_AWAITED);
            case NO_SUPPLEMENT_AWAITED -> new ProblemException(NO_SUPPLEMENT_AWAITED);
            case SUPPLEMENT_ASKED_TWICE -> new ProblemException(SUPPLEMENT_ASKED_TWICE);
            case SECOND_SUPPLEMENT_TOO_LONG ->
                new ProblemException(SECOND_SUPPLEMENT_TOO_LONG, Limits.SECOND_SUPPLEMENT_DAYS);
            case MORE_TIME_TWICE -> new ProblemException(MORE_TIME_TWICE);
            case SUPPLEMENT_STILL_IN_TIME -> new ProblemException(SUPPLEMENT_STILL_IN_TIME);
            case NO_CONSENT_ASKED -> new ProblemException(NO_CONSENT_ASKED);
            case CONSENT_ANSWERED -> new ProblemException(CONSENT_ANSWERED);
            case TOO_MANY_CHANGES -> new ProblemException(TOO_MANY_CHANGES, Limits.CHANGES);
            case NOT_STATUTORY -> new ProblemException(NOT_STATUTORY);
            case NOTHING_REFUSED -> new ProblemException(NOTHING_REFUSED);
            case ALREADY_OBJECTED -> new ProblemException(ALREADY_OBJECTED);
            case OBJECTION_TOO_LATE -> new ProblemException(OBJECTION_TOO_LATE, Limits.OBJECTION_DAYS);
            case NOT_DISSATISFIED -> new ProblemException(NOT_DISSATISFIED);
            case REOPENED_ONCE -> new ProblemException(REOPENED_ONCE);
            case REOPENING_TOO_LATE -> new ProblemException(REOPENING_TOO_LATE, Limits.REOPENING_DAYS);
            case MERGED -> new ProblemException(MERGED);
            case NOT_MERGED -> new ProblemException(NOT_MERGED);
            case GROUP_TOO_LARGE -> new ProblemException(GROUP_TOO_LARGE, Limits.GROUP);
            case STATUTORY_IS_NO_REPEAT -> new ProblemException(STATUTORY_IS_NO_REPEAT);
            case TOO_FEW_REPEATS -> new ProblemException(TOO_FEW_REPEATS, Limits.REPEATS);
            case NOT_MARKED_AS_REPEAT -> new ProblemException(NOT_MARKED_AS_REPEAT);
            case TOO_FEW_RESULTS -> new ProblemException(TOO_FEW_RESULTS, Limits.RESULTS_BEFORE_CLOSING);
            case NOT_CLOSED_AS_REPEAT -> new ProblemException(NOT_CLOSED_AS_REPEAT);
            case APPROVAL_REQUIRED -> new ProblemException(APPROVAL_REQUIRED);
            case NO_DRAFT_AWAITING -> new ProblemException(NO_DRAFT_AWAITING);
            case DRAFT_CHANGED -> new ProblemException(DRAFT_CHANGED);
            case OWN_DRAFT -> new ProblemException(OWN_DRAFT);
            case KEY_REUSED -> new ProblemException(KEY_REUSED);
        };
    }

    static ProblemException notYetRouted() {
        return new ProblemException(NOT_YET_ROUTED).retryAfter(AnswerComplaint.retryAfter());
    }

    /** @param index of the photo, from 0; people count from 1 */
    static ProblemException of(PhotoRefusal refusal, int index) {
        ProblemType type = switch (refusal) {
            case NOT_AN_IMAGE -> PHOTO_NOT_AN_IMAGE;
            case TOO_LARGE -> PHOTO_TOO_LARGE;
            case UNREADABLE -> PHOTO_UNREADABLE;
        };
        return new ProblemException(type, index + 1).with("photo", index + 1);
    }
}

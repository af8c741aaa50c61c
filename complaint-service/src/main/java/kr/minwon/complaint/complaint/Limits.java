package kr.minwon.complaint.complaint;

/** Every limit of what a resident or an officer may send; lengths in code points after trimming. */
public final class Limits {
    public static final int TITLE = 100;
    public static final int BODY = 4_000;
    public static final int ADDRESS = 200;
    public static final int NAME = 50;
    /** Longest phone number as typed, before separators are taken out. */
    public static final int PHONE_TYPED = 40;

    public static final int ANSWER = 4_000;
    public static final int WITHDRAWAL_REASON = 500;
    public static final int RATING_COMMENT = 1_000;
    /** Those who saved a draft of one answer and are remembered. */
    public static final int DRAFT_AUTHORS = 100;
    /** What an officer asks for, or why a case is returned. */
    public static final int REASON = 1_000;
    /** What whoever brings a filing for a resident tells the staff. */
    public static final int FILING_NOTE = 4_000;
    /** Rows of a list that everyone may read. */
    public static final int OPEN_ROWS = 1_000;
    /** Days that such a list may span. */
    public static final int OPEN_DAYS = 90;
    /** Requests for a supplement (민원처리법 시행령 §25). */
    public static final int SUPPLEMENTS = 2;
    /** Days of a first request when the officer says nothing, and most of them. */
    public static final int SUPPLEMENT_DAYS = 10;

    public static final int MOST_SUPPLEMENT_DAYS = 60;
    /** Most days of a second request (민원처리법 시행령 §25①). */
    public static final int SECOND_SUPPLEMENT_DAYS = 10;
    /** How often more time may be asked for (민원처리법 시행령 §24③). */
    public static final int MORE_TIME = 2;

    /** How often a resident may change what was asked. */
    public static final int CHANGES = 10;
    /** Days after an answer within which an objection comes (민원처리법 §35①). */
    public static final int OBJECTION_DAYS = 60;
    /** Days after an answer within which one more may be asked for. */
    public static final int REOPENING_DAYS = 30;
    /** Petitions of one matter that make the last a repeat (민원처리법 §23). */
    public static final int REPEATS = 3;
    /** Results told before a further repeat may be closed (민원처리법 §23①). */
    public static final int RESULTS_BEFORE_CLOSING = 2;
    /** People whose petitions may be handled as one, at least (민원처리법 시행령 §6⑥). */
    public static final int PEOPLE = 5;
    /** Petitions that are answered with another one, at most. */
    public static final int GROUP = 100;
    /** Earlier petitions of a person that the staff are shown. */
    public static final int RELATED = 50;

    /** Lines of the register on a page. */
    public static final int REGISTER_PAGE = 100;

    /** What somebody looks for. */
    public static final int QUERY = 100;
    /** Distinct words that a case is found by; further ones it is not. */
    public static final int WORDS = 500;
    /** Code points of a word; what is longer is compared by its beginning. */
    public static final int WORD = 40;
    /** Cases on a page of found ones. */
    public static final int SEARCH_PAGE = 20;
    /** Cases with the rarest of several words that one search looks at. */
    public static final int SEARCH_STEP = 1_000;
    /** Code points of an excerpt. */
    public static final int EXCERPT = 120;
    /** Code points of it before the first hit. */
    public static final int EXCERPT_BEFORE = 30;

    public static final int SCORE_LOWEST = 1;
    public static final int SCORE_HIGHEST = 5;
    /** Until here a rating says that the resident is not satisfied (불만족). */
    public static final int SCORE_DISSATISFIED = 2;

    /** Fields that are none of ours and are named in a refusal, at most. */
    public static final int UNKNOWN_FIELDS = 5;

    public static final double LAT = 90;
    public static final double LNG = 180;

    public static final int PHOTOS = 5;
    /** Bytes of one photo as sent; the same figure as {@code spring.servlet.multipart.max-file-size}. */
    public static final int PHOTO_BYTES = 10 * 1024 * 1024;

    /** Characters of an idempotency key; 22 of {@code [A-Za-z0-9_-]} carry 128 random bits. */
    public static final int IDEMPOTENCY_KEY = 200;

    public static final int IDEMPOTENCY_KEY_OF_A_STRANGER = 22;

    /** Requests that a case remembers beside what they did. */
    public static final int REQUESTS = 20;

    /** Entries of a timeline in the complaint's own document; older ones continue in pages. */
    public static final int TIMELINE = 200;
    /** Entries of one page of an older timeline. */
    public static final int TIMELINE_PAGE = 100;
    /** Texts whose state a complaint keeps. */
    public static final int MESSAGES = 200;

    /** Milliseconds that an answer waits for a department that is not known yet. */
    public static final long ROUTING_WAIT_MILLIS = 2_000;

    private Limits() {}
}

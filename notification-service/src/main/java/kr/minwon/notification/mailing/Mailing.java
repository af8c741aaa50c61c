package kr.minwon.notification.mailing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.notification.subscription.Reach;
import org.jspecify.annotations.Nullable;

/**
 * One text to all who subscribed to a topic. Its recipients are taken up page by page, and how far that has come is in it:
 * who is taken up twice is told once, by the id of the message.
 *
 * @param departmentId whose it is: of whoever wrote it first; null where they act for none or several, and of one that was
 *     written before this was kept
 * @param revision how often it was written anew: what is approved is what was seen
 * @param purpose what its recipients have to have consented to
 * @param log who did what, the first first
 * @param createdAt when it was first written
 * @param cursor how far its recipients are taken up; null before the first
 * @param takenUp whether there are no more
 * @param settled whether no receipt is waited for any more
 * @param request by which the request that wrote it first is recognised when it comes again; null where it had no key
 */
public record Mailing(
        String id,
        String officeId,
        @Nullable String departmentId,
        MailingState state,
        Letter letter,
        String purpose,
        int revision,
        List<Signature> log,
        Instant createdAt,
        @Nullable String cursor,
        boolean takenUp,
        boolean settled,
        @Nullable RequestMark request) {
    /** Most entries of the log that pausing may fill; calling off is always possible. */
    static final int MOST_SIGNATURES = 200;

    public static final String WRITTEN = "written";

    public Mailing {
        log = List.copyOf(log);
    }

    /** A new draft. */
    static Mailing written(
            String id,
            String officeId,
            @Nullable String departmentId,
            Letter letter,
            String purpose,
            Signature by,
            @Nullable RequestMark request) {
        return new Mailing(
                id,
                officeId,
                departmentId,
                MailingState.DRAFT,
                letter,
                purpose,
                1,
                List.of(by),
                by.at(),
                null,
                false,
                false,
                request);
    }

    /** Written anew while it is a draft. */
    Mailing rewritten(Letter next, String nextPurpose, Signature by) {
        if (state != MailingState.DRAFT) {
            throw new IllegalStateException(state + " is not written any more");
        }
        return new Mailing(
                id,
                officeId,
                departmentId,
                state,
                next,
                nextPurpose,
                revision + 1,
                with(by),
                createdAt,
                null,
                false,
                false,
                request);
    }

    /** Moved, by somebody or by time. */
    Mailing moved(Move move, Signature by) {
        if (!move.mayBeMadeFrom(state)) {
            throw new IllegalStateException(state + " takes no " + move);
        }
        return new Mailing(
                id,
                officeId,
                departmentId,
                move.to(),
                letter,
                purpose,
                revision,
                with(by),
                createdAt,
                cursor,
                takenUp,
                settled,
                request);
    }

    /** Taken up so far; null for the end. */
    Mailing takenUpTo(@Nullable String place) {
        return new Mailing(
                id,
                officeId,
                departmentId,
                state,
                letter,
                purpose,
                revision,
                log,
                createdAt,
                place == null ? cursor : place,
                place == null,
                settled,
                request);
    }

    /** Nothing more is expected to happen. */
    Mailing settle() {
        return new Mailing(
                id,
                officeId,
                departmentId,
                state,
                letter,
                purpose,
                revision,
                log,
                createdAt,
                cursor,
                takenUp,
                true,
                request);
    }

    private List<Signature> with(Signature by) {
        List<Signature> more = new ArrayList<>(log);
        more.add(by);
        return more;
    }

    /** Whether somebody wrote some of it, or sent it to be approved: they are not the second person. */
    public boolean isBy(String accountId) {
        return log.stream()
                .filter(one -> one.what().equals(WRITTEN) || one.what().equals(Move.SUBMIT.wireName()))
                .anyMatch(one -> one.by().equals(accountId));
    }

    /** Whom it goes to. */
    public Reach reach() {
        return Reach.of(officeId, letter.topicId(), letter.dongs(), letter.advertising());
    }

    /** When the latest of such a move was made; null when none was. */
    public @Nullable Instant at(Move move) {
        return log.reversed().stream()
                .filter(one -> one.what().equals(move.wireName()))
                .map(Signature::at)
                .findFirst()
                .orElse(null);
    }
}

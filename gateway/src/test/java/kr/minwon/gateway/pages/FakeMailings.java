package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import kr.minwon.gateway.clients.MailingApi;
import org.jspecify.annotations.Nullable;

/** One mailing, in whatever state it is put. */
public final class FakeMailings implements MailingApi {
    public static final String ID = "0123456789abcdef";

    private final List<String> moves = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private String state = "draft";
    private boolean ours = true;
    private boolean mine = true;
    private boolean counted = true;
    private Letter letter = new Letter("waste", List.of(), null, "<script>alert(1)</script>", false, null, 1);
    private @Nullable RuntimeException refusal;
    private @Nullable Boolean urgent;
    private @Nullable String heldUntil;
    private boolean timePast;

    public void put(String newState, boolean byWhoeverAsks) {
        state = newState;
        mine = byWhoeverAsks;
    }

    /** What the service says of the night. */
    public void night(boolean isUrgent, @Nullable String until) {
        urgent = isUrgent;
        heldUntil = until;
    }

    /** Its time passes. */
    public void pass() {
        timePast = true;
    }

    /** It is another department's than that of whoever asks. */
    public void putElsewhere(String newState) {
        put(newState, false);
        ours = false;
    }

    /** It is not known yet whom it reaches. */
    public void count() {
        counted = false;
    }

    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    /** What was done to it, with the revision that was looked at. */
    public List<String> moves() {
        return moves;
    }

    /** Under which keys mailings were written. */
    public List<String> keys() {
        return keys;
    }

    /** What was written last. */
    public Letter letter() {
        return letter;
    }

    @Override
    public Page list(@Nullable String cursor) {
        return new Page(List.of(show(ID)), null);
    }

    @Override
    public Mailing show(String id) {
        return new Mailing(
                ID,
                state,
                "waste",
                letter.dongs(),
                letter.subject(),
                String.valueOf(letter.text()),
                letter.advertising(),
                "2026-11-30T16:30:00+09:00",
                3,
                ours,
                mine,
                "2026-11-23T10:12:30+09:00",
                List.of(new Entry("written", "민원실", "", "2026-11-23T10:12:30+09:00")),
                "[서구청] " + letter.text(),
                letter.subject(),
                80,
                "SMS",
                counted ? 1_204L : null,
                counted ? 10_836L : null,
                2_700,
                urgent,
                heldUntil,
                timePast,
                new Progress(
                        400,
                        100,
                        0,
                        90,
                        200,
                        7,
                        1,
                        2,
                        List.of(new Reason("no-such-number", 7), new Reason("opted-out", 2)),
                        "2026-11-23T10:20:00+09:00"));
    }

    @Override
    public Mailing write(Letter next, String idempotencyKey) {
        keys.add(idempotencyKey);
        return written(next);
    }

    private Mailing written(Letter next) {
        if (refusal != null) {
            throw refusal;
        }
        letter = next;
        return show(ID);
    }

    @Override
    public Mailing rewrite(String id, Letter next) {
        return written(next);
    }

    @Override
    public Mailing move(String id, String move, Move seen) {
        if (refusal != null) {
            throw refusal;
        }
        moves.add(move + " " + seen.revision());
        return show(ID);
    }

    @Override
    public Recipients recipients(String id, @Nullable String cursor, int limit) {
        return cursor == null
                ? new Recipients(
                        List.of(new Recipient(
                                "010-****-5678", "delivered", "smpp", "2026-11-23T10:12:30+09:00", null, null, null)),
                        "more")
                : new Recipients(
                        List.of(new Recipient("010-****-0001", "failed", "x", null, null, null, "=cmd|' /C calc'!A0")),
                        null);
    }
}

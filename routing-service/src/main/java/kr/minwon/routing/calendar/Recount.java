package kr.minwon.routing.calendar;

import java.time.Instant;
import java.time.LocalDate;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.workitem.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The open cases of an office are counted again, because a day is off since or no longer. Counted a case at a time and in
 * order; begun again it goes on where it was, and a case that it counts twice changes once.
 *
 * @param added whether the day was added, or taken back
 * @param tell whether residents are to hear of their new deadline
 * @param by the administrator's id
 */
public record Recount(
        String id,
        String officeId,
        CalendarOverride day,
        boolean added,
        boolean tell,
        String by,
        Instant requestedAt,
        State state,
        Progress progress) {
    private static final Standing LAST = Standing.FILED;

    /** Where it stands. */
    public enum State {
        /** Until every instance knows the office's new days off. */
        WAITING("waiting"),
        RUNNING("running"),
        DONE("done"),
        /** Another change of the same day came before it was done. */
        SUPERSEDED("superseded");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /**
     * How far it came.
     *
     * @param standing at which cases it is: those whose clock runs come first
     * @param cursor where it goes on; null at a beginning
     * @param seen cases that were looked at
     * @param changed cases that have another deadline
     */
    public record Progress(
            Standing standing,
            @Nullable String cursor,
            long seen,
            long changed,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        /** It has not begun. */
        public static final Progress NONE = new Progress(Standing.RUNNING, null, 0, 0, null, null);

        private Standing next() {
            return Standing.values()[Math.min(standing.ordinal() + 1, LAST.ordinal())];
        }
    }

    static Recount requested(
            String id, String officeId, CalendarOverride day, boolean added, boolean tell, String by, Instant at) {
        return new Recount(id, officeId, day, added, tell, by, at, State.WAITING, Progress.NONE);
    }

    public LocalDate date() {
        return day.date();
    }

    /** After one more stretch of cases. */
    Recount after(long seen, long changed, @Nullable String end, Instant now) {
        Instant startedAt = progress.startedAt() == null ? now : progress.startedAt();
        boolean over = end == null && progress.standing() == LAST;
        Progress next = new Progress(
                end == null ? progress.next() : progress.standing(),
                end,
                progress.seen() + seen,
                progress.changed() + changed,
                startedAt,
                over ? now : null);
        return with(over ? State.DONE : State.RUNNING, next);
    }

    /** Begun, before its first stretch. */
    Recount begun(Instant now) {
        return progress.startedAt() != null
                ? this
                : with(State.RUNNING, new Progress(Standing.RUNNING, null, 0, 0, now, null));
    }

    private Recount with(State next, Progress far) {
        return new Recount(id, officeId, day, added, tell, by, requestedAt, next, far);
    }
}

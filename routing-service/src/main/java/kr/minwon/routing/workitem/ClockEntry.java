package kr.minwon.routing.workitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import kr.minwon.routing.clock.Period;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a clock (민원처리법 제19조): its deadline follows from these alone.
 *
 * @param from the first day that is not counted, of a pause or a suspension; Seoul's date
 * @param to the last one, of a resumption or a suspension
 * @param period what an extension adds, or how long a clock runs that was reopened
 * @param cause why it stood, such as {@code supplement} or {@code inspection}
 */
public record ClockEntry(
        Kind kind,
        Instant at,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Period period,
        @Nullable String cause) {
    /** What it does. */
    public enum Kind {
        STARTED("started"),
        /** It stands from a day on, until it is resumed. */
        PAUSED("paused"),
        /** It goes on after a day. */
        RESUMED("resumed"),
        /** It stands from one day to another, both known. */
        SUSPENDED("suspended"),
        EXTENDED("extended"),
        /** Given up by its department: on its way to the right one through the 민원실. */
        FORWARDED("forwarded"),
        /** It has come to a department. */
        ARRIVED("arrived"),
        /** Counted again by another calendar or policy. */
        RECOMPUTED("recomputed"),
        STOPPED("stopped"),
        /** It goes on where it was stopped, as if it had not been. */
        CONTINUED("continued"),
        /** It runs anew, from this moment, for a period of its own. */
        REOPENED("reopened");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        /** The kind of a word. */
        public static Kind of(String wireName) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wireName.equals(wireName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind: " + wireName));
        }
    }

    public ClockEntry {
        switch (kind) {
            case PAUSED -> Objects.requireNonNull(from, "from");
            case RESUMED -> Objects.requireNonNull(to, "to");
            case SUSPENDED -> {
                Objects.requireNonNull(from, "from");
                Objects.requireNonNull(to, "to");
            }
            case EXTENDED -> Objects.requireNonNull(period, "period");
            case REOPENED -> {
                Objects.requireNonNull(period, "period");
                Objects.requireNonNull(cause, "cause");
            }
            case STARTED, FORWARDED, ARRIVED, RECOMPUTED, STOPPED, CONTINUED -> {}
        }
    }

    static ClockEntry of(Kind kind, Instant at) {
        return new ClockEntry(kind, at, null, null, null, null);
    }

    static ClockEntry paused(Instant at, LocalDate from, String cause) {
        return new ClockEntry(Kind.PAUSED, at, from, null, null, cause);
    }

    static ClockEntry resumed(Instant at, LocalDate to) {
        return new ClockEntry(Kind.RESUMED, at, null, to, null, null);
    }

    static ClockEntry suspended(Instant at, LocalDate from, LocalDate to, String cause) {
        return new ClockEntry(Kind.SUSPENDED, at, from, to, null, cause);
    }

    static ClockEntry recomputed(Instant at, String cause) {
        return new ClockEntry(Kind.RECOMPUTED, at, null, null, null, cause);
    }

    static ClockEntry reopened(Instant at, Period period, String cause) {
        return new ClockEntry(Kind.REOPENED, at, null, null, period, cause);
    }

    static ClockEntry extended(Instant at, Period period) {
        return new ClockEntry(Kind.EXTENDED, at, null, null, period, null);
    }
}

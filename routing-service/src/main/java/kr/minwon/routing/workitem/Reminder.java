package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.Arrays;

/**
 * Staff are reminded of a case at that moment, whoever has it and also when nobody does.
 *
 * @param workingDaysLate 0 until the first working day after the deadline
 */
public record Reminder(Kind kind, Instant at, int workingDaysLate) {
    /** The same about a case that nobody has accepted: what is over is the time to do so. */
    Reminder toAccept() {
        return kind == Kind.DUE ? new Reminder(Kind.ACCEPTANCE, at, workingDaysLate) : this;
    }

    /** What has come. */
    public enum Kind {
        /** Half of the working time is over. */
        HALF("half"),
        /** One working day is left (기한임박). */
        DUE_SOON("dueSoon"),
        /** It should have been accepted by hand (접수기한, 민원처리법 시행령 제6조). */
        ACCEPTANCE("acceptance"),
        /** The deadline is over. */
        DUE("due"),
        /** At the opening of each working day after it (기한경과, 민원처리법 시행령 제28조). */
        OVERDUE("overdue");

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
                    .orElseThrow(() -> new IllegalArgumentException("no reminder: " + wireName));
        }
    }
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routing gave the clock another deadline.
 *
 * @param extension extensions so far
 * @param officer who decided; null for the system
 * @param tell whether the resident is to hear of a clock that was counted again
 */
public record DeadlineChange(
        Cause cause,
        int extension,
        String reason,
        Deadline deadline,
        Department department,
        @Nullable Officer officer,
        Instant at,
        boolean tell) {
    /** Why. */
    public enum Cause {
        /** 처리기간 연장 (민원처리법 시행령 §21). */
        EXTENDED("extended"),
        /** Days that are not counted were announced (행정절차법 시행령 §11). */
        SUSPENDED("suspended"),
        /** The clock goes on. */
        RESUMED("resumed"),
        /** Counted again, by another calendar or policy. */
        RECOMPUTED("recomputed"),
        /** Opened again, with a period of its own. */
        REOPENED("reopened");

        private final String wireName;

        Cause(String wireName) {
            this.wireName = wireName;
        }

        /** The name that documents and timelines know. */
        public String wireName() {
            return wireName;
        }

        /** The cause of a wire name. */
        public static Optional<Cause> of(String wireName) {
            return Arrays.stream(values())
                    .filter(cause -> cause.wireName.equals(wireName))
                    .findFirst();
        }
    }
}

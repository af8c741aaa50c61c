package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An answered case was opened again by its resident.
 *
 * @param number 1 for the first time
 * @param answer the answer it is about, from 1
 * @param request recognises a repeat of the request that asked
 */
public record Reopening(
        Cause cause,
        int number,
        int answer,
        String text,
        Instant at,
        @Nullable RequestMark request) {
    /** Why. */
    public enum Cause {
        /** Not satisfied: one more answer is asked for. */
        DISSATISFIED("dissatisfied"),
        /** 이의신청 against the refusal of a statutory petition (민원처리법 §35). */
        OBJECTION("objection");

        private final String wireName;

        Cause(String wireName) {
            this.wireName = wireName;
        }

        /** The name on the wire and in documents. */
        public String wireName() {
            return wireName;
        }

        /**
         * The cause of a wire name.
         *
         * @throws IllegalArgumentException for any other text
         */
        public static Cause of(String wireName) {
            return Arrays.stream(values())
                    .filter(cause -> cause.wireName.equals(wireName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no cause: " + wireName));
        }
    }
}

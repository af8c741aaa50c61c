package kr.minwon.trialstore.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing a filter says of a field, as far as an index can use it; each alone is necessary for a match. */
sealed interface Condition {

    /** Equality with one of the values; null stands for a missing field too. */
    record OneOf(List<@Nullable Object> values) implements Condition {

        @Override
        public boolean leavesOutMissing() {
            return values.stream().noneMatch(value -> value == null);
        }
    }

    /** A comparison with a value of the same kind. */
    record Compared(Comparison comparison, Object value) implements Condition {

        @Override
        public boolean leavesOutMissing() {
            return true;
        }
    }

    /** The field is there. */
    record Present() implements Condition {

        @Override
        public boolean leavesOutMissing() {
            return true;
        }
    }

    /** The comparisons MongoDB knows. */
    enum Comparison {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean isUpperBound() {
            return this == LESS || this == LESS_OR_EQUAL;
        }

        boolean includesEqual() {
            return this == LESS_OR_EQUAL || this == GREATER_OR_EQUAL;
        }
    }

    /** Whether a document without the field cannot match. */
    boolean leavesOutMissing();
}

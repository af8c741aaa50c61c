package kr.minwon.complaint.complaint.web;

import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.Outcome;
import kr.minwon.problems.FieldErrors;
import org.jspecify.annotations.Nullable;

/** An answer as somebody wrote it: whether it goes out or waits for approval, the same must be there. */
record WrittenAnswer(Outcome outcome, String text) {
    /** What is wrong is noted; then what is returned is of no use. */
    static WrittenAnswer read(@Nullable String outcome, @Nullable String text, FieldErrors errors) {
        return new WrittenAnswer(outcome(outcome, errors), new FieldChecks(errors).text("text", text, Limits.ANSWER));
    }

    private static Outcome outcome(@Nullable String label, FieldErrors errors) {
        if (label == null || label.isBlank()) {
            errors.add("outcome", "required");
            return Outcome.OTHER;
        }
        return Outcome.of(label.strip()).orElseGet(() -> {
            errors.add("outcome", "unknown-outcome", String.join(", ", Outcome.labels()));
            return Outcome.OTHER;
        });
    }
}

package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By when the complaint is answered (처리기한, 민원처리법 §19), as routing counted it.
 *
 * @param period such as {@code 3h} (working hours) or {@code 7d}
 * @param steps why, one Korean sentence a step
 * @param petitionKind the law's kind (민원처리법 §2), which the period follows from; null where it was not said
 */
public record Deadline(
        Instant dueAt,
        String period,
        List<String> steps,
        @Nullable String petitionKind) {
    /** 법정민원: what a law prescribes, such as a permit (민원처리법 §2). */
    public static final String STATUTORY = "법정민원";

    public Deadline {
        steps = List.copyOf(steps);
    }

    /** The same for a petition of that kind, unless it says a kind itself. */
    Deadline ofKind(@Nullable String kind) {
        return petitionKind == null && kind != null ? new Deadline(dueAt, period, steps, kind) : this;
    }
}

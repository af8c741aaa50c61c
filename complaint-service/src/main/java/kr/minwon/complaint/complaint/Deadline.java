package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.util.List;

/**
 * By when the complaint is answered (처리기한, 민원처리법 §19), as routing counted it.
 *
 * @param period such as {@code 3h} (working hours) or {@code 7d}
 * @param steps why, one Korean sentence a step
 */
public record Deadline(Instant dueAt, String period, List<String> steps) {
    public Deadline {
        steps = List.copyOf(steps);
    }
}

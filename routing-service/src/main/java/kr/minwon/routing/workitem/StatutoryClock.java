package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.List;

/**
 * A petition's clock as it was set (민원처리법 제19조).
 *
 * @param petitionKind the law's kind, which the period follows from
 * @param period such as {@code 7d}
 * @param policyVersion the state of the office's policy it was counted under
 * @param provisional whether the count went into a year whose holidays are not declared yet
 */
public record StatutoryClock(
        String petitionKind,
        String period,
        Instant startedAt,
        Instant dueAt,
        List<String> steps,
        String policyVersion,
        boolean provisional) {
    public StatutoryClock {
        steps = List.copyOf(steps);
    }
}

package kr.minwon.routing.workitem;

import java.time.Instant;
import java.util.List;

/**
 * A petition's clock as it was set (민원처리법 제19조).
 *
 * @param petitionKind the law's kind, which the period follows from
 * @param period such as {@code 7d}
 * @param steps why the deadline is what it is, a Korean sentence each
 * @param policyVersion the state of the office's policy it was counted under
 * @param provisional whether the count went into a year whose holidays are not declared yet
 * @param state what has happened to it since it started
 */
public record StatutoryClock(
        String petitionKind,
        String period,
        Instant startedAt,
        Instant dueAt,
        List<String> steps,
        String policyVersion,
        boolean provisional,
        ClockState state) {
    public StatutoryClock {
        steps = List.copyOf(steps);
    }

    /** The same deadline in another state. */
    StatutoryClock with(ClockState next) {
        return new StatutoryClock(petitionKind, period, startedAt, dueAt, steps, policyVersion, provisional, next);
    }
}

package kr.minwon.routing.workitem;

import java.time.Instant;
import kr.minwon.routing.clock.Period;

/**
 * A further extension that waits for the resident's consent (민원처리법 시행령 제21조).
 *
 * @param extension which extension it would be
 * @param dueAt the deadline it would bring
 */
public record Proposal(int extension, Period period, String reason, Officer by, Instant at, Instant dueAt) {}

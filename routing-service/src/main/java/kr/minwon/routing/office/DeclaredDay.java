package kr.minwon.routing.office;

import java.time.Instant;
import kr.minwon.routing.clock.CalendarOverride;

/**
 * A day off that an administrator added.
 *
 * @param by the administrator's id
 */
public record DeclaredDay(CalendarOverride day, String by, Instant at) {}

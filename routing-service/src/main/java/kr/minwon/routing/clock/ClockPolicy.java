package kr.minwon.routing.clock;

import java.time.Duration;
import java.time.LocalTime;

/**
 * An office's hours, and its choices where the law leaves one. Data, not code: each decision names the version it was made
 * under.
 *
 * @param version names this state of the policy
 * @param opens when the office opens, Seoul time
 * @param closes when it closes; a day-counted deadline ends then
 * @param lunchFrom from when no hours are counted; equal to {@code lunchTo} where lunch is counted
 * @param lunchTo until when
 * @param eveningIsFirstDay whether a petition received after closing has that day as the first of a day-counted period
 * @param calendarBeginsOnHoliday whether weeks, months and years begin on the day of receipt even when it is a holiday:
 *     the Civil Code moves only a period's last day (민법 제161조)
 */
public record ClockPolicy(
        String version,
        LocalTime opens,
        LocalTime closes,
        LocalTime lunchFrom,
        LocalTime lunchTo,
        boolean eveningIsFirstDay,
        boolean calendarBeginsOnHoliday) {
    /** What an office has until it decides otherwise: 09–18, lunch 12–13. */
    public static final ClockPolicy DEFAULT = new ClockPolicy(
            "2026-01", LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(12, 0), LocalTime.of(13, 0), true, true);

    public ClockPolicy {
        if (opens.isAfter(lunchFrom)
                || lunchFrom.isAfter(lunchTo)
                || lunchTo.isAfter(closes)
                || !opens.plus(Duration.between(lunchFrom, lunchTo)).isBefore(closes)) {
            throw new IllegalArgumentException("an office opens, has lunch and closes, in that order");
        }
    }

    /** Working time of a whole day. */
    public Duration day() {
        return Duration.between(opens, closes).minus(lunch());
    }

    private Duration lunch() {
        return Duration.between(lunchFrom, lunchTo);
    }

    boolean hasLunch() {
        return !lunch().isZero();
    }

    /** Whether a moment is within the lunch break; when it ends, work goes on. */
    boolean isLunch(LocalTime time) {
        return !time.isBefore(lunchFrom) && time.isBefore(lunchTo);
    }

    /** Working time of a day that has passed at that moment. */
    Duration workedUntil(LocalTime time) {
        if (!time.isAfter(opens)) {
            return Duration.ZERO;
        }
        if (!time.isAfter(lunchFrom)) {
            return Duration.between(opens, time);
        }
        if (time.isBefore(lunchTo)) {
            return Duration.between(opens, lunchFrom);
        }
        return Duration.between(opens, time.isBefore(closes) ? time : closes).minus(lunch());
    }

    /** The earliest moment of a day at which so much working time has passed. */
    LocalTime after(Duration worked) {
        LocalTime withoutLunch = opens.plus(worked);
        return withoutLunch.isAfter(lunchFrom) ? withoutLunch.plus(lunch()) : withoutLunch;
    }
}

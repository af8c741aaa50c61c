package kr.minwon.gateway.pages.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * How long there still is until a deadline, in words; by the clock and the calendar, since which days are worked is
 * routing's to know.
 *
 * @param urgency {@code overdue}, {@code soon} (today or tomorrow), or empty
 * @param remaining in words
 */
record DueTime(String urgency, String remaining) {
    private static final long HOUR_MINUTES = 60;

    /** What remains of an open case. */
    static Optional<DueTime> of(@Nullable String dueAt, Words words, Clock clock) {
        return SeoulMoment.of(dueAt)
                .map(due -> of(due.at(), ZonedDateTime.now(clock.withZone(SeoulMoment.ZONE)), words));
    }

    private static DueTime of(ZonedDateTime due, ZonedDateTime now, Words words) {
        LocalDate today = now.toLocalDate();
        if (!now.isBefore(due)) {
            return new DueTime("overdue", over(Duration.between(due, now), words));
        }
        long days = ChronoUnit.DAYS.between(today, due.toLocalDate());
        if (days == 0) {
            return new DueTime("soon", hours(Duration.between(now, due), words));
        }
        return days == 1
                ? new DueTime("soon", words.text("remaining.tomorrow"))
                : new DueTime("", words.text("remaining.calendar-days", days));
    }

    private static String hours(Duration left, Words words) {
        // Whoever has 30 seconds left does not have none.
        long minutes = left.plusSeconds(59).toMinutes();
        if (minutes < HOUR_MINUTES) {
            return words.text("remaining.minutes", minutes);
        }
        return minutes % HOUR_MINUTES == 0
                ? words.text("remaining.hours", minutes / HOUR_MINUTES)
                : words.text("remaining.hours-minutes", minutes / HOUR_MINUTES, minutes % HOUR_MINUTES);
    }

    private static String over(Duration past, Words words) {
        if (past.toMinutes() < HOUR_MINUTES) {
            return words.text("remaining.over.minutes", past.toMinutes());
        }
        return past.toHours() < 24
                ? words.text("remaining.over.hours", past.toHours())
                : words.text("remaining.over.days", past.toDays());
    }
}

package kr.minwon.notification.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which an office wakes nobody with a notice: it is held until they end. They may pass midnight, as from 21:00
 * to 08:00. The law asks for them of advertising only (정보통신망법 §50③); of notices they are the office's policy.
 *
 * @param from first quiet time of the day in Seoul
 * @param to first time that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime to) {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours that begin and end at " + from + " never end");
        }
    }

    /**
     * The hours of a text such as {@code 21:00-08:00}.
     *
     * @throws IllegalArgumentException for any other
     */
    public static QuietHours of(String text) {
        String[] both = text.split("-", 2);
        try {
            return new QuietHours(LocalTime.parse(both[0]), LocalTime.parse(both[both.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not hours such as 21:00-08:00", e);
        }
    }

    /** When they end, if it is quiet at that moment. */
    public @Nullable Instant endAt(Instant moment) {
        ZonedDateTime now = moment.atZone(SEOUL);
        LocalTime time = now.toLocalTime();
        LocalDate today = now.toLocalDate();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        boolean quiet = from.isBefore(to) ? begun && !over : begun || !over;
        if (!quiet) {
            return null;
        }
        LocalDate end = over ? today.plusDays(1) : today;
        return end.atTime(to).atZone(SEOUL).toInstant();
    }
}

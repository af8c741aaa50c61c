package kr.minwon.notification.message.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads fields of events; what is missing or malformed is an {@link IllegalArgumentException} or a date's own. */
final class Fields {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M월 d일(E)", Locale.KOREAN);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("M월 d일(E) H시", Locale.KOREAN);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M월 d일(E) H시 m분", Locale.KOREAN);
    /** Two digits, as in the links; the law knows 2 of each. */
    private static final int MOST = 99;

    private Fields() {}

    static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }

    static Instant moment(@Nullable String time) {
        return OffsetDateTime.parse(present(time)).toInstant();
    }

    /** Which request or extension it is, from 1. */
    static int number(@Nullable Integer number) {
        int n = present(number);
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("not a number of a step");
        }
        return n;
    }

    /** A date as people say it: {@code 12월 1일(화)}. */
    static String day(@Nullable String time) {
        return DAY.format(moment(time).atZone(SEOUL));
    }

    /** A moment as people say it: {@code 12월 1일(화) 18시}. */
    static String hour(@Nullable String time) {
        ZonedDateTime seoul = moment(time).atZone(SEOUL);
        return (seoul.getMinute() == 0 ? HOUR : MINUTE).format(seoul);
    }
}

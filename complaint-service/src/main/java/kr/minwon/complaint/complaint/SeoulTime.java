package kr.minwon.complaint.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments are written: ISO-8601 with {@code +09:00} for machines, milliseconds only where there are some; a Korean date for people. */
public final class SeoulTime {
    /** The office's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("M월 d일(E) H시", Locale.KOREAN);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M월 d일(E) H시 m분", Locale.KOREAN);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M월 d일(E)", Locale.KOREAN);

    private SeoulTime() {}

    /** Such as {@code 1월 25일(월)}. */
    public static String korean(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code 2026-11-23T10:12:30.123+09:00}, and {@code 2026-12-01T18:00:00+09:00} as routing says it. */
    public static String iso(Instant at) {
        boolean whole = at.toEpochMilli() % 1_000 == 0;
        return (whole ? WHOLE : MILLIS).format(at.atZone(ZONE));
    }

    /** Such as {@code 11월 26일(목) 10시 12분}, {@code 11월 26일(목) 18시}. */
    public static String korean(Instant at) {
        ZonedDateTime seoul = at.atZone(ZONE);
        return (seoul.getMinute() == 0 ? HOUR : MINUTE).format(seoul);
    }
}
